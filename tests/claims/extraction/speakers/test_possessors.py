"""Whose something is said to be."""

from __future__ import annotations

from tests.claims.extraction.scenes import speakers


def test_an_owner_is_told_in_full() -> None:
    found = speakers(
        "Marta Lindqvist ran for mayor.", "[[Her campaign]] said the votes had been counted."
    )
    assert found == [("Marta Lindqvist’s campaign",)]
