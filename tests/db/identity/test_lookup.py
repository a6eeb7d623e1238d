"""The one speaker that is meant."""

from __future__ import annotations

import pytest

from db.identity.decisions import merge, rename
from db.query.model import QueryError
from db.speakers.page import list_acts
from tests.db.archives import Desk
from tests.db.identity.newsroom import Newsroom


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Nobody", "there is no speaker called 'Nobody'"),
        ("erg", "there is no speaker called 'erg'"),
        ("", "there is no speaker called ''"),
    ],
)
def test_a_name_that_finds_nobody_is_refused(
    desk: Desk, room: Newsroom, name: str, told: str
) -> None:
    with pytest.raises(QueryError, match=told):
        merge(desk.engine, name, ["Berg"], "ines")
    assert list_acts(desk.engine) == []


def test_who_may_be_meant_by_a_name_that_is_nearly_right_is_told(desk: Desk) -> None:
    Newsroom(desk).article(("Ana Ruiz", None, None), ("Bea Holm", None, None))
    told = "there is no speaker called 'ana riuz'; did you mean 'Ana Ruiz'\\?"
    with pytest.raises(QueryError, match=told):
        rename(desk.engine, "ana riuz", "Ruiz", "ines")


def test_words_that_several_names_have_are_refused_with_the_ids(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Ana Ruiz", None, None), ("Bea Ruiz", None, None))
    with pytest.raises(QueryError, match=r"'ruiz' could be Ana Ruiz \(e[0-9a-f]{16}\), Bea Ruiz"):
        rename(desk.engine, "ruiz", "Ruiz", "ines")
