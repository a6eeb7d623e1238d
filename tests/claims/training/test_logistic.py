"""Weights of signs, fitted by Newton's method."""

from __future__ import annotations

import pytest

from claims.logistic import INTERCEPT, probability
from claims.training.logistic import Example, fit, unseen


def examples() -> list[Example]:
    """Thrice as often right as wrong with the sign, the other way round without."""
    rows = []
    for article in range(20):
        for place in range(4):
            rows.append(Example({"sign": 1.0}, place != 0, article))
            rows.append(Example({}, place == 0, article))
    return rows


def test_the_weights_give_the_shares_back() -> None:
    weights = fit(examples(), 1e-3)
    assert set(weights) == {INTERCEPT, "sign"}
    assert probability([("sign", 1.0)], weights) == pytest.approx(0.75, abs=0.01)
    assert probability([], weights) == pytest.approx(0.25, abs=0.01)
    assert probability([("never seen", 5.0)], weights) == probability([], weights)


def test_a_strong_penalty_draws_weights_to_nothing() -> None:
    assert abs(fit(examples(), 1e4)["sign"]) < 0.05


def test_an_article_is_judged_by_weights_of_the_others() -> None:
    odd = [*examples(), Example({"only here": 1.0}, True, 20)]
    chances = unseen(odd, 1e-3, 21)
    assert chances[-1] == pytest.approx(0.25, abs=0.01)
    assert chances[0] == pytest.approx(0.75, abs=0.02)
