"""What the network believes of a window, turned into attributions.

Labels by Viterbi, so that no part begins in its middle; contents to cues by mean link probability
less a cost for what lies between; a cue that is left without content may take one that costs
little more elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from claims.tagger.parts import CONTENT, CUE, LABELS, OUTSIDE, SOURCE

Floats = NDArray[np.float32]
Run = tuple[int, int]
"""Pieces ``start`` to ``end`` of a window, end-exclusive."""

_IMPOSSIBLE = -1e4
_GAP = 0.1  # nats a unit of what lies between a content and a cue
_BETWEEN = {CONTENT: 1.5, CUE: 6.0}
_SENTENCE_END = 3.0
_SPARE = 3.0  # nats that a content may lose so that a cue gets one
_NO_SOURCE = 2.0  # nats by which "no source" is held back


@dataclass(frozen=True, slots=True)
class Beliefs:
    """Log probabilities of one window of n pieces, without start and end mark.

    Args:
        tags: n × ``LABELS``.
        cue: n × n, row a content piece, column the first piece of its cue.
        source: n × (n + 1), row a cue piece, column 0 "no source", column 1 + i piece i.
    """

    tags: Floats
    cue: Floats
    source: Floats


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution in a window's pieces."""

    content: tuple[Run, ...]
    cue: Run
    source: Run | None


def decode(beliefs: Beliefs, sentence_ends: Sequence[bool]) -> list[Found]:
    """The attributions of a window, in order of their cues.

    Args:
        beliefs: What the network says.
        sentence_ends: For each piece, whether it is a full stop or the like.
    """
    runs = find_runs(best_tags(beliefs.tags))
    cues, contents = runs[CUE], runs[CONTENT]
    owners = _owners(beliefs, contents, cues, _distance(runs, sentence_ends))
    found = []
    for at, cue in enumerate(cues):
        own = tuple(run for run, owner in zip(contents, owners, strict=True) if owner == at)
        if own:
            found.append(Found(own, cue, _source(beliefs, cue, runs[SOURCE])))
    return found


def best_tags(tags: Floats) -> list[int]:
    """The likeliest labels in which every part begins with its first label."""
    moves = np.zeros((LABELS, LABELS), dtype=np.float32)
    for part in (SOURCE, CUE, CONTENT):
        others = [before for before in range(LABELS) if before not in (part, part + 1)]
        moves[others, part + 1] = _IMPOSSIBLE
    score = tags[0] + moves[OUTSIDE]
    back = []
    for row in tags[1:]:
        through = score[:, None] + moves
        back.append(through.argmax(0))
        score = through.max(0) + row
    path = [int(score.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


def find_runs(tags: Sequence[int]) -> dict[int, list[Run]]:
    """The stretches of each part, in order."""
    runs: dict[int, list[Run]] = {SOURCE: [], CUE: [], CONTENT: []}
    starts = [at for at, tag in enumerate(tags) if tag in runs]
    for start, following in pairwise([*starts, len(tags)]):
        part, end = tags[start], start + 1
        while end < following and tags[end] == part + 1:
            end += 1
        runs[part].append((start, end))
    return runs


def _distance(runs: dict[int, list[Run]], sentence_ends: Sequence[bool]) -> Floats:
    """Cost of what lies before each piece, cumulated."""
    cost = np.where(np.asarray(sentence_ends, dtype=bool), _SENTENCE_END, 1.0)
    for part, each in _BETWEEN.items():
        for start, end in runs[part]:
            cost[start:end] = each
    return np.concatenate([[0.0], cost.cumsum()]).astype(np.float32)


def _owners(beliefs: Beliefs, contents: list[Run], cues: list[Run], until: Floats) -> list[int]:
    """For each content, the index of its cue; -1 where there is no cue at all."""
    if not cues or not contents:
        return [-1] * len(contents)
    fit = np.array([[_fit(beliefs, run, cue, until) for cue in cues] for run in contents])
    owners = [int(at) for at in fit.argmax(1)]
    owned = Counter(owners)
    for cue in range(len(cues)):
        spare = [
            (fit[at, owner] - fit[at, cue], at)
            for at, owner in enumerate(owners)
            if owned[owner] > 1
        ]
        if owned[cue] or not spare:
            continue
        loss, at = min(spare)
        if loss <= _SPARE:
            owned[owners[at]] -= 1
            owned[cue] += 1
            owners[at] = cue
    return owners


def _fit(beliefs: Beliefs, content: Run, cue: Run, until: Floats) -> float:
    first, second = sorted((content, cue))
    between = max(0.0, float(until[second[0]] - until[first[1]]))
    return float(beliefs.cue[content[0] : content[1], cue[0]].mean()) - _GAP * between


def _source(beliefs: Beliefs, cue: Run, sources: list[Run]) -> Run | None:
    rows = beliefs.source[cue[0] : cue[1]]
    fits = [(float(rows[:, source[0] + 1].mean()), source) for source in sources]
    best = max(fits, default=None)
    if best is None or best[0] <= float(rows[:, 0].mean()) - _NO_SOURCE:
        return None
    return best[1]
