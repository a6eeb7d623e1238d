"""The ranker takes whom its weights speak for."""

from __future__ import annotations

from claims.extraction.speakers.ranker import (
    ASIDE,
    DESCRIPTION,
    NOBODY,
    PRONOUN,
    PersonCandidate,
    Ranker,
    Taken,
    shipped_ranker,
)


def test_the_ranker_takes_the_first_of_equals() -> None:
    ranker = Ranker({PRONOUN: {"near": 1.0}})
    first, second = (
        PersonCandidate(None, {"near": 1.0}),
        PersonCandidate(None, {"near": 1.0, "odd": 9.0}),
    )
    assert ranker.best(PRONOUN, 0, [first, second]) == Taken(first.cluster, 0.5)
    assert ranker.best(PRONOUN, 0, []) == NOBODY


def test_weights_come_with_the_package() -> None:
    weights = shipped_ranker().weights
    assert set(weights) == {PRONOUN, DESCRIPTION, ASIDE}
    assert weights[PRONOUN]["last speaker"] > 0 > weights[PRONOUN]["further"]
    assert weights[DESCRIPTION]["fits"] > 0
