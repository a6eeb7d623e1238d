"""The component that finds an article's quotations before anything else is done with it."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from claims.extraction.document.analysis import analysis
from claims.extraction.document.scope import spoken_segments
from claims.quotations.find import find_quotations, paragraphs_of


@Language.component("claims_quotation")
def quotation(doc: Doc) -> Doc:
    """Finds the quotations by the characters of the spoken segments."""
    spans = [(s.start, s.end) for s in spoken_segments(doc)]
    analysis(doc).quotations = find_quotations(doc.text, paragraphs_of(spans, doc.text))
    return doc
