"""Relations are told from the words of two claims, and from how near they are."""

from __future__ import annotations

import pytest

from claims.comparison.relations import LEAST, May, relation
from claims.relation import Relation
from tests.claims.comparison.relations.dam import DAM, kind, said, told


def test_one_speaker_repeats_and_another_agrees() -> None:
    first = said("Ann Lee", DAM)
    again = said("Ann Lee", "forty farms were flooded by the dam at Velmora", day=3)
    assert kind(first, again) == (Relation.REPEATS, False)
    assert kind(again, first) == (Relation.REPEATS, True)
    assert kind(first, said("Bo Ek", again.statement.content)) == (Relation.AGREES, False)
    found = told(first, again)
    assert found is not None
    assert 0.75 <= found.score <= 1
    assert "velmora" in found.evidence


def test_nobody_known_and_those_who_may_be_one_tell_nothing() -> None:
    assert kind(said("Ann Lee", DAM), said("", DAM)) is None
    assert kind(said("Ann Lee", DAM), said("the Lee campaign", DAM)) is None


def test_claims_far_apart_have_no_relation() -> None:
    assert kind(said("Ann Lee", DAM), said("Bo Ek", DAM, "denied"), LEAST - 0.01) is None


def test_what_cannot_be_is_not_looked_at() -> None:
    first, again, other = said("Ann Lee", DAM), said("Ann Lee", DAM), said("Bo Ek", DAM, "denied")
    near = 0.85, 0.85
    assert relation(first, again, *near, May(deny=False, be_denied=False, update=False)) == told(
        first, again
    )
    assert relation(first, again, *near, May(be_alike=False)) is None
    assert relation(first, other, *near, May(be_alike=False)) == told(first, other)
    assert relation(first, other, *near, May(deny=False, be_denied=False, update=False)) is None


def test_another_number_of_the_same_speaker_updates_the_earlier() -> None:
    old = said("Ann Lee", "the dam flooded 40 farms below the river Orr")
    new = said("Ann Lee", "the dam flooded 52 farms below the river Orr", day=9)
    found = told(old, new)
    assert found is not None
    assert (found.relation, found.turned, found.evidence) == (
        Relation.UPDATES,
        False,
        ("40", "52"),
    )
    found = told(new, old)
    assert found is not None
    assert (found.turned, found.evidence) == (True, ("40", "52"))


@pytest.mark.parametrize(
    ("before", "now", "evidence"),
    [
        ("the dam may be closed below the river Orr", "will be closed", ("may", "will")),
        ("the dam will open below the river Orr by May", "June", ("may", "june")),
    ],
)
def test_what_is_surer_or_later_updates_what_one_speaker_said(
    before: str, now: str, evidence: tuple[str, str]
) -> None:
    after = before.replace("may be closed", now).replace("May", now)
    old, new = said("Ann Lee", before), said("Ann Lee", after, day=9)
    found = told(old, new)
    assert found is not None
    assert (found.relation, found.turned, found.evidence) == (Relation.UPDATES, False, evidence)
    found = told(new, old)
    assert found is not None
    assert (found.turned, found.evidence) == (True, evidence)
    other = kind(old, said("Bo Ek", after, day=9))
    assert other is None or other[0] is not Relation.UPDATES


@pytest.mark.parametrize(
    "content",
    [
        "the dam flooded 40 farms below the river Orr",
        "the dam flooded 52 ships below the river Orr",
        "the dam flooded 52 farms below the river Tal in Harrow",
        "the dam flooded 52 farms among fishermen below the river Orr",
    ],
)
def test_the_same_number_and_that_of_something_else_update_nothing(content: str) -> None:
    old = said("Ann Lee", "the dam flooded 40 farms below the river Orr")
    found = told(old, said("Ann Lee", content, day=9), 0.72)
    assert found is None or found.relation is not Relation.UPDATES


def test_shares_in_polls_of_others_update_nothing() -> None:
    old = said("the Orr survey", "Lee leads Ek 47 percent to 40 percent")
    assert kind(old, said("the Orr survey", "Lee leads Ek 44 percent to 43 percent", day=5)) == (
        Relation.UPDATES,
        False,
    )
    assert kind(old, said("a poll", "Lee leads Ek 44 percent to 43 percent", day=5)) is None
