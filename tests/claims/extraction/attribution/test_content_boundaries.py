"""Where contents begin and end, against the marks and the parse."""

from __future__ import annotations

from claims.extraction.pipeline import Extractor
from tests.claims.extraction.articles import article
from tests.claims.extraction.attribution.predicted import joined, predicted


def test_a_content_that_breaks_off_goes_on_as_the_rules_read_it(extractor: Extractor) -> None:
    text = "Ada Lund questioned the health of the miners who had worked in the quarry."
    doc = extractor.document(article(text))
    marked = predicted(doc, "Ada Lund", "questioned", "the health of the miners who")
    [(content, *_)] = joined(extractor, doc, marked)
    assert content == ["the health of the miners who had worked in the quarry"]


def test_a_content_that_ends_inside_a_quotation_goes_to_its_mark(extractor: Extractor) -> None:
    doc = extractor.document(article("Ada Lund launched the “War on Dust,” and then retired."))
    marked = predicted(doc, "Ada Lund", "launched", "the “War on")
    [(content, *_)] = joined(extractor, doc, marked)
    assert content == ["the “War on Dust,”"]


def test_a_content_does_not_end_before_a_claim_that_it_holds(extractor: Extractor) -> None:
    text = "Ada Lund said the mayor was “quite right” when he said that the quarry was shut."
    doc = extractor.document(article(text))
    outer = predicted(doc, "Ada Lund", "said", "the mayor was “quite right”")
    inner = predicted(doc, "he", "said", "that the quarry was shut", after=text.index("he said"))
    assert joined(extractor, doc, outer, inner) == [
        (
            ["the mayor was “quite right” when he said that the quarry was shut"],
            "said",
            "Ada Lund",
            None,
        ),
        (["that the quarry was shut"], "said", "he", 0),
    ]


def test_a_quotation_that_goes_on_with_its_sentence_has_the_beginning(
    extractor: Extractor,
) -> None:
    text = "When the quarry closed last spring, Ada Lund said, “we were all relieved.”"
    doc = extractor.document(article(text))
    marked = predicted(doc, "Ada Lund", "said", "“we were all relieved.”")
    [(content, *_)] = joined(extractor, doc, marked)
    assert content == ["When the quarry closed last spring", "“we were all relieved.”"]


def test_what_the_writer_tells_on_is_not_said(extractor: Extractor) -> None:
    doc = extractor.document(article("“Are you coming?” said Ada Lund, but Bo had fallen asleep."))
    marked = predicted(doc, "Ada Lund", "said", "“Are you coming?”", "but Bo had fallen asleep")
    [(content, *_)] = joined(extractor, doc, marked)
    assert content == ["“Are you coming?”"]


def test_what_is_told_behind_a_quotation_is_not_said(extractor: Extractor) -> None:
    doc = extractor.document(article("The miners shouted, “Shut it down!” as they had all week."))
    marked = predicted(doc, "The miners", "shouted", "“Shut it down!” as they had all week")
    [(content, *_)] = joined(extractor, doc, marked)
    assert content == ["“Shut it down!”"]
