"""How much a word tells: rare words much, common ones hardly anything.

Weights are a word's alone, from a shipped count over news, and the same in every archive, so
that what is found does not depend on what else is stored.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from claims.language.word_lists import words

RAREST: Final = 7
"""A word that no list has stands in about one article in 2 to this power, or in fewer."""

TELLING: Final = 1.0
"""Nats below which a word is one like "in" or "has"."""

_STEP: Final = math.log(2)
_LEAST: Final = 0.1


@cache
def _steps() -> dict[str, int]:
    return {word: step for step in range(RAREST) for word in words("comparison/common", str(step))}


@lru_cache(maxsize=50_000)
def weight(key: str) -> float:
    """What a word tells, in nats: from .1 for "the" or a letter to 5 for one rare in news."""
    return max(step(key) * _STEP, _LEAST)


def step(key: str) -> int:
    """How rare a word is: it stands in one article of 2 to this power; 0 for "the" or a letter."""
    if len(key) == 1 and key.isalpha():
        return 0
    return _steps().get(key, RAREST)


def total(keys: Iterable[str]) -> float:
    """What several words tell together."""
    return sum(map(weight, keys))
