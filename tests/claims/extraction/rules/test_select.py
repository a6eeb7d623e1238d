"""Which of the readings is chosen, if any."""

from __future__ import annotations

import pytest

from tests.claims.extraction.runs import Claims


def test_of_two_readings_the_one_that_says_more_is_taken(ruled_in: Claims) -> None:
    [claim] = ruled_in("The league has been described by some observers as a “club of the North.”")
    assert claim.content == "The league … as a “club of the North.”"


@pytest.mark.parametrize(
    "sentence",
    [
        "His “old friend” arrived on Tuesday with two suitcases.",
        "She appeared on “Morning Table” twice in March.",
        "The river rose two metres in the night.",
    ],
)
def test_what_nobody_says_is_no_claim(ruled_in: Claims, sentence: str) -> None:
    assert ruled_in(sentence) == []
