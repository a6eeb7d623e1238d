"""How likely claims say the same, many at once: what `meaning.judge` says of two."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claims.comparison.meaning.judge import weights
from claims.comparison.meaning.likeness import ABOUT_ONE, ENOUGH, MOSTLY
from claims.comparison.threads.points import Floats, Indices, Points
from claims.comparison.threads.wordings import Holders, mostly_one, share

_TILE: Final = 2048
"""Claims a side that are compared at once."""

MOST: Final = 32
"""Neighbours of a claim that are kept, so that memory grows with the number of claims."""


_ROUNDED: Final = 0.01
_COSINE_ROUNDED: Final = 0.001
"""What rounding may take off log odds, and off a cosine."""


@dataclass(frozen=True)
class Edges:
    """Pairs of claims, by their indices, with how likely they say the same."""

    left: Indices
    right: Indices
    likely: Floats


def likelihood(rows: Points, columns: Points) -> Floats:
    """For each row and column, how likely the two say the same, from 0 to 1."""
    tiles = [
        _tile(rows, columns.take(slice(at, at + _TILE))) for at in range(0, len(columns), _TILE)
    ]
    return np.concatenate([np.empty((len(rows), 0), np.float32), *tiles], axis=1)


def neighbours(points: Points, least: float) -> Edges:
    """The pairs that are likely enough; of each claim the likeliest ``MOST``, at least."""
    found: list[Edges] = []
    for top in range(0, len(points), _TILE):
        rows = points.take(slice(top, top + _TILE))
        strip = [
            _edges(rows, points.take(slice(left, left + _TILE)), top, left, least)
            for left in range(top, len(points), _TILE)
        ]
        found.append(_likeliest(_joined(strip)))
    return _joined(found)


def nearest(one: Points, others: Points, least: float, most: int) -> list[tuple[int, float]]:
    """The claims most likely to say the same as one, by id, best first.

    Args:
        one: The claim.
        others: Those to look among.
        least: How likely at least.
        most: How many at most.
    """
    [likely] = likelihood(one, others)
    order = np.lexsort((others.ids, -likely))[:most]
    return [(int(others.ids[at]), float(likely[at])) for at in order if likely[at] >= least]


def may_be_alike(
    points: Points, at: Indices, to: Indices, cosines: tuple[Floats, Floats], least: float
) -> NDArray[np.bool_]:
    """Which of some pairs may be so likely the same, whatever their words tell besides whether one
    speaker says both; quicker than to ask how likely they are.

    Args:
        points: The claims.
        at: Of each pair the index of the one.
        to: That of the other.
        cosines: Of both vectors, whole and content.
        least: How likely at least.
    """
    known = weights()
    full, content = cosines
    odds = known["intercept"] + known["full"] * full + known["content"] * content
    odds += most_by_marks()
    odds += by_wordings(np.array([ENOUGH])) * share(points.wordings[at], points.wordings[to])
    odds += most_by_words() * share(points.who[at], points.who[to])
    alike: NDArray[np.bool_] = odds >= _log_odds(least) - _ROUNDED
    return alike


def cohesion(points: Points) -> list[float]:
    """How likely each of some claims says the same as the others, on average; 1 if it is alone."""
    if len(points) < 2:
        return [1.0] * len(points)
    likely = likelihood(points, points).astype(np.float64)
    means = (likely.sum(axis=1) - likely.diagonal()) / (len(points) - 1)
    return [float(mean) for mean in means]


def _tile(rows: Points, columns: Points) -> Floats:
    odds = _odds(rows, columns)
    at, to = Holders.of(rows.who).sharing(Holders.of(columns.who))
    shared = np.zeros(odds.shape, dtype=np.bool_)
    shared[at, to] = True
    # Few contents are near enough for their words to be looked at.
    shared &= rows.scaled(0, 1) @ columns.scaled(0, 1).T >= ABOUT_ONE - _COSINE_ROUNDED
    at, to = np.nonzero(shared)
    odds[at, to] += _by_words(rows, columns, at, to)
    odds += _by_marks(
        rows.numbers[:, None],
        columns.numbers[None, :],
        rows.attitude[:, None] * columns.attitude[None, :],
    )
    return _probable(odds)


def _edges(rows: Points, columns: Points, top: int, left: int, least: float) -> Edges:
    odds = _odds(rows, columns)
    # Words, numbers and attitudes add little and take off much, so that few pairs need them.
    enough = _log_odds(least) - most_by_marks() - most_by_words()
    at, to = np.divmod(np.flatnonzero(odds >= enough), odds.shape[1])
    if top == left:
        later = at < to
        at, to = at[later], to[later]
    odds = odds[at, to]
    odds += _by_words(rows, columns, at, to)
    odds += _by_marks(
        rows.numbers[at], columns.numbers[to], rows.attitude[at] * columns.attitude[to]
    )
    likely = _probable(odds)
    kept = likely >= least
    return Edges(at[kept] + top, to[kept] + left, likely[kept])


def _odds(rows: Points, columns: Points) -> Floats:
    """The log odds by vectors and wordings."""
    known = weights()
    scale = known["full"], known["content"]
    odds: Floats = rows.scaled(*scale) @ columns.scaled(*scale).T
    odds += np.float32(known["intercept"])
    at, to = Holders.of(rows.wordings).sharing(Holders.of(columns.wordings))
    pairs, shared = np.unique(at * odds.shape[1] + to, return_counts=True)
    odds.ravel()[pairs] += by_wordings(shared)
    return odds


def by_wordings(shared: NDArray[np.intp]) -> Floats:
    """What it adds to the log odds that a pair has so many wordings in common."""
    counted = np.minimum(shared, ENOUGH).astype(np.float32)
    return np.multiply(counted, weights()["one_wording"], dtype=np.float32)


def most_by_words() -> float:
    """By how much it makes it likelier at most, in log odds, that one speaker says both in mostly
    the same words."""
    return max(0.0, weights()["mostly_one"])


def _by_words(rows: Points, columns: Points, at: Indices, to: Indices) -> Floats:
    """What it adds to the log odds of some pairs that one speaker says both in mostly the same
    words.

    Args:
        rows: The claims on one side.
        columns: Those on the other.
        at: Of each pair the index in the rows.
        to: That in the columns.
    """
    odds = np.zeros(len(at), dtype=np.float32)
    mostly = mostly_one(rows.wording, columns.wording, at, to, MOSTLY)
    pairs = at[mostly], to[mostly]
    near = rows.take(pairs[0]).scaled(0, 1), columns.take(pairs[1]).scaled(0, 1)
    odds[mostly[np.einsum("ij,ij->i", *near) >= ABOUT_ONE]] = weights()["mostly_one"]
    return odds


def most_by_marks() -> float:
    """By how much numbers and attitudes make it likelier at most, in log odds."""
    return max(0.0, weights()["one_attitude"])


def _by_marks(
    numbers: NDArray[np.int64], others: NDArray[np.int64], attitudes: NDArray[np.int8]
) -> Floats:
    """What numbers and attitudes add to the log odds.

    Args:
        numbers: Of one of each pair.
        others: Of the other.
        attitudes: The product of theirs.
    """
    known = weights()
    has, have = numbers != 0, others != 0
    apart = has & have & ((numbers & others) == 0)
    odds = np.zeros(apart.shape, dtype=np.float32)
    odds[apart] = known["other_numbers"]
    odds[has ^ have] = known["one_numbered"]
    odds[attitudes < 0] += np.float32(known["opposed"])
    odds[attitudes > 0] += np.float32(known["one_attitude"])
    return odds


def _probable(odds: Floats) -> Floats:
    probable: Floats = np.reciprocal(1 + np.exp(-odds), dtype=np.float32)
    return probable


def _likeliest(edges: Edges) -> Edges:
    """The likeliest of each left claim."""
    order = np.lexsort((edges.right, -edges.likely, edges.left))
    left = edges.left[order]
    rank = np.arange(len(left)) - np.searchsorted(left, left)
    kept = order[rank < MOST]
    return Edges(edges.left[kept], edges.right[kept], edges.likely[kept])


def _joined(parts: list[Edges]) -> Edges:
    nothing = np.empty(0, dtype=np.intp)
    return Edges(
        np.concatenate([nothing, *(part.left for part in parts)]),
        np.concatenate([nothing, *(part.right for part in parts)]),
        np.concatenate([np.empty(0, np.float32), *(part.likely for part in parts)]),
    )


def _log_odds(probability: float) -> float:
    return log(probability / (1 - probability))
