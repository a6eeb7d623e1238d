"""Wordings and telling words in arrays: how an archive keeps those of a claim, and which claims
share one or most of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claims.comparison.meaning.likeness import Marks
from claims.comparison.meaning.rare_words import BITS, SPEAKERS, STEPS, WORDS
from claims.comparison.meaning.wording import MOST

_STORED: Final = np.dtype(
    [("wordings", "<u4", (MOST,)), ("who", "<u2", (SPEAKERS,)), ("telling", "<u2", (WORDS,))]
)
_NONE: Final = bytes(_STORED.itemsize)
_BITS: Final = np.uint16(BITS)
_AT_ONCE: Final = 20_000
"""Pairs whose words are compared at once."""

Wordings = NDArray[np.uint32]
Words = NDArray[np.uint16]
Indices = NDArray[np.intp]


@dataclass(frozen=True)
class Wording:
    """How many claims are worded, a row each, filled with 0; 120 bytes each.

    Args:
        phrases: Who says them in which telling phrases.
        who: Who says them.
        telling: The telling words of their contents.
    """

    phrases: Wordings
    who: Words
    telling: Words

    @classmethod
    def of(cls, stored: Sequence[bytes | None]) -> Wording:
        """That of claims from their bytes; of none where an archive has none or others, of an older
        version."""
        whole = (one if one and len(one) == _STORED.itemsize else _NONE for one in stored)
        found = np.frombuffer(b"".join(whole), dtype=_STORED)
        return cls(found["wordings"], found["who"], found["telling"])


def packed_wordings(marks: Marks) -> bytes:
    """How a claim is worded, as an archive keeps it."""
    row = np.zeros(1, dtype=_STORED)
    for name in _STORED.names or ():
        numbers = getattr(marks, name)
        row[name][0, : len(numbers)] = numbers
    return row.tobytes()


def share(one: Wordings | Words, other: Wordings | Words) -> NDArray[np.bool_]:
    """Which rows have a number in common with the row beside them."""
    shared = np.zeros(len(one), dtype=np.bool_)
    for first in range(0, len(one), _AT_ONCE):
        some = slice(first, first + _AT_ONCE)
        shared[some] = _shared(one[some], other[some]).any(axis=1)
    return shared


def mostly_one(one: Wording, other: Wording, at: Indices, to: Indices, least: float) -> Indices:
    """Which of some pairs have a speaker in common, and have the one tell so much of what the other
    does, at least: their indices among the pairs."""
    found = [np.empty(0, dtype=np.intp)]
    for first in range(0, len(at), _AT_ONCE):
        left, right = at[first : first + _AT_ONCE], to[first : first + _AT_ONCE]
        (kept,) = np.nonzero(_shared(one.who[left], other.who[right]).any(axis=1))
        words = one.telling[left[kept]], other.telling[right[kept]]
        own, others = (
            words[side] * _shared(words[side] >> _BITS, words[1 - side] >> _BITS) for side in (0, 1)
        )
        lesser = np.minimum(_weight_of(words[0]), _weight_of(words[1]))
        both = (_weight_of(own) + _weight_of(others)) / 2
        found.append(first + kept[both / np.maximum(lesser, 1) >= least])
    return np.concatenate(found)


def _weight_of(words: Words) -> Indices:
    weights: Indices = (words & np.uint16(STEPS)).sum(axis=1, dtype=np.intp)
    return weights


def _shared(rows: Wordings | Words, others: Wordings | Words) -> NDArray[np.bool_]:
    """Which numbers of each row the row beside it has."""
    shared: NDArray[np.bool_] = (rows[:, :, None] == others[:, None, :]).any(axis=2)
    shared &= rows != 0
    return shared


@dataclass(frozen=True)
class Holders:
    """Which indices hold a wording: keys in order, each with its index."""

    keys: Wordings
    indices: Indices

    @classmethod
    def of(cls, wordings: Wordings | Words, first: int = 0) -> Holders:
        """Of rows of wordings, or of who says them, whose indices begin with ``first``."""
        rows, columns = np.nonzero(wordings)
        keys = wordings[rows, columns].astype(np.uint32)
        order = np.argsort(keys, kind="stable")
        return cls(keys[order], rows[order] + first)

    def behind(self, count: int) -> Holders:
        """These after so many others."""
        return Holders(self.keys, self.indices + count)

    def and_(self, others: Holders) -> Holders:
        """These and others."""
        at = np.searchsorted(self.keys, others.keys)
        return Holders(
            np.insert(self.keys, at, others.keys), np.insert(self.indices, at, others.indices)
        )

    def sharing(self, others: Holders) -> tuple[Indices, Indices]:
        """The indices here and there that have a wording in common, some more than once."""
        first = np.searchsorted(others.keys, self.keys, "left")
        count = np.searchsorted(others.keys, self.keys, "right") - first
        before = np.cumsum(count) - count
        found = np.repeat(first - before, count) + np.arange(count.sum())
        return np.repeat(self.indices, count), others.indices[found]
