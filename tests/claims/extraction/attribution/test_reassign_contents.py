"""Contents that the network gave to a cue which cannot have them."""

from __future__ import annotations

from claims.extraction.pipeline import Extractor
from tests.claims.extraction.articles import article
from tests.claims.extraction.attribution.predicted import joined, predicted


def test_a_quotation_at_the_end_of_a_paragraph_is_not_the_next_ones(extractor: Extractor) -> None:
    doc = extractor.document(
        article(
            "Ada Lund called it a success. “It held all winter.”",
            "The quarry was a mess, Bo Rask said.",
        )
    )
    one = predicted(doc, "Ada Lund", "called", "it a success")
    two = predicted(doc, "Bo Rask", "said", "“It held all winter.”", "The quarry was a mess")
    assert joined(extractor, doc, one, two) == [
        (["it a success", "“It held all winter.”"], "called", "Ada Lund", None),
        (["The quarry was a mess"], "said", "Bo Rask", None),
    ]


def test_straight_marks_are_no_part_of_what_stands_in_curly_ones(extractor: Extractor) -> None:
    doc = extractor.document(
        article(
            "The Herald reports:",
            '"The quarry shut years ago. Nobody minded much.',
            "“It was never safe,” Ada Lund said. “Never at all.”",
        )
    )
    block = '"The quarry shut years ago. Nobody minded much.'
    own = ("“It was never safe,”", "“Never at all.”")
    marked = predicted(doc, "Ada Lund", "said", block, *own)
    assert (list(own), "said", "Ada Lund", None) in joined(extractor, doc, marked)


def test_a_quotation_belongs_to_the_cue_right_behind_it(extractor: Extractor) -> None:
    doc = extractor.document(
        article("Her joy is recorded in detail:", "“It held,” Ada Lund said. “It really held.”")
    )
    one = predicted(doc, "Her", "is recorded", "“It held,”")
    two = predicted(doc, "Ada Lund", "said", "“It really held.”")
    assert joined(extractor, doc, one, two) == [
        (["“It held,”", "“It really held.”"], "said", "Ada Lund", None)
    ]


def test_words_far_from_a_claim_are_not_its_content(extractor: Extractor) -> None:
    doc = extractor.document(
        article(
            "Ada Lund talks about the dust in the quarry.",
            "However, it was in the last ten years that it spread.",
        )
    )
    marked = predicted(
        doc,
        "Ada Lund",
        "talks about",
        "the dust in the quarry",
        "it was in the last ten years",
    )
    [(content, *_)] = joined(extractor, doc, marked)
    assert content == ["the dust in the quarry"]


def test_a_work_named_beside_a_quotation_is_not_said(extractor: Extractor) -> None:
    doc = extractor.document(
        article("After the hymn ''A Stone Will Fall,'' she added the words, ''Save the quarry.''")
    )
    marked = predicted(doc, "she", "added", "''A Stone Will Fall,''", "''Save the quarry.''")
    [(content, *_)] = joined(extractor, doc, marked)
    assert content == ["''Save the quarry.''"]
