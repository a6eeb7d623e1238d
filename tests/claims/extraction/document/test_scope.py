"""Which segments can hold claims."""

from __future__ import annotations

import spacy

from claims.article import Segment, SegmentKind
from claims.extraction.document.analysis import analysis
from claims.extraction.document.scope import spoken_segments


def test_captions_and_furniture_hold_none() -> None:
    doc = spacy.blank("en")("x" * len(SegmentKind))
    analysis(doc).segments = tuple(Segment(kind, at, at + 1) for at, kind in enumerate(SegmentKind))
    kinds = {segment.kind for segment in spoken_segments(doc)}
    assert kinds == {SegmentKind.PARAGRAPH, SegmentKind.HEADING, SegmentKind.DEK}
