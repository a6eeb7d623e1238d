"""Pairs of statements judged by vectors that are made for the purpose."""

from __future__ import annotations

from collections.abc import Sequence

from claims.comparison.meaning.encoder import Encoder
from claims.comparison.meaning.judge import same
from claims.comparison.meaning.statement import Statement


def cosines(
    pairs: Sequence[tuple[Statement, Statement]], encoder: Encoder
) -> list[tuple[float, float]]:
    """For each pair the cosines of the two as a whole and of their contents."""
    left, right = (encoder.encode([pair[side].text for pair in pairs]) for side in (0, 1))
    return [(full, content) for full, content in (left * right).sum(axis=2).tolist()]


def same_of_pairs(
    pairs: Sequence[tuple[Statement, Statement]], encoder: Encoder | None = None
) -> list[float]:
    """How likely the two of each pair say the same, from 0 to 1."""
    found = cosines(pairs, encoder or Encoder())
    return [same(*pair, *both) for pair, both in zip(pairs, found, strict=True)]
