"""Headlines keep to themselves: what the network marks over their edges is cut."""

from __future__ import annotations

from claims.article import Article, Segment, SegmentKind
from claims.extraction.pipeline import Extractor
from tests.claims.extraction.articles import article
from tests.claims.extraction.attribution.predicted import joined, predicted


def _under(headline: str, *paragraphs: str, kind: SegmentKind = SegmentKind.TITLE) -> Article:
    """An article under a headline."""
    made = article(headline, *paragraphs)
    top = Segment(kind, 0, len(headline))
    return Article(path=made.path, text=made.text, segments=(top, *made.segments[1:]))


def test_content_of_a_headline_does_not_go_on_in_the_text(extractor: Extractor) -> None:
    doc = extractor.document(
        _under("Ferrymen warn of low water", "A dry spring has left the Orla at its lowest.")
    )
    marked = predicted(doc, "Ferrymen", "warn of", "low water", "A dry spring")
    assert joined(extractor, doc, marked) == [(["low water"], "warn of", "Ferrymen", None)]


def test_a_line_without_an_end_is_a_headline_too(extractor: Extractor) -> None:
    doc = extractor.document(
        article("Rask Thinks the Quarry Is Safe", "Bo Rask was asked about the quarry on Monday.")
    )
    marked = predicted(doc, "Rask", "Thinks", "the Quarry Is Safe", "Bo Rask")
    assert joined(extractor, doc, marked) == [(["the Quarry Is Safe"], "Thinks", "Rask", None)]


def test_what_a_headline_had_taken_is_read_by_the_rules(extractor: Extractor) -> None:
    doc = extractor.document(
        _under(
            "What the Surveys Say",
            "The harbour office said that nine in ten ferries were late.",
            kind=SegmentKind.HEADING,
        )
    )
    sentence = "The harbour office said that nine in ten ferries were late"
    marked = predicted(doc, "the Surveys", "Say", sentence)
    assert joined(extractor, doc, marked) == [
        (["that nine in ten ferries were late"], "said", "The harbour office", None)
    ]


def test_a_source_in_a_headline_gives_way_to_the_subject_in_the_text(
    extractor: Extractor,
) -> None:
    doc = extractor.document(
        _under("Council sues the mill", "A northern council is suing, saying that dust kills bees.")
    )
    marked = predicted(doc, "Council", "saying", "that dust kills bees")
    assert joined(extractor, doc, marked) == [
        (["that dust kills bees"], "saying", "A northern council", None)
    ]


def test_a_label_in_a_line_is_the_source_and_not_the_name_below(extractor: Extractor) -> None:
    doc = extractor.document(
        _under(
            "13.05 Harbourmaster: ‘Stay ashore’",
            "Harbourmaster Ada Lund has asked all crews to wait.",
            kind=SegmentKind.HEADING,
        )
    )
    marked = predicted(doc, "Harbourmaster Ada Lund", ":", "‘Stay ashore’")
    assert joined(extractor, doc, marked) == [(["‘Stay ashore’"], ":", "Harbourmaster", None)]


def test_lists_go_on_below_their_line(extractor: Extractor) -> None:
    doc = extractor.document(
        article("The ferrymen want:", "A ferry on Sundays", "No dust in June", "She left.")
    )
    marked = predicted(doc, "The ferrymen", "want", "A ferry on Sundays", "No dust in June")
    assert joined(extractor, doc, marked) == [
        (["A ferry on Sundays", "No dust in June"], "want", "The ferrymen", None)
    ]


def test_a_quotation_may_stand_below_the_line_of_its_cue(extractor: Extractor) -> None:
    doc = extractor.document(article("Ada Lund wrote to us", "“There was no dust in June.”"))
    marked = predicted(doc, "Ada Lund", "wrote", "“There was no dust in June.”")
    assert joined(extractor, doc, marked) == [
        (["“There was no dust in June.”"], "wrote", "Ada Lund", None)
    ]


def test_a_line_that_breaks_off_goes_on_in_the_next(extractor: Extractor) -> None:
    doc = extractor.document(article("Ada Lund feared that the dust", "would kill the bees."))
    marked = predicted(doc, "Ada Lund", "feared", "that the dust", "would kill the bees")
    assert joined(extractor, doc, marked) == [
        (["that the dust", "would kill the bees"], "feared", "Ada Lund", None)
    ]


def test_a_dateline_is_no_source(extractor: Extractor) -> None:
    doc = extractor.document(
        article("Oslo – The northern council rejected a plan, accusing Ada Lund of haste.")
    )
    marked = predicted(doc, "Oslo", "accusing", "Ada Lund of haste")
    assert joined(extractor, doc, marked) == [
        (["Ada Lund of haste"], "accusing", "The northern council", None)
    ]


def test_a_source_begins_behind_its_dateline(extractor: Extractor) -> None:
    doc = extractor.document(
        article("Oslo, Norway – Officials of two ministries said that the dam was unsafe.")
    )
    source = "Oslo, Norway – Officials of two ministries"
    marked = predicted(doc, source, "said", "that the dam was unsafe")
    assert joined(extractor, doc, marked) == [
        (["that the dam was unsafe"], "said", "Officials of two ministries", None)
    ]


def test_a_name_with_an_apposition_between_dashes_is_no_dateline(extractor: Extractor) -> None:
    doc = extractor.document(
        article("Lund – the mayor of Oslo – said on Monday that the dam was unsafe.")
    )
    marked = predicted(doc, "Lund – the mayor of Oslo", "said", "that the dam was unsafe")
    assert joined(extractor, doc, marked) == [
        (["that the dam was unsafe"], "said", "Lund – the mayor of Oslo", None)
    ]
