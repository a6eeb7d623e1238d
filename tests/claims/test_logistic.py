"""Weights of signs to chances, and chances to odds."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.logistic import INTERCEPT, chance, log_odds, probability, shipped_weights


@given(st.floats(0.02, 0.98))
def test_odds_lead_back_to_the_chance(share: float) -> None:
    assert chance(log_odds(share, 0.01)) == pytest.approx(share)


def test_nothing_is_certain() -> None:
    assert log_odds(1.0, 0.01) == pytest.approx(-log_odds(0.0, 0.01))
    assert log_odds(1.0, 0.001) > log_odds(0.99, 0.001)


def test_signs_without_a_weight_do_not_count() -> None:
    weights = {INTERCEPT: -1.0, "quoted": 2.0}
    assert probability([("quoted", 0.5)], weights) == 0.5
    assert probability([("unheard of", 9.0)], weights) == probability([], weights) < 0.5


def test_weights_are_read_from_the_package() -> None:
    text = files("claims.extraction").joinpath("confidence.json").read_text("utf-8")
    assert shipped_weights("claims.extraction", "confidence.json") == json.loads(text)
