"""Named entities as labels of word pieces, in the kinds of OntoNotes, which spaCy's models use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

KINDS: Final = (
    "PERSON",
    "ORG",
    "GPE",
    "NORP",
    "LOC",
    "FAC",
    "DATE",
    "TIME",
    "CARDINAL",
    "ORDINAL",
    "MONEY",
    "PERCENT",
    "QUANTITY",
    "EVENT",
    "LAW",
    "LANGUAGE",
    "PRODUCT",
    "WORK_OF_ART",
)
ENTITY_LABELS: Final = ("", *(f"{mark}-{kind}" for kind in KINDS for mark in "BI"))
"""The first is "no entity"; a kind's first piece and those that follow come in turn."""

Entity = tuple[int, int, str]
"""Start and end in code points, end-exclusive, and kind."""


def entity_labels(offsets: Sequence[tuple[int, int]], entities: Iterable[Entity]) -> list[int]:
    """A label for each piece; both in text order, entities not overlapping."""
    labels, at = [0] * len(offsets), 0
    for start, end, kind in entities:
        first = 1 + 2 * KINDS.index(kind)
        while at < len(offsets) and offsets[at][1] <= start:
            at += 1
        label = first
        while at < len(offsets) and offsets[at][0] < end:
            labels[at], label = label, first + 1
            at += 1
    return labels


def find_entities(offsets: Sequence[tuple[int, int]], labels: Sequence[int]) -> list[Entity]:
    """The entities that labels tell of; a label that continues nothing begins one."""
    found: list[Entity] = []
    before = 0
    for (start, end), label in zip(offsets, labels, strict=True):
        if label:
            kind = KINDS[(label - 1) // 2]
            goes_on = label % 2 == 0 and before in (label, label - 1)
            if goes_on:
                found[-1] = (found[-1][0], end, kind)
            else:
                found.append((start, end, kind))
        before = label
    return found
