"""Whether confidences hold."""

from __future__ import annotations

from claims.training.reliability import reliability


def test_each_band_of_confidences_is_held_against_how_often_it_is_right() -> None:
    sure, doubtful = [0.91, 0.93, 1.0], [0.6, 0.66]
    rows = list(reliability([*sure, *doubtful], [True, False, True, True, False]))
    assert rows[2:] == [
        "| 0.6–0.7 | 2 | 0.630 | 0.500 |",
        "| 0.9–0.95 | 2 | 0.920 | 0.500 |",
        "| 0.95–1 | 1 | 1.000 | 1.000 |",
    ]
