"""Copies of a quotation in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.db.comparison import quoted
from tests.tui.archives import make_archive
from tui.text.quotations import how_many, note


# The encoder reads what is compared.
@pytest.mark.slow
def test_how_many_and_what_to_know_of_each(tmp_path: Path) -> None:
    engine = make_archive(tmp_path / "dam.db")
    quoted.dam(engine)
    found = quoted.copies(engine)
    assert how_many(found) == "3 claims in 3 articles"
    assert [note(one) for one in found] == ["denied", "", "another speaker"]
    assert how_many([]) == "no copies of what it quotes"
