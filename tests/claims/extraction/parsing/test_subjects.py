"""Whose words a verb reports."""

from __future__ import annotations

from tests.claims.extraction.runs import Claims


def test_a_finite_verb_after_an_apposition_keeps_its_subject(ruled_in: Claims) -> None:
    found = ruled_in(
        "Poland’s No. 2 minister, Jan Kowal, decried taxes against farmers and urged greater "
        "support “working against floods” last week at the forum."
    )
    assert [(claim.source, claim.cue) for claim in found] == [
        ("Poland’s No. 2 minister, Jan Kowal", "decried"),
        ("Poland’s No. 2 minister, Jan Kowal", "urged"),
    ]


def test_of_two_subjects_the_nearer_one_speaks(ruled_in: Claims) -> None:
    [claim] = ruled_in("The ships ordered in Oslo, Mr Ruiz added, ‘will be sold by May’.")
    assert (claim.source, claim.cue) == ("Mr Ruiz", "added")
    assert claim.content == "The ships ordered in Oslo … ‘will be sold by May’"
