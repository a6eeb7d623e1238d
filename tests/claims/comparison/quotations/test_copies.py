"""Copies of a quotation: which there are, and in which order they are read."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given

from claims.comparison import (
    ChangeOp,
    CopyKind,
    compare,
    is_reattributed,
    quoted,
    ranked,
)
from tests.claims.comparison.quotations.lighthouse import (
    ORIGINAL,
    OTHER,
    WORDS,
    with_,
)


@pytest.mark.parametrize(
    "text",
    [
        OTHER,
        "",
        "…",
        "We will not close",
        "I told the mayor that the harbor is on the way to the lighthouse and we will see it",
    ],
)
def test_other_words_are_no_copy(text: str) -> None:
    assert compare(quoted(ORIGINAL), quoted(text)) is None


def test_fewer_words_prove_a_copy_where_speaker_or_time_do_too() -> None:
    one, other = quoted("a stubborn fog"), quoted("It was a stubborn fog that night")

    assert compare(one, other) is None
    assert compare(one, other, nearby=True) is not None


def test_what_alters_the_meaning_comes_first_and_what_is_possible_last() -> None:
    texts = [ORIGINAL, with_("40", "400"), ORIGINAL[:60] + " " + OTHER[:90]]
    found = [compare(quoted(ORIGINAL), quoted(text)) for text in texts]
    copies = [copy for copy in found if copy is not None]

    assert ranked(reversed(copies)) == [copies[1], copies[0], *copies[2:]]


@pytest.mark.parametrize(
    ("speakers", "others", "around", "expected"),
    [
        ({1}, {2}, set(), True),
        ({1}, {1, 2}, set(), False),
        ({1}, set(), set(), False),
        ({1}, {2}, {2}, False),
        ({1}, {2}, {3}, True),
    ],
)
def test_words_are_reattributed_where_nobody_quotes_the_other(
    speakers: set[int], others: set[int], around: set[int], expected: bool
) -> None:
    assert is_reattributed(speakers, others, around) is expected


def kept(words: Sequence[tuple[str, str]], but: ChangeOp) -> str:
    return " ".join(text for op, text in words if op != but)


@given(WORDS)
def test_a_quotation_is_a_verbatim_copy_of_itself_or_says_too_little(one: list[str]) -> None:
    found = compare(quoted(" ".join(one)), quoted(" ".join(one)))
    assert found is None or (found.kind is CopyKind.VERBATIM and found.overlap == 1.0)
    assert found is None or not found.alters
