"""An archive whose entities were linked by the rules of before."""

from __future__ import annotations

from sqlalchemy import text

from claims.claim import SpeakerKind
from db.archive import open_archive
from db.connection.engine import writing
from db.keeping.check import verify
from db.migrations.run import downgrade
from tests.db.archives import Desk
from tests.db.identity.newsroom import Newsroom


def test_they_are_linked_anew_when_it_is_opened(desk: Desk) -> None:
    room = Newsroom(desk)
    for name in ("Osei’s campaign", "Martha Osei’s campaign"):
        room.article((name, None, None), kind=SpeakerKind.ORGANIZATION)
    downgrade(desk.engine, "0027")
    with writing(desk.engine) as connection:
        connection.execute(text("DELETE FROM entity_key WHERE key LIKE 'q:%'"))
        connection.execute(text("DELETE FROM judgement"))
        connection.execute(text("UPDATE entity SET canonical_id = id, label = NULL"))
    assert len(room.speakers) == 2

    open_archive(desk.engine.url.render_as_string(hide_password=False))

    assert set(room.speakers) == {"Martha Osei’s campaign"}
    assert verify(desk.engine) == []
