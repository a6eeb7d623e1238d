"""Chances are no surer than their examples."""

from __future__ import annotations

import pytest

from claims.extraction.certainty.logistic import Certainty, odds


def test_chances_stay_within_what_few_examples_tell() -> None:
    sure = Certainty({"always": 40.0}, 0.0)
    assert sure.chance({}) < 1
    assert odds(1.0) == pytest.approx(-odds(0.0))
