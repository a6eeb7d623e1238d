"""Moving the ends of spans over a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.claim import Span
from tui.review.span_draft import PARTS, SpanDraft, Unit

TEXT = "“Not now,” she said. It’s 3.5 metres, Ms. Örn added.\n\nThe well-known council agreed."


def draft(words: str) -> SpanDraft:
    start = TEXT.index(words)
    return SpanDraft(TEXT, {"content": [Span(start, start + len(words))]})


def said(one: SpanDraft) -> list[str]:
    return [one.text[span.start : span.end] for span in one.pieces]


def test_by_words_and_marks() -> None:
    one = draft("she said")
    assert one.move(Unit.WORD, 1)
    assert said(one) == ["she said."]
    one.move(Unit.WORD, 1)
    assert said(one) == ["she said. It’s"]
    one.move(Unit.WORD, 1)
    assert said(one) == ["she said. It’s 3.5"]
    one.other_end()
    one.move(Unit.WORD, -1)
    assert said(one) == ["” she said. It’s 3.5"]


def test_by_sentences() -> None:
    one = draft("she")
    one.move(Unit.SENTENCE, 1)
    assert said(one) == ["she said."]
    one.other_end()
    one.move(Unit.SENTENCE, -1)
    assert said(one) == ["“Not now,” she said."]


def test_the_text_ends_somewhere() -> None:
    one = draft("council agreed.")
    assert not one.move(Unit.WORD, 1)
    assert not one.move(Unit.CHARACTER, 1)


def test_a_piece_is_never_empty() -> None:
    one = draft("she")
    for _ in range(5):
        one.move(Unit.WORD, -1)
    assert said(one) == ["s"]


def test_pieces_never_meet() -> None:
    one = draft("she")
    one.add_piece()
    assert said(one) == ["she", "said"]
    one.choose("content")
    for _ in range(9):
        one.move(Unit.WORD, 1)
    assert said(one) == ["she ", "said"]


MOVES = st.one_of(
    st.tuples(st.just("move"), st.sampled_from(Unit), st.sampled_from([1, -1])),
    st.tuples(st.just("choose"), st.sampled_from(PARTS)),
    st.tuples(st.sampled_from(["other_end", "add_piece", "drop_piece"])),
)


@given(st.text("ab. ,\n漢🙂", min_size=1).filter(str.strip), st.lists(MOVES), st.data())
def test_whatever_is_pressed_spans_stay_sound(
    text: str, moves: list[tuple[str, object]], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    one = SpanDraft(text, {"content": [Span(start, end)]})
    for name, *arguments in moves:
        getattr(one, name)(*arguments)
        for part in PARTS:
            reached = 0
            for span in one.spans[part]:
                assert reached <= span.start < span.end <= len(text)
                reached = span.end
        assert one.spans["content"]
        assert 0 <= one.place < len(text)
