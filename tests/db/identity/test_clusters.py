"""Which entities are one."""

from __future__ import annotations

import pytest

from claims.identity.verdict import Verdict
from db.identity.decisions import judge_pair, merge, rename, split
from db.identity.undo import undo
from db.query.model import QueryError
from tests.db.archives import Desk
from tests.db.conftest import on_sqlite
from tests.db.identity.named import names
from tests.db.identity.newsroom import Newsroom


def test_a_split_holds_against_the_program(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Tomas V. Berg", None, None))
    room.article(("Tomas Berg", None, None))
    assert names(desk) == {"Tomas V. Berg"}

    done = split(desk.engine, "Tomas V. Berg", "Tomas Berg", "ines")
    room.article(("Tomas Berg", "mayor", "Elm City"), ("Tomas V. Berg", "mayor", "Elm City"))

    assert names(desk) == {"Tomas V. Berg", "Tomas Berg"}
    undo(desk.engine, done.number, "ines")
    assert names(desk) == {"Tomas V. Berg"}


@on_sqlite
def test_a_split_says_which_name_is_left_when_the_shown_one_goes(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Tomas V. Berg", None, None))
    room.article(("Tomas Berg", None, None))
    done = split(desk.engine, "Tomas Berg", "Tomas V. Berg", "ines")
    assert done.what == "split Tomas V. Berg from Tomas Berg"


def test_a_new_name_is_shown_and_the_old_one_still_finds(desk: Desk, room: Newsroom) -> None:
    rename(desk.engine, "ana ruiz", "Ana  Ruiz-Vega", "ines")
    assert names(desk) == {"Tomas Berg", "Berg", "Ana Ruiz-Vega"}
    assert room.found('speaker:"ana ruiz"') == room.found("speaker:vega") == 1

    rename(desk.engine, "ana ruiz", "Dr. Vega", "ines")
    undo(desk.engine, None, "ines")
    assert names(desk) == {"Tomas Berg", "Berg", "Ana Ruiz-Vega"}


@on_sqlite
def test_merging_what_was_judged_different_needs_no_undoing(desk: Desk, room: Newsroom) -> None:
    judge_pair(desk.engine, "Tomas Berg", "Ana Ruiz", Verdict.DIFFERENT, "ines")
    done = merge(desk.engine, "Tomas Berg", ["Ana Ruiz"], "bo")
    assert names(desk) == {"Tomas Berg", "Berg"}

    undo(desk.engine, done.number, "bo")
    assert names(desk) == {"Tomas Berg", "Berg", "Ana Ruiz"}
    with pytest.raises(QueryError, match="one with"):
        merge(desk.engine, "Berg", ["Berg"], "bo")
