"""The targets of one window, relative to what the encoder is fed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.training.tagger.corpus import Lesson
from claims.training.tagger.labels import IGNORED, NO_SOURCE, Labels

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class SoftWindowTargets:
    """What a teacher believes of a window of n pieces; links are n × (n + 1), column 0 no source.

    Rows of links sum to at most 1; what the teacher links outside the window is missing.
    """

    tags: Floats
    cue: Floats
    source: Floats


@dataclass(frozen=True, slots=True)
class WindowTargets:
    """Pieces ``first`` to ``first + size`` of an article.

    Link targets are relative to the encoder's input, where position 0 is the start mark (which
    stands for "no source") and piece ``first`` is at 1.
    """

    first: int
    size: int
    tags: Sequence[int]
    cue_of: Sequence[int]
    source_of: Sequence[int]


def window_targets(labels: Labels, start: int, end: int) -> WindowTargets:
    """The window of pieces ``start`` to ``end``; links that leave it have no target."""
    return WindowTargets(
        start,
        end - start,
        labels.tags[start:end],
        [_inside(target, start, end) for target in labels.cue_of[start:end]],
        [_inside(target, start, end) for target in labels.source_of[start:end]],
    )


def soft_window_targets(lesson: Lesson, start: int, end: int) -> SoftWindowTargets | None:
    """What the teacher believes of the pieces ``start`` to ``end``; None without a teacher."""
    soft = lesson.soft
    if soft is None:
        return None
    return SoftWindowTargets(
        soft.tags[start:end],
        _links(soft.cue_at, soft.cue, start, end),
        _links(soft.source_at, soft.source, start, end),
    )


def _links(at: NDArray[np.int32], share: Floats, start: int, end: int) -> Floats:
    size = end - start
    dense = np.zeros((size, size + 1), dtype=np.float32)
    columns = np.where(at[start:end] == NO_SOURCE, 0, at[start:end] - start + 1)
    known = (at[start:end] == NO_SOURCE) | ((columns >= 1) & (columns <= size))
    rows, which = np.nonzero(known)
    dense[rows, columns[rows, which]] = share[start:end][rows, which]
    return dense


def _inside(target: int, start: int, end: int) -> int:
    if target == NO_SOURCE:
        return 0
    return target - start + 1 if start <= target < end else IGNORED
