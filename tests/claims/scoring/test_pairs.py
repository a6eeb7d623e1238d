"""Average precision and the score at the threshold of judged pairs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.comparison.meaning.statement import Statement
from claims.scoring.pairs import Pair, PairLabel, average_precision, pair_figures, read_pairs

RAIN = Statement("it rains")


@pytest.mark.parametrize(
    ("judged", "precision"),
    [
        ([(0.9, True), (0.1, False)], 1),
        ([(0.9, False), (0.1, True)], 1 / 2),
        ([(0.9, True), (0.5, False), (0.1, True)], (1 + 2 / 3) / 2),
        ([(0.5, True), (0.5, False)], 1 / 2),
        ([(0.5, False), (0.5, True)], 1 / 2),
        ([(0.9, False)], None),
        ([], None),
    ],
)
def test_average_precision(judged: list[tuple[float, bool]], precision: float | None) -> None:
    assert average_precision(judged) == (precision and pytest.approx(precision))


def test_related_pairs_are_not_the_same_and_those_unjudged_do_not_count() -> None:
    labels = [PairLabel.SAME, PairLabel.RELATED, None, PairLabel.DIFFERENT, PairLabel.SAME]
    pairs = [Pair(at, RAIN, RAIN, label) for at, label in enumerate(labels)]
    figures = pair_figures(pairs, [0.9, 0.5, 0.8, 0.2, 0.4])
    assert (figures.pairs, figures.judged, figures.same) == (5, 4, 2)
    assert (figures.at_threshold.precision, figures.at_threshold.recall) == (0.5, 0.5)
    assert figures.average_precision == pytest.approx((1 + 2 / 3) / 2)


def test_a_reader_may_say_how_likely_two_are_the_same(tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    rain = {"text": "it rains"}
    rows = [{"id": 1, "a": rain, "b": rain, "likely": 0.85}, {"id": 2, "a": rain, "b": rain}]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert read_pairs(file) == [Pair(1, RAIN, RAIN, None, 0.85), Pair(2, RAIN, RAIN, None)]
