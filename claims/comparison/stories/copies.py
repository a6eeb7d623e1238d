"""Which articles are copies: what part of the lesser one's shingles stands in the other as well.

Measured against the lesser, so that a copy cut to a third still counts whole. The samples choose
whom to compare; all shingles of both decide, so that chance in the sample does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import Final

LIKELY: Final = 0.15
"""Overlap of two samples from which two articles are compared."""

COPY: Final = 0.25
"""Overlap from which two articles are copies of one text, if what they share is of some length."""

_PLAIN: Final = 0.6
"""Overlap from which they are, however short the lesser is."""

_LEAST: Final = 12
"""Shingles in common without which two articles are none."""

_SOME_LENGTH: Final = 60
"""Shingles in common that are more than a list of related articles or one long quotation."""

COMMON: Final = 10
"""A shingle of more stories than this is furniture that reading did not know, and tells nothing."""


def telling(sample: Iterable[int], spread: Mapping[int, int]) -> frozenset[int]:
    """The shingles of a sample by which copies are looked up.

    Args:
        sample: The sampled shingles of an article.
        spread: In how many stories each stands; absent where in none.
    """
    return frozenset(shingle for shingle in sample if spread.get(shingle, 0) <= COMMON)


def likely(size: int, sizes: Mapping[int, int], shared: Mapping[int, int]) -> list[int]:
    """The articles worth comparing with one, by id.

    Args:
        size: How many sampled shingles the article has.
        sizes: How many the others have, by id.
        shared: How many of the telling ones each of them has as well, by id.
    """
    return sorted(
        other
        for other, count in shared.items()
        if count and count >= LIKELY * min(size, sizes[other])
    )


def overlap(one: Set[int], other: Set[int]) -> float:
    """What part of the lesser set of shingles is in the other, from 0 to 1; 0 if one is empty."""
    lesser = min(len(one), len(other))
    return len(one & other) / lesser if lesser else 0.0


def are_copies(one: Set[int], other: Set[int]) -> bool:
    """Whether two articles, by all their shingles, are copies of one text."""
    found, shared = overlap(one, other), len(one & other)
    return shared >= (_LEAST if found >= _PLAIN else _SOME_LENGTH) and found >= COPY
