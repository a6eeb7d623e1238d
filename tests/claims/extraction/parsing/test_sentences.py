"""Sentence starts that the parser must keep."""

from __future__ import annotations

import spacy

from claims.article import Segment, SegmentKind
from claims.extraction.document.analysis import analysis
from claims.extraction.parsing.quotation_component import quotation
from claims.extraction.parsing.sentences import layout


def starts(text: str, segments: list[tuple[int, int]]) -> dict[str, bool | None]:
    """What is fixed about each token, by its text."""
    doc = spacy.blank("en").make_doc(text)
    analysis(doc).segments = tuple(Segment(SegmentKind.PARAGRAPH, a, b) for a, b in segments)
    layout(quotation(doc))
    return {token.text: token.is_sent_start for token in doc if token.i}


def test_a_segment_starts_a_sentence_and_so_does_what_follows_it() -> None:
    text = "No stop here\nNext one\nlast"
    fixed = starts(text, [(0, 12), (13, 21)])
    assert (fixed["Next"], fixed["last"], fixed["here"]) == (True, True, None)


def test_a_closing_mark_never_starts_a_sentence() -> None:
    text = "“We wait.” Then silence."
    fixed = starts(text, [(0, len(text))])
    assert fixed["”"] is False


def test_a_sentence_starts_after_a_quotation_that_ended_one() -> None:
    text = "“We wait.” Then silence."
    assert starts(text, [(0, len(text))])["Then"] is True


def test_none_starts_between_a_quotation_and_its_cue() -> None:
    for text in ("“We wait,” Ruiz said.", "“Do we wait?” Ruiz said.", "“We wait ...” Ruiz said."):
        assert starts(text, [(0, len(text))])["Ruiz"] is None
