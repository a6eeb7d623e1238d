"""Weights for choices: fitted to what was right, drawn to the prior, the same every time."""

from __future__ import annotations

import pytest

from claims.extraction.speakers.ranker import (
    PRONOUN,
)
from claims.training.choices import Choice, cross_validated, fit, right_ones

NEAR_WINS = [
    Choice(PRONOUN, ({"near": 1.0}, {"subject": 1.0}), right=0, article=number)
    for number in range(4)
]


def test_what_was_right_is_chosen() -> None:
    weights = fit(NEAR_WINS, {}, strength=1.0)
    assert weights["near"] > 0 > weights["subject"]
    assert right_ones(NEAR_WINS, weights) == 4


def test_a_strong_prior_outweighs_few_examples() -> None:
    weights = fit(NEAR_WINS, {"subject": 3.0}, strength=1000.0)
    assert weights["subject"] == pytest.approx(3.0, abs=0.1)
    assert right_ones(NEAR_WINS, weights) == 0


def test_articles_are_judged_by_weights_that_did_not_see_them() -> None:
    alone = [NEAR_WINS[0]]
    assert cross_validated(NEAR_WINS, [], {}, 1.0, folds=2) == 4
    # Nothing is left to learn from: the first candidate of equals is taken.
    assert cross_validated(alone, NEAR_WINS, {}, 1.0, folds=2) == 1
