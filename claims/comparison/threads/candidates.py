"""Which claims may say the same, at a glance: by the signs of the numbers in their vectors, and by
wordings in common.

Signs differ in as many places as the angle between two vectors is wide, so that counting them tells
the cosine to some hundredths, forty times as fast as multiplying: what is near enough is then
compared in full. Some 140 bytes a claim in memory.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claims.comparison.meaning.judge import weights
from claims.comparison.threads.alike import by_wordings, most_by_marks, most_by_words
from claims.comparison.threads.points import Points
from claims.comparison.threads.wordings import Holders, Indices, Wording

_SLACK: Final = 2.0
"""By so much in log odds the estimate may be too low: four in a thousand are missed."""

_NEARLY: Final = 0.1
"""By so much a cosine by signs may be too low."""

_WORD: Final = 64

_ROOM: Final = 2
"""Times as many claims as there are, for which room is made at once."""

_AT_ONCE: Final = 20_000
"""Pairs whose signs are compared at once."""

Bits = NDArray[np.uint64]
Counts = NDArray[np.uint16]


def signs_of(full: bytes, content: bytes) -> bytes:
    """The signs of a claim's two packed vectors, as an archive keeps them."""
    numbers = np.frombuffer(full + content, dtype=np.int8)
    return np.packbits(numbers > 0).tobytes()


class Signs:
    """The signs of many claims, a row each; in memory a column after the other, as they are
    compared.

    Args:
        ids: Of the claims.
        bits: Their signs.
        holders: Which of them, by index, have which wordings.
        said: Which of them who says.
    """

    def __init__(self, ids: NDArray[np.int64], bits: Bits, holders: Holders, said: Holders) -> None:
        # With room at their ends, so that adding some seldom moves all.
        self._ids = ids
        self._columns = np.ascontiguousarray(bits.T)
        self._count = len(ids)
        self._looked_up: dict[bytes, tuple[int, Indices, Counts]] = {}
        self.holders = holders
        self.said = said

    @classmethod
    def of(cls, rows: Iterable[tuple[int, bytes, bytes | None]]) -> Signs:
        """Of claims by id with their stored signs and wordings, in their order."""
        every = list(rows)
        bits = np.frombuffer(b"".join(signs for _, signs, _ in every), dtype=np.uint64)
        width = len(every[0][1]) * 8 // _WORD if every else 0
        wording = Wording.of([wordings for *_, wordings in every])
        return cls(
            np.array([id_ for id_, *_ in every], dtype=np.int64),
            bits.reshape(len(every), width),
            Holders.of(wording.phrases),
            Holders.of(wording.who),
        )

    @classmethod
    def of_points(cls, points: Points) -> Signs:
        """Of claims whose vectors are at hand."""
        both = np.concatenate([points.full, points.content], axis=1)
        bits = np.packbits(both > 0, axis=1).view(np.uint64)
        said = points.wording
        return cls(points.ids, bits, Holders.of(said.phrases), Holders.of(said.who))

    def __len__(self) -> int:
        return self._count

    @property
    def ids(self) -> NDArray[np.int64]:
        """Of the claims, in order."""
        return self._ids[: self._count]

    @property
    def bits(self) -> Bits:
        """Their signs, a row each."""
        return self._columns[:, : self._count].T

    def add(self, others: Signs) -> None:
        """Take in others, which come after these."""
        if not len(others):
            return
        self._looked_up.clear()
        count, every = self._count, self._count + len(others)
        if every > len(self._ids):
            self._make_room(len(others.bits.T), every * _ROOM)
        self._ids[count:every] = others.ids
        self._columns[:, count:every] = others.bits.T
        self.holders = self.holders.and_(others.holders.behind(count))
        self.said = self.said.and_(others.said.behind(count))
        self._count = every

    def _make_room(self, width: int, count: int) -> None:
        ids, columns = np.empty(count, np.int64), np.empty((width, count), np.uint64)
        if len(self):
            ids[: len(self)] = self.ids
            columns[:, : len(self)] = self.bits.T
        self._ids, self._columns = ids, columns

    def promising(self, new: Signs, least: float) -> set[int]:
        """Ids of the claims here that may well say the same as one of some new ones.

        Args:
            new: The claims to look for.
            least: How likely they are to say the same at least.
        """
        found: set[int] = set()
        if len(self) and len(new):
            enough = log(least / (1 - least)) - most_by_marks() - _SLACK
            half = self.bits.shape[1] // 2
            least_said, farthest = enough - most_by_words(), _farthest(enough, half)
            most = int(np.count_nonzero(farthest))
            for row in new.bits:
                # Few contents are near enough, be the claims alike as a whole.
                near, contents = self._near_content(row[half:], most)
                wholes = _differs(self._columns[:half, near].T, row[:half])
                found.update(self.ids[near[wholes < farthest[contents]]].tolist())
            # The words of one speaker may make up for a content that is farther off.
            at, to = new.said.sharing(self.said)
            found |= self._likely(new, at, to, least_said)
            at, to = new.holders.sharing(self.holders)
            pairs, shared = np.unique(at * len(self) + to, return_counts=True)
            at, to = np.divmod(pairs, len(self))
            found |= self._likely(new, at, to, least_said - by_wordings(shared))
        return found

    def _likely(
        self, new: Signs, at: Indices, to: Indices, enough: float | NDArray[np.float32]
    ) -> set[int]:
        """Ids of the claims here, by index, that have such log odds with the new one beside."""
        found: set[int] = set()
        least = np.broadcast_to(enough, len(at))
        for first in range(0, len(at), _AT_ONCE):
            some = slice(first, first + _AT_ONCE)
            odds = _odds(self._columns[:, to[some]].T, new.bits[at[some]].T)
            found.update(self.ids[to[some][odds >= least[some]]].tolist())
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
                near, contents = self._near_content(row[half:], int(enough))
                order = np.argsort(contents, kind="stable")[:most]
                found.update(self.ids[near[order]].tolist())
        return found

    def _near_content(self, content: Bits, most: int) -> tuple[Indices, Counts]:
        """The indices of the claims here of whose contents fewer signs than that differ from one,
        with how many do.

        It is kept until others are taken in: what may say the same and what may have a relation is
        asked of the same claims, and to go through all takes longest.
        """
        key = content.tobytes()
        if key not in self._looked_up or self._looked_up[key][0] < most:
            every = _differs(self.bits[:, -len(content) :], content)
            (near,) = np.nonzero(every < most)
            self._looked_up[key] = most, near, every[near]
        asked, near, counts = self._looked_up[key]
        if asked == most:
            return near, counts
        nearer = counts < most
        return near[nearer], counts[nearer]

    def likeliest(self, one: Signs, most: int) -> list[int]:
        """Ids of the claims here that are most likely to say the same as one, at a glance."""
        if not len(self):
            return []
        odds = _odds(self.bits, one.bits[0])
        _, sharing = one.holders.sharing(self.holders)
        indices, shared = np.unique(sharing, return_counts=True)
        odds[indices] += by_wordings(shared)
        return [int(self.ids[at]) for at in np.argsort(-odds, kind="stable")[:most]]


def _differs(bits: Bits, row: Bits) -> Counts:
    """In how many signs each differs from one, or from its own: then each word is a column."""
    found = np.zeros(len(bits), dtype=np.uint16)
    for column, word in zip(bits.T, row, strict=True):
        found += np.bitwise_count(column ^ word)
    return found


@cache
def _farthest(enough: float, words: int) -> Counts:
    """From how many signs on that differ as a whole a claim has no such log odds, by how many of
    its content do."""
    every = words * _WORD + 1
    content, whole = np.divmod(np.arange(every * every), every)
    odds = _log_odds(whole, content, words).reshape(every, every)
    farthest: Counts = np.count_nonzero(odds >= enough, axis=1).astype(np.uint16)
    return farthest


def _odds(bits: Bits, row: Bits) -> NDArray[np.float32]:
    """The log odds that each says the same as one, or as its own, by the signs alone."""
    half = len(row) // 2
    whole, content = _differs(bits[:, :half], row[:half]), _differs(bits[:, half:], row[half:])
    return _log_odds(whole, content, half)


def _log_odds(
    whole: Counts | Indices, content: Counts | Indices, words: int
) -> NDArray[np.float32]:
    """The same by how many signs of the whole and of the content differ, of so many words each."""
    known = weights()
    odds = np.full(len(whole), known["intercept"], dtype=np.float32)
    for counts, name in ((whole, "full"), (content, "content")):
        odds += (_cosines(words) * known[name])[counts]
    return odds


@cache
def _cosines(words: int) -> NDArray[np.float32]:
    """The cosine by how many signs differ."""
    every = words * _WORD
    return np.cos(np.pi * np.arange(every + 1) / every).astype(np.float32)
