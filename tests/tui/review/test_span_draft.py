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


def test_what_is_taken_begins_and_ends_with_words_and_takes_in_what_it_meets() -> None:
    one = draft("she")
    one.add_piece()
    start = TEXT.index("5 metres")
    assert one.take(start, start + 3)
    assert said(one) == ["she", "3.5 metres"]
    assert one.take(TEXT.index("said"), start)
    assert said(one) == ["she", "said. It’s 3.5"]
    assert one.take(TEXT.index("Not"), TEXT.index("said") + 1)
    assert said(one) == ["Not now,” she said"]
    assert not one.take(TEXT.index("\n\n"), TEXT.index("\n\n") + 1)


def test_a_part_without_a_place_gets_one() -> None:
    one = draft("Not now")
    one.choose("cue")
    assert one.take(TEXT.index("said"), TEXT.index("said") + 1)
    assert said(one) == ["said"]


def test_the_shortest_piece_at_a_place_is_chosen() -> None:
    one = draft("“Not now,” she said")
    one.spans["cue"] = [Span(TEXT.index("said"), TEXT.index("said") + 4)]
    assert one.choose_at(TEXT.index("said"))
    assert one.part == "cue"
    assert one.choose_at(TEXT.index("Not"))
    assert one.part == "content"
    assert not one.choose_at(TEXT.index("council"))


MOVES = st.one_of(
    st.tuples(st.just("take"), st.integers(0, 9), st.integers(0, 9)),
    st.tuples(st.just("choose_at"), st.integers(0, 9)),
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
        assert 0 <= one.offset < len(text)
