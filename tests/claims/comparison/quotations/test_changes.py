"""What differs between two quotations, and what of it changes the meaning."""

from __future__ import annotations

import pytest
from hypothesis import given

from claims.comparison import (
    Alteration,
    ChangeOp,
    align,
    changes_of,
    quoted,
)
from tests.claims.comparison.quotations.lighthouse import (
    ORIGINAL,
    WORDS,
    copy_of,
    shown,
    with_,
)

NEGATION, NUMBER, NAME = Alteration.NEGATION, Alteration.NUMBER, Alteration.NAME


@pytest.mark.parametrize(
    ("text", "alters"),
    [
        (with_("will not close", "will close"), {NEGATION}),
        (with_("has its", "hasn’t its"), {NEGATION}),
        (with_("will not close", "will … close"), {NEGATION}),
        (ORIGINAL[12:], {NEGATION}),
        (with_("40 fishermen", "400 fishermen"), {NUMBER}),
        (with_("40 fishermen", "a hundred fishermen"), {NUMBER}),
        (with_("Okafor", "Brandt"), {NAME}),
        (with_("Mayor Okafor that 40", "Mayor Brandt that 30"), {NAME, NUMBER}),
        (with_("will not", "won’t"), set()),
        (with_("Mayor Okafor", "Okafor"), set()),
        (with_("close", "shut"), set()),
        ("No, never. " + ORIGINAL, set()),
    ],
)
def test_alterations_of_meaning_are_flagged(text: str, alters: set[Alteration]) -> None:
    assert copy_of(text)[1] == alters


def test_changes_are_told_word_by_word() -> None:
    assert shown("We will close the old lighthouse soon", "We will not close the lighthouse") == [
        ("equal", "We will"),
        ("removed", "not"),
        ("equal", "close the"),
        ("added", "old"),
        ("equal", "lighthouse"),
        ("added", "soon"),
    ]


@given(WORDS, WORDS)
def test_changes_hold_all_words_of_both_and_equal_ones_are_equal(
    one: list[str], other: list[str]
) -> None:
    left, right = quoted(" ".join(one)), quoted(" ".join(other))
    alignment = align(left, right)
    changes = changes_of(alignment)

    for side, not_its in ((left, ChangeOp.ADDED), (right, ChangeOp.REMOVED)):
        written = " ".join(change.text for change in changes if change.op is not not_its)
        assert quoted(written).keys == side.keys
    for run in alignment.runs:
        assert (
            left.keys[run.left : run.left + run.size]
            == right.keys[run.right : run.right + run.size]
        )
    for change in changes:
        text = right.text if change.op is ChangeOp.ADDED else left.text
        assert text[change.span.start : change.span.end] == change.text
