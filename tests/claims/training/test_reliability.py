"""Whether chances hold."""

from __future__ import annotations

from claims.training.fit_speaker_confidence import reliability
from tests.claims.training.answers import ANSWERS


def test_reliability_counts_names_by_their_chance() -> None:
    rows = list(reliability(ANSWERS[:2], [0.92, 0.6]))
    assert rows[2:] == ["| 0.5–0.7 | 1 | 0.60 | 1.00 |", "| 0.9–0.95 | 1 | 0.92 | 1.00 |"]
