"""Weights for a choice among candidates: a conditional logit, fitted by Newton's method.

The chance of a candidate is the softmax of its weighted features (McFadden 1974). The weights are
drawn to a prior guess, which keeps few examples from telling too much.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claims.extraction.speakers.ranker import Features

_STEPS: Final = 50
_SMALL: Final = 1e-7


@dataclass(frozen=True, slots=True)
class Choice:
    """One expression to learn from.

    Args:
        kind: Of the expression, as in ``claims.extraction.speakers.ranker``.
        candidates: The features of everybody who may be meant.
        right: Which of them is meant.
        article: Number of the article; articles are never split between training and test.
        masked: Whether the answer is known only by a gender that was taken out of the features.
    """

    kind: str
    candidates: tuple[Features, ...]
    right: int
    article: int
    masked: bool = False


def fit(choices: Sequence[Choice], prior: Mapping[str, float], strength: float) -> dict[str, float]:
    """The weights under which the right candidates are likeliest.

    Args:
        choices: At least one.
        prior: What a weight is without evidence, 0 where it has no entry.
        strength: How strongly weights are drawn to the prior (an L2 penalty).
    """
    names = sorted({name for one in choices for features in one.candidates for name in features})
    rows = [_matrix(one, names) for one in choices]
    centre = np.array([prior.get(name, 0.0) for name in names])
    weights = centre.copy()
    for _ in range(_STEPS):
        slope = strength * (weights - centre)
        curve = strength * np.eye(len(names))
        for row, one in zip(rows, choices, strict=True):
            chance = _softmax(row @ weights)
            mean = chance @ row
            slope += mean - row[one.right]
            curve += (row.T * chance) @ row - np.outer(mean, mean)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < _SMALL:
            break
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def right_ones(choices: Sequence[Choice], weights: Mapping[str, float]) -> int:
    """How many of the choices the weights get right; the first of equals is taken."""
    return sum(_best(one, weights) == one.right for one in choices)


def cross_validated(
    choices: Sequence[Choice],
    others: Sequence[Choice],
    prior: Mapping[str, float],
    strength: float,
    folds: int,
) -> int:
    """How many of ``choices`` are got right by weights fitted without their articles.

    Args:
        choices: To be judged.
        others: Further ones to learn from, of other articles.
        prior: As for ``fit``.
        strength: As for ``fit``.
        folds: How many parts the articles are dealt into.
    """
    found = 0
    for fold in range(folds):
        learned = [one for one in choices if one.article % folds != fold]
        judged = [one for one in choices if one.article % folds == fold]
        if judged:
            found += right_ones(judged, fit([*learned, *others], prior, strength))
    return found


def _best(one: Choice, weights: Mapping[str, float]) -> int:
    scores = [
        sum(weights.get(name, 0.0) * value for name, value in features.items())
        for features in one.candidates
    ]
    return scores.index(max(scores))


def _matrix(one: Choice, names: Sequence[str]) -> NDArray[np.float64]:
    return np.array([[features.get(name, 0.0) for name in names] for features in one.candidates])


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum())
