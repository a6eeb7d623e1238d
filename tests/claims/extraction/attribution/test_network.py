"""Names that the network finds, as entities of the document."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from claims.extraction.document.analysis import analysis
from claims.extraction.pipeline import Extractor
from claims.tagger.weights import SHIPPED, Settings
from tests.claims.extraction.articles import article


def names(extractor: Extractor, *paragraphs: str) -> list[tuple[str, str]]:
    doc = extractor.document(article(*paragraphs))
    return [(ent.text, ent.label_) for ent in doc.ents]


def test_people_and_places_are_entities(extractor: Extractor) -> None:
    found = names(extractor, "Margaret Thatcher met Helmut Kohl in Germany on Tuesday.")
    assert ("Margaret Thatcher", "PERSON") in found
    assert ("Helmut Kohl", "PERSON") in found
    assert ("Germany", "GPE") in found


def test_a_name_with_a_hyphen_is_whole(extractor: Extractor) -> None:
    found = names(extractor, "“It is late,” said Seo-yeon Kim, a professor in Incheon.")
    assert ("Seo-yeon Kim", "PERSON") in found


def test_an_article_without_segments_has_no_names(extractor: Extractor) -> None:
    assert names(extractor) == []


def test_what_is_less_sure_than_the_weights_allow_is_left_out(tmp_path: Path) -> None:
    weights = shutil.copytree(SHIPPED, tmp_path / "weights")
    settings = Settings.read(weights)
    replace(settings, least=1.0).write(weights)
    text = "“The pier is safe,” said Ada Lund, the harbour master."
    assert analysis(Extractor(weights=SHIPPED).document(article(text))).predictions
    assert analysis(Extractor(weights=weights).document(article(text))).predictions == []
