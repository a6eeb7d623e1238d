"""Quotations are found in what can hold claims."""

from __future__ import annotations

import spacy

from claims.article import Segment, SegmentKind
from claims.extraction.document.analysis import analysis
from claims.extraction.parsing.quotation_component import quotation

TEXT = "“Yes,” she said.\n“No,” he said."


def test_a_caption_has_none() -> None:
    doc = spacy.blank("en")(TEXT)
    end = TEXT.index("\n")
    analysis(doc).segments = (
        Segment(SegmentKind.CAPTION, 0, end),
        Segment(SegmentKind.PARAGRAPH, end + 1, len(TEXT)),
    )
    found = analysis(quotation(doc)).quotations
    assert [TEXT[one.start : one.end] for one in found] == ["“No,”"]
