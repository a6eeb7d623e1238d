"""Chances are no surer than their examples."""

from __future__ import annotations

from claims.extraction.speaker_confidence.confidence import Confidence


def test_chances_stay_within_what_few_examples_tell() -> None:
    sure = Confidence({"intercept": 40.0}, 0.0)
    assert sure.chance({}) < 1
