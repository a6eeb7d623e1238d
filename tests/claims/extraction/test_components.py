"""The table of components says what they do, and the guide has that table."""

from __future__ import annotations

from dataclasses import fields
from itertools import chain
from pathlib import Path

from spacy.tokens import Doc

from claims.extraction.components import AFTER_MODEL, BEFORE_MODEL, MODEL_GIVES, table
from claims.extraction.document.analysis import ArticleAnalysis, analysis
from claims.extraction.long_texts import tokenized
from claims.extraction.pipeline import DEFAULT_MODEL, build_pipeline
from claims.tagger.weights import SHIPPED
from tests.claims.extraction.articles import article

GUIDE = Path(__file__).parents[3] / "CONTRIBUTING.md"

SAID = (
    "Ada Lund, the mayor of Moorfield, said the quarry was “safe.” She is head of the Tide Board."
)


def held(doc: Doc) -> dict[str, object]:
    """What is known of the article, by the names that the table has for it."""
    known = analysis(doc)
    found = {one.name: getattr(known, one.name) for one in fields(ArticleAnalysis)}
    return found | {
        "affiliations": list(chain.from_iterable(known.affiliations)),
        "entities": doc.ents,
        "sentence starts": [token.is_sent_start for token in doc],
    }


def test_each_component_gives_what_the_table_says() -> None:
    read = article(SAID, "“It was never safe,” said Bo Rask, a miner.")
    nlp = build_pipeline(DEFAULT_MODEL, SHIPPED)
    doc = tokenized(nlp, read.text)
    analysis(doc).segments = read.segments
    ours = {one.name: one for one in (*BEFORE_MODEL, *AFTER_MODEL)}
    ran = []
    for name, component in nlp.pipeline:
        before = held(doc)
        doc = component(doc)
        if name in ours:
            after = held(doc)
            ran.append(name)
            assert {key for key in after if after[key] != before[key]} == set(ours[name].gives)
    assert ran == list(ours)


def test_what_a_component_needs_is_given_before_it() -> None:
    given = {"segments"}
    for component in BEFORE_MODEL:
        assert given.issuperset(component.needs), component.name
        given.update(component.gives)
    given.update(MODEL_GIVES)
    for component in AFTER_MODEL:
        assert given.issuperset(component.needs), component.name
        given.update(component.gives)
    assert given > {one.name for one in fields(ArticleAnalysis)}


def test_the_guide_has_the_table() -> None:
    assert "\n".join(table()) in GUIDE.read_text(encoding="utf-8")
