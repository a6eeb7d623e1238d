"""The figures of small articles, worked out by hand."""

from __future__ import annotations

from claims.claim import Claim, ClaimType
from claims.scoring import Metric, Score
from tests.claims.scoring.small import LUND_DIRECT, LUND_INDIRECT, NOBODY, figures


def test_gold_against_itself_is_perfect() -> None:
    same = [
        Claim(ClaimType.DIRECT, attribution.content, attribution.cue, attribution.source)
        for attribution in (LUND_DIRECT, LUND_INDIRECT, NOBODY)
    ]
    result = figures([LUND_DIRECT, LUND_INDIRECT, NOBODY], same)
    assert all(score == Score(1.0, 1.0) for score in result.metrics.values())
    assert all(score == Score(1.0, 1.0) for score in result.words.values())
    assert result.gold_by_kind == {
        ClaimType.DIRECT: 1,
        ClaimType.MIXED: 0,
        ClaimType.INDIRECT: 2,
    }


def test_nothing_predicted_scores_nothing() -> None:
    result = figures([LUND_INDIRECT], [])
    assert result.metrics[Metric.OVERLAP] == Score(0.0, 0.0)
    assert result.metrics[Metric.OVERLAP].f1 == 0.0
