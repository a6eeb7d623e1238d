"""How likely an attribution is right, from its signs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.logistic import INTERCEPT
from claims.tagger.confidence import confidence, features
from claims.tagger.decoding import Signs

SURE = Signs(0, 0, 0, 0, 0, 0, 1, 0, 1)


def test_without_weights_the_intercept_decides() -> None:
    assert confidence(SURE, {INTERCEPT: 0.0}) == 0.5
    assert confidence(SURE, {INTERCEPT: 2.0}) > 0.8


def test_what_the_network_doubts_is_less_likely() -> None:
    weights = {INTERCEPT: 1.0, "content": 0.5}
    assert confidence(replace(SURE, content=-2.0), weights) < confidence(SURE, weights)


def test_no_sign_is_without_bound() -> None:
    assert features(replace(SURE, cue=-1e9)) == pytest.approx(features(replace(SURE, cue=-6.0)))
