"""Wordings in arrays: how an archive keeps those of a claim, and which claims share one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claims.comparison.meaning.wording import MOST

_STORED: Final = "<u4"

Wordings = NDArray[np.uint32]
Places = NDArray[np.intp]


def packed_wordings(wordings: Iterable[int]) -> bytes:
    """The wordings of a claim as an archive keeps them."""
    return np.array(list(wordings), dtype=_STORED).tobytes()


def wordings_of(stored: Sequence[bytes | None]) -> Wordings:
    """The wordings of claims from their bytes, a row each, filled with 0."""
    found = np.zeros((len(stored), MOST), dtype=np.uint32)
    for at, packed in enumerate(stored):
        if packed:
            row = np.frombuffer(packed, dtype=_STORED)[:MOST]
            found[at, : len(row)] = row
    return found


@dataclass(frozen=True)
class Holders:
    """Which places hold a wording: keys in order, each with its place."""

    keys: Wordings
    places: Places

    @classmethod
    def of(cls, wordings: Wordings, first: int = 0) -> Holders:
        """Of rows of wordings, whose places begin with ``first``."""
        rows, columns = np.nonzero(wordings)
        keys = wordings[rows, columns]
        order = np.argsort(keys, kind="stable")
        return cls(keys[order], rows[order] + first)

    def and_(self, others: Holders) -> Holders:
        """These and others."""
        at = np.searchsorted(self.keys, others.keys)
        return Holders(
            np.insert(self.keys, at, others.keys), np.insert(self.places, at, others.places)
        )

    def sharing(self, others: Holders) -> tuple[Places, Places]:
        """The places here and there that have a wording in common, some more than once."""
        first = np.searchsorted(others.keys, self.keys, "left")
        count = np.searchsorted(others.keys, self.keys, "right") - first
        before = np.cumsum(count) - count
        found = np.repeat(first - before, count) + np.arange(count.sum())
        return np.repeat(self.places, count), others.places[found]
