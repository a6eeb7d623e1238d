"""Logistic regression over named signs, fitted by Newton's method; needs nothing but numpy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claims.logistic import INTERCEPT, probability

Floats = NDArray[np.float64]
_STEPS: Final = 40
_SMALL: Final = 1e-6
# The intercept alone is not drawn to 0.
_FREE: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Example:
    """One case to learn from.

    Args:
        signs: What speaks for or against it, by name.
        right: Whether it holds.
        article: Number of its article; articles are never split between training and test.
        weight: How much it counts.
    """

    signs: Mapping[str, float]
    right: bool
    article: int
    weight: float = 1.0


def fit(examples: Sequence[Example], strength: float) -> dict[str, float]:
    """Weights by sign, with an ``INTERCEPT``.

    Args:
        examples: At least one of either kind.
        strength: How strongly weights are drawn to 0 (an L2 penalty).
    """
    names = sorted({name for one in examples for name in one.signs})
    rows = _matrix(examples, names)
    right = np.array([one.right for one in examples], dtype=float)
    counts = np.array([one.weight for one in examples])
    penalty = np.full(len(names) + 1, strength)
    penalty[0] = _FREE
    weights = np.zeros(len(names) + 1)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ (counts * (chance - right)) + penalty * weights
        curve = (rows.T * (counts * chance * (1 - chance))) @ rows + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < _SMALL:
            break
    return dict(zip((INTERCEPT, *names), map(float, weights), strict=True))


def unseen(examples: Sequence[Example], strength: float, folds: int) -> list[float]:
    """The probability of each example by weights fitted without its article.

    Args:
        examples: To be judged and learned from.
        strength: As for ``fit``.
        folds: How many parts the articles are dealt into.
    """
    found = [0.0] * len(examples)
    for fold in range(folds):
        weights = fit([one for one in examples if one.article % folds != fold], strength)
        for at, one in enumerate(examples):
            if one.article % folds == fold:
                found[at] = probability(one.signs.items(), weights)
    return found


def counted(signs: Iterable[str]) -> dict[str, float]:
    """Signs that are there or not, each as often as it is there."""
    return {name: float(number) for name, number in Counter(signs).items()}


def _matrix(examples: Sequence[Example], names: Sequence[str]) -> Floats:
    index = {name: at for at, name in enumerate(names, start=1)}
    rows = np.zeros((len(examples), len(names) + 1))
    rows[:, 0] = 1.0
    for row, one in zip(rows, examples, strict=True):
        for name, value in one.signs.items():
            row[index[name]] = value
    return rows
