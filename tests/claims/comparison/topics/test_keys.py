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
        ("harbour circumstance", Topical("harbour circumstance", "harbour circumstance")),
    ],
)
def test_a_phrase_tells_by_its_rare_words(written: str, found: Topical | None) -> None:
    assert topical(phrase(written), f"{written} and once more: {written}") == found


@pytest.mark.parametrize(
    ("written", "again", "comes_back"),
    [
        ("pipeline", "two pipelines will not be built", True),
        ("pipeline", "two canals will not be built", False),
        ("pipelines", "a pipeline will not be built", True),
        ("ferries", "no ferry has sailed", True),
        ("feet", "it is four feet deep", True),
        ("new pipeline", "two canals will not be built", False),
        ("gas pipeline", "two canals will not be built", True),
    ],
)
def test_a_single_word_is_a_topic_of_an_article_that_comes_back_to_it(
    written: str, again: str, comes_back: bool
) -> None:
    singular = {"pipelines": "pipeline", "ferries": "ferry", "feet": "foot"}
    words = tuple(singular.get(word, word) for word in written.split())
    said = Phrase(Span(0, len(written)), words)
    assert (topical(said, f"{written}: {again}") is not None) == comes_back


def test_a_name_needs_no_second_mention() -> None:
    assert topical(phrase("Velmora", whole=True), "Velmora") == Topical("velmora", "Velmora")


def test_a_name_loses_no_word() -> None:
    assert topical(phrase("New Moorfield", whole=True), "New Moorfield") == Topical(
        "new moorfield", "New Moorfield"
    )
    twice = "New Moorfield lies in Moorfield"
    lighter = Phrase(Span(0, 13), ("new", "moorfield"))
    assert topical(lighter, twice) == Topical("moorfield", "Moorfield")


def test_letters_that_every_reader_knows_go_by_the_name() -> None:
    found = topical(phrase("NATO", whole=True), "NATO")
    assert found == Topical(
        "north atlantic treaty organization", "North Atlantic Treaty Organization"
    )
