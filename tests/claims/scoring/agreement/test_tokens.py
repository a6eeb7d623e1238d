"""What counts as a word, and what stands in quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.claim import ClaimType, Span
from claims.scoring import ScoringError
from claims.scoring.agreement.tokens import TokenText, quoted_characters


def covered(text: str, start: int, end: int) -> list[str]:
    tokens = TokenText("a.txt", text)
    return tokens.strings(tokens.cover([Span(start, end)]))


def quoted(text: str) -> str:
    return "".join(c for c, inside in zip(text, quoted_characters(text), strict=True) if inside)


def test_a_span_covers_every_word_it_touches() -> None:
    assert covered("Gas will flow", 2, 6) == ["gas", "will"]


def test_quotation_marks_and_stops_never_decide() -> None:
    assert covered("“Gas,” he", 0, 6) == covered("“Gas,” he", 1, 4) == ["gas"]


def test_a_span_of_punctuation_alone_covers_the_punctuation() -> None:
    assert covered("Why?! Gas", 3, 5) == ["?", "!"]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 1), (0, 4)])
def test_a_span_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ScoringError, match=r"a\.txt: span"):
        covered("Gas", start, end)


@pytest.mark.parametrize(
    "text",
    [
        "He said “gas flows” today",
        'He said "gas flows" today',
        "He said ``gas flows'' today",
        'He said ("gas flows") today',
        'He said —"gas flows"— today',
    ],
)
def test_every_shape_of_double_mark_opens_and_closes(text: str) -> None:
    assert quoted(text).strip("`") == "gas flows"


def test_an_open_quotation_ends_with_its_line() -> None:
    assert quoted("“one\n“two” three") == "onetwo"


def test_apostrophes_and_single_marks_are_not_double_marks() -> None:
    assert quoted("the buyers' price isn’t ‘low’") == ""


def test_kind_goes_by_the_share_of_quoted_words() -> None:
    text = TokenText("a.txt", "“one two three four” five six")
    assert text.kind(text.cover([Span(0, 25)])) is ClaimType.DIRECT
    assert text.kind(text.cover([Span(0, len(text.text))])) is ClaimType.MIXED
    assert text.kind(text.cover([Span(21, len(text.text))])) is ClaimType.INDIRECT


@given(st.text(alphabet="ab \n\"“”`'.", max_size=40))
def test_marks_themselves_are_never_inside(text: str) -> None:
    inside = quoted_characters(text)
    assert len(inside) == len(text)
    assert not any(inside[at] for at, character in enumerate(text) if character in '"“”\n')
