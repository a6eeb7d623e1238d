"""Whose words a verb reports."""

from __future__ import annotations

from tests.claims.extraction.runs import Claims


def test_of_two_subjects_the_nearer_one_speaks(ruled_in: Claims) -> None:
    [claim] = ruled_in("The ships ordered in Oslo, Mr Ruiz added, ‘will be sold by May’.")
    assert (claim.source, claim.cue) == ("Mr Ruiz", "added")
    assert claim.content == "The ships ordered in Oslo … ‘will be sold by May’"
