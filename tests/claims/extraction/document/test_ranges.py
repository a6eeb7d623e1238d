"""Ranges of tokens, and code points at their door."""

from __future__ import annotations

import spacy

from claims.claim import Span
from claims.extraction.document.ranges import Door, holds

DOOR = Door(spacy.blank("en")("The dam held."))


def test_a_span_is_the_tokens_that_stand_in_it_be_it_in_part() -> None:
    assert DOOR.tokens(Span(4, 6)) == (1, 2)
    assert DOOR.tokens(Span(0, 7)) == (0, 2)
    assert DOOR.tokens(Span(3, 4)) == (1, 1)


def test_ranges_come_back_as_spans() -> None:
    assert DOOR.spans([(0, 2), (3, 4)]) == (Span(0, 7), Span(12, 13))


def test_one_part_holds_all_of_a_range() -> None:
    assert holds([(0, 3), (5, 9)], (5, 7))
    assert not holds([(0, 3), (3, 9)], (2, 4))
