"""What a claim speaks about goes with the claim."""

from __future__ import annotations

from claims.extraction.pipeline import Extractor
from tests.claims.extraction.articles import article


def test_phrases_of_the_content_without_people_and_dates(extractor: Extractor) -> None:
    read = article(
        "Ada Lund, the mayor, said the harbour tunnel would close on Monday and Bo Rask would pay."
    )
    [(_, [claim])] = extractor.extract([read])
    written = [read.text[one.span.start : one.span.end] for one in claim.phrases]
    assert written == ["harbour tunnel"]
    assert claim.phrases[0].words == ("harbour", "tunnel")


def test_an_acronym_has_the_words_of_what_it_stands_for(extractor: Extractor) -> None:
    read = article(
        "The Tidal Harbour Board (THB) sits in Moorfield.",
        "Ada Lund said the THB had failed the town.",
    )
    [(_, [claim])] = extractor.extract([read])
    assert ("tidal", "harbour", "board") in [one.words for one in claim.phrases]


def test_what_stands_before_a_name_is_no_topic(extractor: Extractor) -> None:
    read = article("Ada Lund said harbour commissioner Bo Rask had closed the harbour tunnel.")
    [(_, [claim])] = extractor.extract([read])
    assert [one.words for one in claim.phrases] == [("harbour", "tunnel")]


def test_one_of_several_and_the_many_are_one_topic(extractor: Extractor) -> None:
    read = article(
        "Ada Lund said the Liberals had lost Moorfield because no Liberal had gone there."
    )
    [(_, [claim])] = extractor.extract([read])
    assert [one.words for one in claim.phrases].count(("liberal",)) == 2
