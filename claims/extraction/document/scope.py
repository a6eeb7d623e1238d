"""Which segments of an article can hold claims."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc

from claims.article import Segment, SegmentKind
from claims.extraction.document.analysis import analysis

SPOKEN: Final = frozenset({SegmentKind.PARAGRAPH, SegmentKind.HEADING, SegmentKind.DEK})


def spoken_segments(doc: Doc) -> list[Segment]:
    """The segments of the article that can hold claims."""
    return [s for s in analysis(doc).segments if s.kind in SPOKEN]
