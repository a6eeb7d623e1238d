"""An archive that is being filled is none until it is finished."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from db.archive import COPYING, open_archive
from db.connection.engine import ArchiveError, connect, database_url, writing
from db.keeping.check import verify
from db.keeping.unfinished import begin, finish
from db.migrations.run import changing_schema


def test_it_is_opened_only_once_it_is_finished(empty_url: str) -> None:
    engine = connect(database_url(empty_url))
    assert not begin(engine)
    assert begin(engine)
    with pytest.raises(ArchiveError, match="holds a copy that was broken off"):
        open_archive(empty_url)
    with changing_schema(engine) as connection:
        finish(connection)
    opened = open_archive(empty_url)
    assert verify(opened) == []
    opened.dispose()
    engine.dispose()


def test_what_another_version_began_is_left_to_it(empty_url: str) -> None:
    engine = connect(database_url(empty_url))
    begin(engine)
    with writing(engine) as connection:
        connection.execute(text(f"UPDATE {COPYING} SET version_num = '9999'"))
    with pytest.raises(ArchiveError, match="another version of Claims began"):
        begin(engine)
    engine.dispose()
