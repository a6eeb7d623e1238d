"""Where sentences must start, whatever the parser thinks: at segments, never at a closing mark."""

from __future__ import annotations

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from claims.article import Segment, SegmentKind
from claims.extraction.extensions import register_extensions

SPOKEN = frozenset({SegmentKind.PARAGRAPH})


def spoken_segments(doc: Doc) -> list[Segment]:
    """The segments of the article that can hold claims."""
    return [s for s in doc._.segments if s.kind in SPOKEN]


@Language.component("claims_layout", assigns=["token.is_sent_start"])
def layout(doc: Doc) -> Doc:
    """Fixes sentence starts before the parser: it keeps those that are set."""
    offsets = [token.idx for token in doc]
    for quotation in doc._.quotations or ():
        if quotation.closed:
            _set(doc, offsets, quotation.inner_end, False)
    for segment in doc._.segments:
        _set(doc, offsets, segment.start, True)
        _set(doc, offsets, segment.end, True)
    return doc


def _set(doc: Doc, offsets: list[int], at: int, starts: bool) -> None:
    """Says of the first token with a word or sign at or after ``at`` if a sentence starts there."""
    i = bisect_left(offsets, at)
    while i < len(offsets) and doc[i].is_space:
        i += 1
    if 0 < i < len(offsets):
        doc[i].is_sent_start = starts


register_extensions()
