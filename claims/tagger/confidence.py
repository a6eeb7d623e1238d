"""How likely an attribution is right, from how sure the network is of its parts.

A logistic regression over the signs, fitted by ``claims.training.calibrate``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Final

from claims.logistic import probability
from claims.tagger.decoding import Signs

NAMES: Final = tuple(field.name for field in fields(Signs))
_LEAST: Final = -6.0


def features(signs: Signs) -> list[float]:
    """The signs as numbers, in the order of ``NAMES``, none of them without bound."""
    return [max(_LEAST, float(getattr(signs, name))) for name in NAMES]


def confidence(signs: Signs, weights: Mapping[str, float]) -> float:
    """The probability, 0.0 to 1.0; names without a weight do not count."""
    return probability(zip(NAMES, features(signs), strict=True), weights)
