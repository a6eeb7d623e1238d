"""Who is whose wife, father or son."""

from __future__ import annotations

from tests.claims.extraction.scenes import speakers


def test_kin_are_told_by_whose_they_are() -> None:
    found = speakers(
        "Carl Brandt came with his wife, Sofia Anders, and told nobody.",
        "[[His wife]] said that the boat was slow.",
        "[[Brandt’s wife]] said that the sea was rough.",
    )
    assert found == [("Sofia Anders",)] * 2
