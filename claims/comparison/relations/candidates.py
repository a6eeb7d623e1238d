"""Which of many claims are worth comparing for a relation: those that share two telling words.

Two words that many claims share say nothing, so that the work grows with the claims and not with
their square.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claims.comparison.terms import terms, uncounted

_TERMS: Final = 24
"""Telling words of a claim of which each two are looked for elsewhere."""

_MOST: Final = 30
"""Claims that share two words at most, for the two to tell anything."""

Numbers = NDArray[np.int64]


def candidates(contents: Sequence[str]) -> set[tuple[int, int]]:
    """The pairs of contents, by their indices, that share two words which few others do."""
    keys, indices = _keyed(contents)
    order = np.argsort(keys, kind="stable")
    starts = np.flatnonzero(np.diff(keys[order], prepend=-1))
    sizes = np.diff(starts, append=len(keys))
    return {
        pair
        for start, size in zip(starts.tolist(), sizes.tolist(), strict=True)
        if 1 < size <= _MOST
        for pair in combinations(indices[order[start : start + size]].tolist(), 2)
    }


def _keyed(contents: Sequence[str]) -> tuple[Numbers, Numbers]:
    """A key for each two telling words of each content, with its index."""
    numbers: dict[str, int] = {}
    firsts, seconds, indices = [], [], []
    for index, content in enumerate(contents):
        found = uncounted(terms(content))
        rarest = sorted(found, key=lambda term: (-found[term], term))[:_TERMS]
        of_it = np.array(
            sorted(numbers.setdefault(term, len(numbers)) for term in rarest), dtype=np.int64
        )
        first, second = np.triu_indices(len(of_it), 1)
        firsts.append(of_it[first])
        seconds.append(of_it[second])
        indices.append(np.full(len(first), index, dtype=np.int64))
    nothing = np.empty(0, dtype=np.int64)
    keys = np.concatenate([nothing, *firsts]) * len(numbers) + np.concatenate([nothing, *seconds])
    return keys, np.concatenate([nothing, *indices])
