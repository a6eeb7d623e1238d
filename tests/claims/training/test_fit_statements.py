"""How surely a claim is a statement, from what its lemma quotes."""

from __future__ import annotations

import math

import pytest

from claims.training.fit_statements import folded, quoting_odds


def test_a_lemma_that_quotes_more_than_usual_is_above_zero() -> None:
    odds = quoting_odds({"say": (80, 100), "think": (5, 100), "rare": (1, 1)})
    assert odds["say"] > 0 > odds["think"]
    assert odds["rare"] < odds["say"] + 1


def test_what_quoting_tells_becomes_part_of_each_lemmas_weight() -> None:
    given = {"quoting": 0.5, "lemma:say": 1.0, "nearly nothing": 1e-9, "intercept": 0.0}
    made = folded(given, {"say": math.log(2)})
    assert made["lemma:say"] == pytest.approx(1 + 0.5 * math.log(2), abs=1e-3)
    assert "nearly nothing" not in made
    assert "quoting" not in made
    assert "intercept" in made
