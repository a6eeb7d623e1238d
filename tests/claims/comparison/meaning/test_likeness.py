"""What two statements share and what sets them apart is read off their words."""

from __future__ import annotations

import pytest

from claims.comparison.meaning.judge import THRESHOLD, same
from claims.comparison.meaning.likeness import Likeness, attitude, likeness, read
from claims.comparison.meaning.statement import Statement

DAM = Statement("“The dam will be finished by May,”", "said", ("Ada Lund",))


def compared(one: Statement, other: Statement) -> Likeness:
    return likeness(read(one), read(other), full=0.8, content=0.8)


def test_a_statement_is_equal_to_itself() -> None:
    signs = compared(DAM, DAM)
    assert (signs.shared, signs.contained, signs.same_speaker) == (1, 1, 1)
    assert (signs.other_numbers, signs.denied, signs.attitude) == (0, 0, 0)


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
    ],
)
def test_numbers_set_apart_where_both_have_some_and_none_in_common(
    one: str, other: str, apart: bool
) -> None:
    assert compared(Statement(one), Statement(other)).other_numbers == apart


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


def test_a_denial_in_one_content_is_a_sign() -> None:
    signs = compared(DAM, Statement("the dam won’t be finished by May", "said"))
    assert signs.denied == 1


def test_an_article_is_no_name_in_common() -> None:
    mayor, minister = (Statement("it rains", "said", (f"the {who}",)) for who in ("mayor", "poet"))
    assert compared(mayor, minister).same_speaker == 0


def test_a_statement_without_words_shares_nothing() -> None:
    signs = compared(Statement("…"), Statement("…"))
    assert (signs.shared, signs.contained, signs.length) == (0, 0, 0)


def test_nearer_is_likelier_and_other_numbers_less_likely() -> None:
    first, second = Statement("45 percent back Lund"), Statement("47 percent back Lund")
    assert same(DAM, DAM, 1, 1) > 0.9 > THRESHOLD > same(DAM, DAM, 0.2, 0.2)
    assert same(first, first, 0.9, 0.9) > same(first, second, 0.9, 0.9) + 0.1


def test_quotation_marks_are_not_read() -> None:
    said = Statement("“The ‘old’ dam’s gates,” ''sold'' ", "called it", ("Ada Lund", "Bo Ek"))
    assert said.bare == "The old dam’s gates, sold"
    assert said.full == "Ada Lund and Bo Ek called it The old dam’s gates, sold"
    assert Statement("rain").full == "rain"
