"""Which claims may say the same, at a glance: by the signs of the numbers in their vectors, and by
wordings in common.

Signs differ in as many places as the angle between two vectors is wide, so that counting them tells
the cosine to some hundredths, forty times as fast as multiplying: what is near enough is then
compared in full. Some 120 bytes a claim in memory.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claims.comparison.meaning.judge import weights
from claims.comparison.threads.alike import most_by_marks
from claims.comparison.threads.wordings import Holders, Places, wordings_of

_SLACK: Final = 2.0
"""By so much in log odds the estimate may be too low: four in a thousand are missed."""

_NEARLY: Final = 0.1
"""By so much a cosine by signs may be too low."""

_WORD: Final = 64

Bits = NDArray[np.uint64]


def signs_of(full: bytes, content: bytes) -> bytes:
    """The signs of a claim's two packed vectors, as an archive keeps them."""
    numbers = np.frombuffer(full + content, dtype=np.int8)
    return np.packbits(numbers > 0).tobytes()


@dataclass(frozen=True)
class Signs:
    """The signs of many claims, a row each."""

    ids: NDArray[np.int64]
    bits: Bits
    holders: Holders

    @classmethod
    def of(cls, rows: Iterable[tuple[int, bytes, bytes | None]]) -> Signs:
        """Of claims by id with their stored signs and wordings, in their order."""
        every = list(rows)
        bits = np.frombuffer(b"".join(signs for _, signs, _ in every), dtype=np.uint64)
        width = len(every[0][1]) * 8 // _WORD if every else 0
        return cls(
            np.array([id_ for id_, *_ in every], dtype=np.int64),
            bits.reshape(len(every), width),
            Holders.of(wordings_of([wordings for *_, wordings in every])),
        )

    def __len__(self) -> int:
        return len(self.ids)

    def and_(self, others: Signs) -> Signs:
        """These claims and then others."""
        if not len(self) or not len(others):
            return self if len(self) else others
        return Signs(
            np.concatenate([self.ids, others.ids]),
            np.concatenate([self.bits, others.bits]),
            self.holders.and_(replace(others.holders, places=others.holders.places + len(self))),
        )

    def promising(self, new: Signs, least: float) -> set[int]:
        """Ids of the claims here that may well say the same as one of some new ones.

        Args:
            new: The claims to look for.
            least: How likely they are to say the same at least.
        """
        found: set[int] = set()
        if len(self):
            enough = log(least / (1 - least)) - most_by_marks() - _SLACK
            for row in new.bits:
                found.update(self.ids[_odds(self.bits, row) >= enough].tolist())
            enough -= weights()["one_wording"]
            for at, to in set(zip(*map(_list, new.holders.sharing(self.holders)), strict=True)):
                if _odds(self.bits[to : to + 1], new.bits[at])[0] >= enough:
                    found.add(int(self.ids[to]))
        return found

    def near(self, new: Signs, least: float, most: int) -> set[int]:
        """Ids of the claims here whose contents may well be as near as that to one of some new
        ones, whoever says them.

        Args:
            new: The claims to look for.
            least: Cosine of the contents.
            most: How many to each at most, the nearest.
        """
        found: set[int] = set()
        if len(self):
            half = self.bits.shape[1] // 2
            enough = (_cosines(half) >= least - _NEARLY).sum()
            for row in new.bits:
                differ = np.bitwise_count(self.bits[:, half:] ^ row[half:]).sum(axis=1)
                (near,) = np.nonzero(differ < enough)
                order = np.argsort(differ[near], kind="stable")[:most]
                found.update(self.ids[near[order]].tolist())
        return found

    def likeliest(self, one: Signs, most: int) -> list[int]:
        """Ids of the claims here that are most likely to say the same as one, at a glance."""
        if not len(self):
            return []
        odds = _odds(self.bits, one.bits[0])
        _, sharing = one.holders.sharing(self.holders)
        odds[np.unique(sharing)] += np.float32(weights()["one_wording"])
        return [int(self.ids[at]) for at in np.argsort(-odds, kind="stable")[:most]]


def _odds(bits: Bits, row: Bits) -> NDArray[np.float32]:
    """The log odds that each says the same as one, by the signs alone."""
    half = len(row) // 2
    differ = np.bitwise_count(bits ^ row)
    known = weights()
    tables = (_cosines(half) * known[name] for name in ("full", "content"))
    parts = (differ[:, :half], differ[:, half:])
    odds = np.full(len(bits), known["intercept"], dtype=np.float32)
    for part, table in zip(parts, tables, strict=True):
        odds += table[part.sum(axis=1, dtype=np.intp)]
    return odds


def _list(places: Places) -> list[int]:
    found: list[int] = places.tolist()
    return found


def _cosines(words: int) -> NDArray[np.float32]:
    """The cosine by how many signs differ."""
    every = words * _WORD
    return np.cos(np.pi * np.arange(every + 1) / every).astype(np.float32)
