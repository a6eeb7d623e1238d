"""What a name names."""

from __future__ import annotations

from tests.claims.extraction.mentions.found import persons


def test_a_family_is_no_person() -> None:
    assert "Tarrants" not in persons("Helen Tarrant came. The Tarrants own the mill.")
