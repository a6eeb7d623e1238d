"""Where sentences must start, whatever the parser thinks: at segments, never at a closing mark."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from claims.extraction.document.analysis import analysis
from claims.quotations.find import Quotation

_NEW_SENTENCE: Final = re.compile(r"\s+[\"“‘'`«„]*[A-Z]")


@Language.component("claims_layout", assigns=["token.is_sent_start"])
def layout(doc: Doc) -> Doc:
    """Fixes sentence starts before the parser: it keeps those that are set."""
    text: str = doc.text  # put together anew at each access
    offsets = [token.idx for token in doc]
    known = analysis(doc)
    for quotation in known.quotations:
        if quotation.closed:
            _set(doc, offsets, quotation.inner_end, False)
            if quotation.depth == 0 and _ends_sentence(text, quotation):
                _set(doc, offsets, quotation.end, True)
    for segment in known.segments:
        _set(doc, offsets, segment.start, True)
        _set(doc, offsets, segment.end, True)
    return doc


def _ends_sentence(text: str, quotation: Quotation) -> bool:
    """Whether “… end.” comes before a new sentence; a cue would follow a comma instead."""
    inner = text[max(quotation.inner_start, quotation.inner_end - 2) : quotation.inner_end]
    return inner.endswith(".") and inner != ".." and bool(_NEW_SENTENCE.match(text, quotation.end))


def _set(doc: Doc, offsets: list[int], at: int, starts: bool) -> None:
    """Says of the first token with a word or sign at or after ``at`` if a sentence starts there."""
    i = bisect_left(offsets, at)
    while i < len(offsets) and doc[i].is_space:
        i += 1
    if 0 < i < len(offsets):
        doc[i].is_sent_start = starts
