"""What is fed beside the pieces of a text."""

from __future__ import annotations

from claims.quotations.find import find_quotations
from claims.tagger.encoding import lines, quote_states
from claims.tagger.windows import QuoteState


def test_lines_are_without_their_ends_and_empty_ones_are_none() -> None:
    text = "One. \n\n Two.\n"
    assert [text[start:end] for start, end in lines(text)] == ["One.", " Two."]


def test_each_character_knows_where_it_stands_to_marks() -> None:
    text = "Ruiz’s “no”"
    states = quote_states(text, find_quotations(text, [(0, len(text))]))
    assert states[text.index("’")] == QuoteState.APOSTROPHE
    assert states[text.index("“")] == states[text.index("”")] == QuoteState.MARK
    assert states[text.index("n")] == QuoteState.INSIDE
    assert states[0] == 0
