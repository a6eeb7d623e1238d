"""Cues that go on with the same speaker."""

from __future__ import annotations

from tests.claims.extraction.runs import Claims


def test_coordinated_verbs_make_two_claims_of_one_speaker(ruled_in: Claims) -> None:
    found = ruled_in("The minister said the trip was needless and warned that it would cost votes.")
    assert [(claim.source, claim.cue, claim.content) for claim in found] == [
        ("The minister", "said", "the trip was needless"),
        ("The minister", "warned", "that it would cost votes"),
    ]


def test_a_participle_goes_on_with_the_same_speaker(ruled_in: Claims) -> None:
    found = ruled_in("Ruiz told reporters that the dam was safe, adding that repairs would follow.")
    assert [(claim.source, claim.cue, claim.content) for claim in found] == [
        ("Ruiz", "told", "that the dam was safe"),
        ("Ruiz", "adding", "that repairs would follow"),
    ]


def test_a_conjunction_parsed_into_the_report_goes_on_with_the_speaker(ruled_in: Claims) -> None:
    found = ruled_in(
        "Ruiz predicted that the talks would last two more years and urged the council not to "
        "borrow money."
    )
    assert [(claim.source, claim.cue, claim.content) for claim in found] == [
        ("Ruiz", "predicted", "that the talks would last two more years"),
        ("Ruiz", "urged", "the council not to borrow money"),
    ]
