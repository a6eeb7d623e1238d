"""Slogans: words in so many mouths that a copy tells nothing of who took them from whom."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from claims.comparison.quotations.alignment import Alignment
from claims.comparison.quotations.keys import SIZE, index_key

MANY: Final = 4
"""So many different speakers make a slogan."""


def shared_keys(alignment: Alignment) -> frozenset[int]:
    """The index keys of the words that two quotations share."""
    keys = alignment.left.keys
    return frozenset(
        index_key(keys[at : at + SIZE])
        for run in alignment.runs
        for at in range(run.left, run.left + run.size - SIZE + 1)
    )


def speakers_of_rarest(shared: Collection[int], speakers: Mapping[int, int]) -> int:
    """How many different speakers use the shared words: as many as use the rarest of them.

    Args:
        shared: The keys that two quotations share.
        speakers: How many different speakers use each.
    """
    return min((speakers.get(key, 0) for key in shared), default=0)


def is_slogan(shared: Collection[int], speakers: Mapping[int, int]) -> bool:
    """Whether what two quotations share is a slogan of many speakers."""
    return speakers_of_rarest(shared, speakers) >= MANY
