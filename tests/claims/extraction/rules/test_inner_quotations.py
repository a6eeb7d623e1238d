"""Who is quoted, or speaks, inside another's claim."""

from __future__ import annotations

from claims.extraction.pipeline import Extractor
from tests.claims.extraction.articles import article
from tests.claims.extraction.attribution.predicted import joined, predicted


def test_who_speaks_in_a_quotation_is_quoted_in_it(extractor: Extractor) -> None:
    said = "“The mayor told us, ‘It will never open again,’ and we went home.”"
    doc = extractor.document(article(f"{said[:-1]}” Ada Lund said."))
    marked = predicted(doc, "Ada Lund", "said", said)
    assert joined(extractor, doc, marked) == [
        ([said], "said", "Ada Lund", None),
        (["‘It will never open again,’"], "told", "The mayor", 0),
    ]


def test_a_name_before_a_participle_speaks_inside_a_claim(extractor: Extractor) -> None:
    text = "The film ends with Mary Smith saying at a meeting last week, “That makes me proud.”"
    doc = extractor.document(article(text))
    content = "Mary Smith saying at a meeting last week, “That makes me proud.”"
    marked = predicted(doc, "The film", "ends with", content)
    assert joined(extractor, doc, marked) == [
        ([content], "ends with", "The film", None),
        (["“That makes me proud.”"], "saying", "Mary Smith", 0),
    ]
