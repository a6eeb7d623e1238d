"""Contents without what says nothing."""

from __future__ import annotations

from claims.extraction.pipeline import Extractor
from tests.claims.extraction.articles import article
from tests.claims.extraction.attribution.predicted import joined, predicted


def test_a_content_loses_what_only_leads_on_from_it(extractor: Extractor) -> None:
    doc = extractor.document(
        article("The levy, which Ada Lund said pays for two bridges and, by June, a tunnel.")
    )
    marked = predicted(doc, "Ada Lund", "said", "which", "pays for two bridges and,")
    assert joined(extractor, doc, marked)[0][0] == ["pays for two bridges"]


def test_what_has_no_word_that_tells_something_is_no_claim(extractor: Extractor) -> None:
    doc = extractor.document(article("The neighbours, Ada Lund noticed, believed it."))
    assert joined(extractor, doc, predicted(doc, "neighbours", "believed", "it")) == []


def test_a_single_quoted_word_is_one(extractor: Extractor) -> None:
    doc = extractor.document(article("“No,” Ada Lund replied."))
    assert joined(extractor, doc, predicted(doc, "Ada Lund", "replied", "“No,”")) != []
