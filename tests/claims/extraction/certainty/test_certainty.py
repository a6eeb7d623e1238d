"""Chances are no surer than their examples."""

from __future__ import annotations

from claims.extraction.certainty.certainty import Certainty


def test_chances_stay_within_what_few_examples_tell() -> None:
    sure = Certainty({"always": 40.0}, 0.0)
    assert sure.chance({}) < 1
