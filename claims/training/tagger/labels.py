"""Gold attributions as labels on word pieces: what the tagger and the linker learn.

One label sequence holds source, cue and content, which hardly ever overlap in PolNeAR; two links
say which cue a content belongs to and which source, if any, a cue has.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from claims.claim import Span
from claims.scoring import GoldAttribution
from claims.tagger.parts import CONTENT, CUE, OUTSIDE, SOURCE

IGNORED: Final = -100
"""No target: the loss passes over it."""
NO_SOURCE: Final = -1
"""The link target of a cue whose source the text does not name."""


@dataclass(slots=True)
class Labels:
    """Targets by word piece of one article.

    Args:
        tags: A label each.
        cue_of: For content, the first piece of its cue; else ``IGNORED``.
        source_of: For a cue, the first piece of its source or ``NO_SOURCE``; else ``IGNORED``.
    """

    tags: list[int] = field(default_factory=list)
    cue_of: list[int] = field(default_factory=list)
    source_of: list[int] = field(default_factory=list)


def label(offsets: Sequence[tuple[int, int]], gold: Iterable[GoldAttribution]) -> Labels:
    """Labels of an article's word pieces; where parts overlap, cue wins over source over content.

    Args:
        offsets: Start and end of each piece in code points, end-exclusive, in text order.
        gold: The attributions marked in the article.
    """
    pieces = len(offsets)
    labels = Labels([OUTSIDE] * pieces, [IGNORED] * pieces, [IGNORED] * pieces)
    covered = [
        tuple(_cover(offsets, spans) for spans in (one.content, one.cue, one.source))
        for one in gold
    ]
    for content, cue, _ in covered:
        for run in content:
            _mark(labels, run, CONTENT)
            for piece in run if cue else ():
                labels.cue_of[piece] = cue[0][0]
    for _, _, source in covered:
        for run in source:
            _mark(labels, run, SOURCE)
    for _, cue, source in covered:
        for run in cue:
            _mark(labels, run, CUE)
            for piece in run:
                labels.source_of[piece] = source[0][0] if source else NO_SOURCE
    return labels


def _cover(offsets: Sequence[tuple[int, int]], spans: Sequence[Span]) -> list[range]:
    runs = []
    for span in spans:
        touched = [
            i for i, (start, end) in enumerate(offsets) if start < span.end and end > span.start
        ]
        if touched:
            runs.append(range(touched[0], touched[-1] + 1))
    return runs


def _mark(labels: Labels, run: range, part: int) -> None:
    for piece in run:
        labels.tags[piece] = part + (piece > run[0])
        labels.cue_of[piece] = labels.source_of[piece] = IGNORED
