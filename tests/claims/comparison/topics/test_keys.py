"""By what a phrase is known, and which tell too little."""

from __future__ import annotations

import pytest

from claims.claim import Phrase, Span
from claims.comparison import Topical, topical


def phrase(text: str, *, whole: bool = False) -> Phrase:
    marks = text.replace("“", "").replace("”", "")
    words = tuple(marks.casefold().replace("-", " ").split())
    return Phrase(Span(0, len(text)), words, whole)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("harbour tunnel", Topical("harbour tunnel", "harbour tunnel")),
        ("many harbour tunnel", Topical("harbour tunnel", "harbour tunnel")),
        ("dual-use dredger", Topical("dual use dredger", "dual-use dredger")),
        ("“ferry” peace", Topical("ferry peace", "ferry peace")),
        ("time", None),
        ("new way", None),
        ("smuggling", Topical("smuggling", "smuggling")),
        ("circumstance", None),
        ("harbour circumstance", Topical("harbour circumstance", "harbour circumstance")),
    ],
)
def test_a_phrase_tells_by_its_rare_words(written: str, found: Topical | None) -> None:
    assert topical(phrase(written), written) == found


def test_a_word_of_any_article_is_a_topic_of_one_that_repeats_it() -> None:
    about = "pipeline: two pipelines will not be built"
    once = Phrase(Span(0, 8), ("pipeline",), whole=False)
    assert topical(once, about) == Topical("pipeline", "pipeline")
    assert topical(once, "pipeline: two canals will not be built") is None


def test_a_name_loses_no_word() -> None:
    assert topical(phrase("New Moorfield", whole=True), "New Moorfield") == Topical(
        "new moorfield", "New Moorfield"
    )
    assert topical(phrase("New Moorfield"), "New Moorfield") == Topical("moorfield", "Moorfield")


def test_letters_that_every_reader_knows_go_by_the_name() -> None:
    found = topical(phrase("NATO", whole=True), "NATO")
    assert found == Topical(
        "north atlantic treaty organization", "North Atlantic Treaty Organization"
    )
