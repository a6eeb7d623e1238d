"""Columns of claims, and the words that differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from db.connection.cancel import Cancel
from db.query.model import ClaimQuery
from tests.db.library import rows
from tui.compare.columns import changes, columns_by, common, differences

MARRIAGE = "“A pipeline is a marriage, and nobody wants to marry in a hurry,”"
CONTRACT = "“A pipeline is a contract, and nobody wants to sign in a hurry,”"

WORDS = st.lists(st.sampled_from(["gas", "oil", "Gas", ",", "rail", "“"]), max_size=12).map(
    " ".join
)


def test_the_words_that_differ() -> None:
    told = [(CONTRACT[start:end], same) for start, end, same in differences(MARRIAGE, CONTRACT)]
    assert [words for words, same in told if not same] == ["contract", "sign"]


def test_upper_case_makes_no_difference() -> None:
    assert differences("Gas flows", "gas flows") == [(0, 9, True)]


@given(WORDS, WORDS)
def test_every_word_is_either_the_same_or_different(first: str, other: str) -> None:
    spans = differences(first, other)
    assert "".join("".join(other[a:b].split()) for a, b, _ in spans) == "".join(other.split())


@given(WORDS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(same for _, _, same in differences(text, text))


@given(WORDS, WORDS)
def test_what_changes_is_what_differs(first: str, other: str) -> None:
    found = changes(first, other)
    told = [change.other for change in found if change.other[0] < change.other[1]]
    assert told == [(start, end) for start, end, same in differences(first, other) if not same]
    # Put in place of what stood there, the changes make one text of the other.
    made, at = "", 0
    for change in found:
        made += f"{first[at : change.first[0]]} {other[slice(*change.other)]} "
        at = change.first[1]
    assert (made + first[at:]).casefold().split() == other.casefold().split()


def test_common_is_what_all_the_others_have_too() -> None:
    spans = common("gas will flow north", ["gas will flow south", "oil will flow north"])
    words = [("gas will flow north"[start:end], same) for start, end, same in spans]
    assert words == [("gas", False), ("will flow", True), ("north", False)]
    assert common("gas flows", []) == [(0, 9, True)]


def test_marked_speakers_are_compared_with_nobody_called_alike(lookalikes: Engine) -> None:
    marked = [
        row for row in rows(lookalikes) if row.content in ("The dyke is late", "The tide is low")
    ]

    columns = columns_by(lookalikes, ClaimQuery(), "speaker", marked, Cancel())

    assert [(column.title, len(column.rows)) for column in columns] == [
        ("Ann Lee", 3),
        ("Ann Lee (2)", 2),
    ]
