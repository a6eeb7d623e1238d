"""Linking a whole archive anew."""

from __future__ import annotations

from db.connection.engine import writing
from db.identity.decisions import merge
from db.identity.rebuild import relink_all
from db.schema.identity import MentionEntity
from db.speakers.suggestions import list_suggestions
from tests.db.archives import Desk, count
from tests.db.conftest import on_sqlite
from tests.db.identity.named import names
from tests.db.identity.newsroom import Newsroom


@on_sqlite
def test_linking_the_whole_archive_again_changes_nothing(desk: Desk, room: Newsroom) -> None:
    room.article(("Tomas V. Berg", None, None), ("T. Berg", "mayor", "Elm City"))
    merge(desk.engine, "Ana Ruiz", ["Tomas Berg"], "ines")
    before = names(desk), [one.basis for one in list_suggestions(desk.engine)]
    judged = count(desk.engine, MentionEntity)

    with writing(desk.engine) as connection:
        relink_all(connection)

    assert (names(desk), [one.basis for one in list_suggestions(desk.engine)]) == before
    assert count(desk.engine, MentionEntity) == judged
