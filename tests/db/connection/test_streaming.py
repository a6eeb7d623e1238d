"""The answer of a PostgreSQL server as it comes."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import pytest
from psycopg import capabilities
from sqlalchemy import Engine, text

from db.connection.reading import reading
from db.connection.streaming import StreamingCursor, streaming

pytestmark = pytest.mark.parametrize("backend", ["postgresql"], indirect=True)

NUMBERS = text("SELECT generate_series(1, 12000)")


def cursor_of(connection: Any) -> Any:
    """A cursor whose answer has begun to come."""
    with streaming(connection):
        return connection.execute(NUMBERS).cursor


@pytest.mark.parametrize("chunks", [True, False])
def test_rows_are_held_by_chunks(
    archive: Engine, monkeypatch: pytest.MonkeyPatch, chunks: bool
) -> None:
    monkeypatch.setattr(capabilities, "has_stream_chunked", lambda **_: chunks)
    with reading(archive) as connection, closing(cursor_of(connection)) as cursor:
        held, numbers = set[int](), list[int]()
        while batch := cursor.fetchmany(700):
            numbers.extend(number for (number,) in batch)
            held.add(cursor.pgresult.ntuples)

    assert numbers == list(range(1, 12_001))
    assert max(held) == (5_000 if chunks else 1)


def test_a_cursor_that_is_closed_early_leaves_its_connection_to_others(archive: Engine) -> None:
    with reading(archive) as connection:
        with closing(cursor_of(connection)) as cursor:
            assert cursor.fetchmany(2) == [(1,), (2,)]
        connection.rollback()
        usual = connection.execute(NUMBERS)

        assert not isinstance(usual.cursor, StreamingCursor)
        assert len(usual.all()) == 12_000


def test_a_cursor_that_was_never_used_can_be_closed(archive: Engine) -> None:
    with reading(archive) as connection, streaming(connection):
        connection.connection.cursor().close()
