"""Pairs that may be one."""

from __future__ import annotations

import pytest

from claims.identity.verdict import Verdict
from db.connection.engine import writing
from db.identity.decisions import decide
from db.identity.rebuild import relink_all
from db.speakers.suggestions import list_suggestions
from tests.db.archives import Desk
from tests.db.conftest import on_sqlite
from tests.db.identity.named import names
from tests.db.identity.newsroom import Newsroom


@on_sqlite
def test_a_suggestion_waits_until_it_is_decided_on(desk: Desk, room: Newsroom) -> None:
    [one] = list_suggestions(desk.engine)
    assert {one.left.label, one.right.label} == {"Tomas Berg", "Berg"}

    decide(desk.engine, one.number, Verdict.SAME, "ines")

    assert names(desk) == {"Tomas Berg", "Ana Ruiz"}
    assert list_suggestions(desk.engine) == []


@on_sqlite
@pytest.mark.parametrize("verdict", [Verdict.DIFFERENT, Verdict.UNSURE])
def test_a_pair_that_was_decided_on_is_not_suggested_again(
    desk: Desk, room: Newsroom, verdict: Verdict
) -> None:
    [one] = list_suggestions(desk.engine)
    decide(desk.engine, one.number, verdict, "ines")

    room.article(("Berg", "mayor", "Elm City"))
    with writing(desk.engine) as connection:
        relink_all(connection)

    assert list_suggestions(desk.engine) == []
    assert names(desk) == {"Tomas Berg", "Berg", "Ana Ruiz"}


def test_names_of_one_speaker_are_not_suggested_to_one_that_was_refused(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Tomas V. Berg", None, None), ("Tomas Berg", None, None))
    room.article(("T. Berg", None, None))
    one, *_ = list_suggestions(desk.engine, "T. Berg")

    decide(desk.engine, one.number, Verdict.DIFFERENT, "ines")

    assert list_suggestions(desk.engine) == []
