"""Logistic regressions as they are used: from the weights of signs to a chance, and back to odds.

``claims.training.logistic`` fits them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

INTERCEPT: Final = "intercept"
"""The weight that counts whatever signs there are."""


def probability(signs: Iterable[tuple[str, float]], weights: Mapping[str, float]) -> float:
    """How likely it is, 0.0 to 1.0, by signs with their values; those without a weight are 0."""
    return chance(weights[INTERCEPT] + sum(weights.get(name, 0.0) * n for name, n in signs))


def chance(odds: float) -> float:
    """A probability by the logarithm of its odds."""
    return 1.0 / (1.0 + math.exp(-odds))


def log_odds(share: float, least: float) -> float:
    """The logarithm of the odds of a probability, which is kept ``least`` away from 0 and 1."""
    kept = min(max(share, least), 1.0 - least)
    return math.log(kept / (1.0 - kept))


@cache
def shipped_weights(package: str, file: str) -> Mapping[str, float]:
    """The weights that come with a package, from a JSON file in its folder."""
    found: Mapping[str, float] = json.loads(files(package).joinpath(file).read_text("utf-8"))
    return found
