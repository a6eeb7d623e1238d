"""What the network believes of an article's pieces, turned into attributions.

Labels by Viterbi, so that no part begins in its middle and no part but content begins inside a
quotation that is content; then contents to cues and cues to sources by mean link probability less
a cost for what lies between; a cue that is left without content may take one that costs little
more elsewhere.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claims.tagger.parts import CONTENT, CUE, LABELS, OUTSIDE, SOURCE

Floats = NDArray[np.float32]
Run = tuple[int, int]
"""Pieces ``start`` to ``end`` of an article, end-exclusive."""

_PARTS: Final = (SOURCE, CUE, CONTENT)
_GOES_ON: Final = frozenset(part + 1 for part in _PARTS)
_GAP: Final = 0.04  # nats a unit of what lies between what is linked
_BETWEEN: Final = {CONTENT: 1.5, CUE: 6.0}
_SENTENCE_END: Final = 3.0
_SPARE: Final = 3.0  # nats that a content may lose so that a cue gets one
_NO_SOURCE: Final = 3.0  # nats by which "no source" is held back
_LEANINGS: Final = {OUTSIDE: -0.4, CUE: 0.8, CONTENT: -1.0}
"""Nats added to labels, since label by label the network cuts contents in pieces and misses cues
more often than it should for the best attributions."""
_QUOTED: Final = 0.7  # share of content in a quotation from which all of it is
_FORCED: Final = 30.0  # nats
_ELSEWHERE: Final = -6.0  # nats for a cue in another window, of which the network says nothing


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
class Window:
    """What the network says of pieces ``start`` to ``end`` of an article."""

    start: int
    end: int
    beliefs: Beliefs


@dataclass(frozen=True, slots=True)
class Surface:
    """What can be seen of an article's n pieces without a network.

    Args:
        sentence_ends: For each piece, whether it is a full stop or the like.
        joined: For each piece, whether it goes on with the word before.
        quotations: The pieces of each outermost quotation, marks included.
    """

    sentence_ends: Sequence[bool]
    joined: Sequence[bool]
    quotations: Sequence[Run] = ()


@dataclass(frozen=True, slots=True)
class Signs:
    """How sure the network is of an attribution, as log probabilities, 0 being certain.

    Args:
        content: Mean of the labels in the contents.
        edges: Mean of where the contents start and end.
        cue: Mean of the labels in the cue.
        cue_link: Of the least sure content belonging to the cue.
        source: Mean of the labels in the source; 0 where there is none.
        source_link: Of the source, or of there being none.
        sourced: 1 where there is a source, else 0.
        quoted: Share of the content's pieces inside quotation marks.
        length: Logarithm of the number of the content's pieces.
    """

    content: float
    edges: float
    cue: float
    cue_link: float
    source: float
    source_link: float
    sourced: float
    quoted: float
    length: float


@dataclass(frozen=True, slots=True)
class FoundAttribution:
    """One attribution in an article's pieces."""

    content: tuple[Run, ...]
    cue: Run
    source: Run | None
    signs: Signs


def decode(windows: Sequence[Window], surface: Surface) -> list[FoundAttribution]:
    """The attributions of an article, in order of their cues.

    Args:
        windows: Of all the article's pieces, in order.
        surface: What can be seen of the same pieces.
    """
    if not windows:
        return []
    tags = np.concatenate([window.beliefs.tags for window in windows])
    leaning = tags + np.array([_LEANINGS.get(label, 0.0) for label in range(LABELS)])
    labels = best_tags(_with_quotations(leaning, surface.quotations), surface.joined)
    return _Article(windows, tags, labels, surface).attributions()


def best_tags(tags: Floats, joined: Sequence[bool]) -> list[int]:
    """The likeliest labels in which every part begins with its first label.

    Args:
        tags: Log probabilities of the labels of each piece.
        joined: Whether a piece goes on with the word before, which no part cuts in two.
    """
    first, *others = tags.tolist()
    score = [-math.inf if label in _GOES_ON else odds for label, odds in enumerate(first)]
    back = []
    for row, goes_on in zip(others, joined[1:], strict=True):
        best = score.index(max(score))
        # Any label may follow any other, but the middle of a part only the same part.
        before = [OUTSIDE if goes_on else best] * LABELS
        for start in _PARTS:
            before[start + 1] = start if score[start] > score[start + 1] else start + 1
        back.append(before)
        score = [score[at] + odds for at, odds in zip(before, row, strict=True)]
        if goes_on:
            for start in _PARTS:
                score[start] = -math.inf
    path = [score.index(max(score))]
    for step in reversed(back):
        path.append(step[path[-1]])
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


def _with_quotations(tags: Floats, quotations: Sequence[Run]) -> Floats:
    """The same, but a quotation that is mostly content is content as a whole, in one run."""
    bent = tags.copy()
    for start, end in quotations:
        content = np.exp(tags[start:end, CONTENT : CONTENT + 2]).sum(-1)
        if len(content) and content.mean() >= _QUOTED:
            bent[start:end, :CONTENT] -= _FORCED
            bent[start + 1 : end, CONTENT] -= _FORCED
    return bent


class _Article:
    """The runs of one article and how well they fit each other."""

    def __init__(
        self,
        windows: Sequence[Window],
        tags: Floats,
        labels: list[int],
        surface: Surface,
    ) -> None:
        self.windows, self.tags, self.labels = windows, tags, labels
        self.of = [at for at, one in enumerate(windows) for _ in range(one.start, one.end)]
        runs = find_runs(labels)
        self.cues, self.contents, self.sources = runs[CUE], runs[CONTENT], runs[SOURCE]
        cost = np.where(np.asarray(surface.sentence_ends, dtype=bool), _SENTENCE_END, 1.0)
        for part, each in _BETWEEN.items():
            for start, end in runs[part]:
                cost[start:end] = each
        self.until: list[float] = [0.0, *cost.cumsum().tolist()]
        self.quoted = np.zeros(len(labels), dtype=bool)
        for start, end in surface.quotations:
            self.quoted[start:end] = True

    def attributions(self) -> list[FoundAttribution]:
        """Every cue that has content, with its source."""
        owners = self._owners()
        found = []
        for at, cue in enumerate(self.cues):
            own = tuple(run for run, to in zip(self.contents, owners, strict=True) if to == at)
            if own:
                source, sure = self._source(cue)
                found.append(
                    FoundAttribution(own, cue, source, self._signs(own, cue, source, sure))
                )
        return found

    def _owners(self) -> list[int]:
        """For each content, the index of its cue; -1 where there is none near."""
        fits = [self._fits(run) for run in self.contents]
        owners = [max(fit, key=fit.__getitem__, default=-1) for fit in fits]
        owned = Counter(owners)
        wanted: dict[int, list[int]] = defaultdict(list)
        for at, fit in enumerate(fits):
            for cue in fit:
                wanted[cue].append(at)
        for cue in range(len(self.cues)):
            spare = [
                (fits[at][owners[at]] - fits[at][cue], at)
                for at in wanted[cue]
                if owned[owners[at]] > 1
            ]
            if owned[cue] or not spare:
                continue
            loss, at = min(spare)
            if loss <= _SPARE:
                owned[owners[at]] -= 1
                owned[cue] += 1
                owners[at] = cue
        return owners

    def _fits(self, run: Run) -> dict[int, float]:
        """How well a content fits each cue in its windows and those beside them."""
        fits = {}
        first, last = self.of[run[0]] - 1, self.of[run[1] - 1] + 1
        for at in range(max(0, first), min(len(self.windows), last + 1)):
            window = self.windows[at]
            low = bisect_left(self.cues, (window.start, 0))
            cues = self.cues[low : bisect_left(self.cues, (window.end, 0))]
            links = self._links(run, at, [cue[0] for cue in cues])
            for number, (cue, link) in enumerate(zip(cues, links, strict=True), low):
                fits[number] = link - _GAP * self._between(run, cue)
        return fits

    def _links(self, run: Run, at: int, cues: list[int]) -> list[float]:
        """Mean log probability of the content's pieces belonging to cues of window ``at``."""
        window = self.windows[at]
        low, high = max(run[0], window.start), min(run[1], window.end)
        if low >= high:
            return [_ELSEWHERE] * len(cues)
        rows = window.beliefs.cue[low - window.start : high - window.start]
        means: list[float] = rows[:, [cue - window.start for cue in cues]].mean(0).tolist()
        return means

    def _source(self, cue: Run) -> tuple[Run | None, float]:
        """The cue's source with its log probability, or of there being none."""
        window = self.windows[self.of[cue[0]]]
        last = min(cue[1], window.end)
        rows = window.beliefs.source[cue[0] - window.start : last - window.start]
        links = {
            run: float(rows[:, run[0] - window.start + 1].mean())
            for run in self.sources
            if window.start <= run[0] < window.end
        }
        none = float(rows[:, 0].mean())
        best = max(links, key=lambda run: links[run] - _GAP * self._between(run, cue), default=None)
        if best is None or links[best] - _GAP * self._between(best, cue) <= none - _NO_SOURCE:
            return None, none
        return best, links[best]

    def _between(self, one: Run, other: Run) -> float:
        first, second = sorted((one, other))
        return max(0.0, self.until[second[0]] - self.until[first[1]])

    def _signs(self, own: tuple[Run, ...], cue: Run, source: Run | None, sure: float) -> Signs:
        edges = [self.tags[start, self.labels[start]] for start, _ in own]
        edges += [
            np.log1p(-min(np.exp(self.tags[end, CONTENT + 1]), 0.999))
            for _, end in own
            if end < len(self.tags)
        ]
        return Signs(
            float(np.mean([self._mean(run) for run in own])),
            float(np.mean(edges)),
            self._mean(cue),
            min(self._links(run, self.of[cue[0]], [cue[0]])[0] for run in own),
            0.0 if source is None else self._mean(source),
            sure,
            float(source is not None),
            float(np.mean(np.concatenate([self.quoted[start:end] for start, end in own]))),
            float(np.log(sum(end - start for start, end in own))),
        )

    def _mean(self, run: Run) -> float:
        at = np.arange(*run)
        return float(self.tags[at, [self.labels[i] for i in at]].mean())
