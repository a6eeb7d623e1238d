"""How likely a speaker says the same again: trained weights over a few signs.

What one speaker says twice need not be as alike as what two say: the same matter in the same order
of words, with much in common that tells something, is it more often than the vectors have it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import Indel

from claims.comparison.relations.said import Said
from claims.comparison.relations.subjects import elsewhere
from claims.comparison.terms import terms
from claims.comparison.words import keys_of
from claims.logistic import log_odds, probability, shipped_weights

WEIGHTS: Final = "repeats.json"
"""File of the weights, in this package."""

_CERTAIN: Final = 1e-6


def likely_repeated(one: Said, other: Said, same: float) -> float:
    """How likely it is, from 0 to 1, that a speaker who says both says the same again.

    Args:
        one: The first.
        other: The second; which is which makes no difference.
        same: How likely the two say the same, whoever says them.
    """
    return probability(signs(one, other, same), shipped_weights(__package__, WEIGHTS))


def signs(one: Said, other: Said, same: float) -> Iterator[tuple[str, float]]:
    """The signs by name: the odds that they are the same, whether each is of something else, what
    the words tell that both have, and how far these stand in one order."""
    mine, theirs = one.statement.bare, other.statement.bare
    left, right = terms(mine), terms(theirs)
    yield "odds", log_odds(same, _CERTAIN)
    yield "elsewhere", float(elsewhere(one, other))
    yield "told", sum(min(left[term], right[term]) for term in left.keys() & right.keys())
    yield "order", Indel.normalized_similarity(keys_of(mine), keys_of(theirs))
