"""Precision, recall and F1 out of a tally."""

from __future__ import annotations

from dataclasses import dataclass

from claims.claim import ClaimType
from claims.scoring.tally import Metric, Part, Tally


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, 0.0 to 1.0; nothing predicted scores 0.0."""

    precision: float
    recall: float

    @classmethod
    def of(cls, right: int, predicted: int, gold: int) -> Score:
        """The score of so many right ones among those predicted and those in the gold."""
        return cls(right / predicted if predicted else 0.0, right / gold if gold else 0.0)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of claims against gold over some articles.

    Args:
        metrics: By when an attribution counts as found.
        words: By part, over the words of each article's claims together.
        recall: By kind of gold content; ``None`` where the gold has none of the kind.
    """

    articles: int
    gold: int
    predicted: int
    metrics: dict[Metric, Score]
    words: dict[Part, Score]
    gold_by_kind: dict[ClaimType, int]
    recall: dict[ClaimType, dict[Metric, float | None]]


def figures_of(tally: Tally) -> Figures:
    """Works out the figures of summed counts."""
    gold = tally.gold.total()
    return Figures(
        articles=tally.articles,
        gold=gold,
        predicted=tally.predicted,
        metrics={
            metric: Score.of(
                sum(tally.found[metric, kind] for kind in ClaimType), tally.predicted, gold
            )
            for metric in Metric
        },
        words={
            part: Score.of(
                tally.words_right[part], tally.words_predicted[part], tally.words_gold[part]
            )
            for part in Part
        },
        gold_by_kind={kind: tally.gold[kind] for kind in ClaimType},
        recall={
            kind: {metric: _recall(tally, metric, kind) for metric in Metric} for kind in ClaimType
        },
    )


def _recall(tally: Tally, metric: Metric, kind: ClaimType) -> float | None:
    gold = tally.gold[kind]
    return tally.found[metric, kind] / gold if gold else None
