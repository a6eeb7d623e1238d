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


def test_words_that_several_names_have_are_refused_with_the_ids(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Ana Ruiz", None, None), ("Bea Ruiz", None, None))
    with pytest.raises(QueryError, match=r"'ruiz' could be Ana Ruiz \(e[0-9a-f]{16}\), Bea Ruiz"):
        rename(desk.engine, "ruiz", "Ruiz", "ines")
