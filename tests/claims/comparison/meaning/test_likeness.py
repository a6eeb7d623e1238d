"""What sets two statements apart is read off their words."""

from __future__ import annotations

import pytest

from claims.comparison.meaning.judge import same
from claims.comparison.meaning.likeness import Likeness, attitude, likeness, marks_of
from claims.comparison.meaning.statement import Statement
from tests.claims.comparison.meaning.dam import DAM


def compared(one: Statement, other: Statement) -> Likeness:
    return likeness(marks_of(one), marks_of(other), full=0.8, content=0.8)


def test_nothing_sets_a_statement_apart_from_itself() -> None:
    signs = compared(DAM, DAM)
    assert (signs.other_numbers, signs.one_numbered, signs.opposed) == (0, 0, 0)


def test_which_is_which_makes_no_difference() -> None:
    other = Statement("no dam of 40 metres has been finished", "claimed", ("Bo Ek",))
    assert compared(DAM, other) == compared(other, DAM)
    assert same(DAM, other, 0.6, 0.5) == same(other, DAM, 0.6, 0.5)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("45.4 percent", "47.3 percent", True),
        ("1,300 e-mails", "1300 messages", False),
        ("two million people", "three million people", False),
        ("45 percent", "most of them", False),
        ("45 percent in 2016", "the two of them", False),
        ("45 percent", "since 2016", False),
        ("the Orion 3 probe", "45 kilometers", False),
        ("the Orion at 3 percent", "45 kilometers", True),
        ("it began on June 7", "45 kilometers", False),
    ],
)
def test_numbers_set_apart_where_both_have_some_and_none_in_common(
    one: str, other: str, apart: bool
) -> None:
    assert compared(Statement(one), Statement(other)).other_numbers == apart


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("45 percent", "most of them", True),
        ("45 percent", "47 percent", False),
        ("since 2016", "most of them", False),
    ],
)
def test_of_two_one_may_have_numbers_and_the_other_none(one: str, other: str, apart: bool) -> None:
    assert compared(Statement(one), Statement(other)).one_numbered == apart


@pytest.mark.parametrize(
    ("cue", "sign"),
    [
        ("called for", 1),
        ("has praised", 1),
        ("bashed", -1),
        ("criticized", -1),
        ("opponents", -1),
        ("does not support", -1),
        ("never opposed", 1),
        ("said", 0),
        ("did not say", -1),
        ("", 0),
    ],
)
def test_a_cue_is_for_or_against_what_follows(cue: str, sign: int) -> None:
    assert attitude(cue) == sign


@pytest.mark.parametrize(
    ("one", "other", "opposed", "agreed"),
    [
        ("called for", "bashed", True, False),
        ("supports", "does not support", True, False),
        ("opposes", "criticized", False, True),
        ("called for", "has praised", False, True),
        ("said", "bashed", False, False),
        ("said", "told", False, False),
    ],
)
def test_attitudes_are_opposed_or_one_where_neither_is_neutral(
    one: str, other: str, opposed: bool, agreed: bool
) -> None:
    signs = compared(Statement("the ban", one), Statement("the ban", other))
    assert (signs.opposed, signs.one_attitude) == (opposed, agreed)


@pytest.mark.parametrize(
    ("content", "speaker", "content_cosine", "mostly"),
    [
        ("the floodgates are leaking and rusty again", "Ms. Lund", 0.8, True),
        ("the floodgates are leaking and rusty again", "Bo Ek", 0.8, False),
        ("the floodgates are leaking and rusty again", "Ms. Lund", 0.4, False),
        ("the floodgates were sold to a granary", "Ms. Lund", 0.8, False),
    ],
)
def test_one_speaker_may_tell_mostly_what_the_other_claim_tells(
    content: str, speaker: str, content_cosine: float, mostly: bool
) -> None:
    one = marks_of(Statement("the leaking, rusty floodgates", "named", ("Ada Lund",)))
    other = marks_of(Statement(content, "said", (speaker,)))
    assert likeness(one, other, 0.8, content_cosine).mostly_one == mostly


def test_the_phrases_that_both_have_are_counted_up_to_three() -> None:
    ada, both = ("Ada Lund",), ("Ada Lund", "Bo Ek")
    one = Statement("leaking floodgates", "said", ada)
    assert compared(one, Statement("leaking floodgates", "told", ada)).one_wording == 1
    assert compared(one, Statement("leaking floodgates", "told", ("Bo Ek",))).one_wording == 0
    joint = Statement("leaking floodgates", "said", both)
    assert compared(joint, Statement("leaking floodgates", "told", both)).one_wording == 2
    many = Statement("rusty turbines rusty floodgates leaking valves leaking rotors", "said", ada)
    assert compared(many, many).one_wording == 3
