"""The component that finds an article's quotations before anything else is done with it."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from claims.extraction.document.extensions import register_extensions
from claims.extraction.document.scope import spoken_segments
from claims.quotations.find import find_quotations, paragraphs_of


@Language.component("claims_quotation", assigns=["doc._.quotations"])
def quotation(doc: Doc) -> Doc:
    """Sets ``doc._.quotations`` from the characters of the spoken segments."""
    spans = [(s.start, s.end) for s in spoken_segments(doc)]
    doc._.quotations = find_quotations(doc.text, paragraphs_of(spans, doc.text))
    return doc


register_extensions()
