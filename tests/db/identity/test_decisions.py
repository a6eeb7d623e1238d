"""People's judgements: merge, split, alias."""

from __future__ import annotations

import pytest

from db.claims.view import open_view
from db.identity.decisions import alias, merge
from db.query.line import parse_filter
from db.query.model import QueryError
from db.schema.identity import Entity, MentionEntity
from tests.db.archives import Desk, count
from tests.db.conftest import on_sqlite
from tests.db.identity.named import names
from tests.db.identity.newsroom import Newsroom


@on_sqlite
def test_a_merge_is_seen_everywhere_and_rewrites_no_claim(desk: Desk, room: Newsroom) -> None:
    before = count(desk.engine, MentionEntity), count(desk.engine, Entity)

    done = merge(desk.engine, "Tomas Berg", ["Ana Ruiz"], "ines")

    assert done.what == "merge Ana Ruiz into Tomas Berg"
    assert names(desk) == {"Tomas Berg", "Berg"}
    assert room.found('speaker:"ana ruiz"') == room.found('speaker:"tomas berg"') == 2
    rows = open_view(desk.engine, parse_filter("speaker:ruiz")).rows(0, 9)
    assert {row.names for row in rows} == {("Tomas Berg",)}
    assert (count(desk.engine, MentionEntity), count(desk.engine, Entity)) == before


@on_sqlite
def test_articles_to_come_that_use_an_alias_are_linked(desk: Desk, room: Newsroom) -> None:
    alias(desk.engine, "ana ruiz", "The Iron Pilot", "ines")
    room.article(("The Iron Pilot", None, None))

    assert names(desk) == {"Tomas Berg", "Berg", "Ana Ruiz"}
    assert room.found('speaker:"iron pilot"') == 2
    with pytest.raises(QueryError, match="goes by The Iron Pilot already"):
        alias(desk.engine, "ana ruiz", "The Iron Pilot", "ines")
