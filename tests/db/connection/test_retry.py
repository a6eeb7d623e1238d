"""Waiting for a server that is away, and writing again what another writer came before."""

from __future__ import annotations

import psycopg
import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import DBAPIError

from db.connection import retry
from db.connection.engine import connect, database_url
from db.connection.errors import away, lasting, reason
from db.connection.retry import retried


class Gate:
    """Stands where connections are made, and refuses the first of them as a server does."""

    def __init__(self, engine: Engine, refused: int, told: str) -> None:
        self.asked = 0
        self._refused = refused
        self._told = told
        event.listen(engine, "do_connect", self)

    def __call__(self, *_: object) -> None:
        self.asked += 1
        if self.asked <= self._refused:
            raise psycopg.OperationalError(self._told)


def one(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.scalar(text("SELECT 1")) or 0


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retry, "WAITS", (0.0, 0.0))


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
@pytest.mark.parametrize(
    "told",
    [
        "connection failed: Connection refused",
        "connection failed: FATAL:  the database system is starting up",
    ],
)
def test_a_server_that_is_started_again_is_waited_for(empty_url: str, told: str) -> None:
    engine = connect(database_url(empty_url))
    gate = Gate(engine, 2, told)
    assert retried(lambda: one(engine)) == 1
    assert gate.asked == 3
    engine.dispose()


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_one_that_stays_away_is_told_as_what_lasts(empty_url: str) -> None:
    engine = connect(database_url(empty_url))
    gate = Gate(engine, 9, "connection failed: Connection refused")
    with pytest.raises(DBAPIError) as raised:
        retried(lambda: one(engine))
    assert gate.asked == 3
    assert away(raised.value)
    assert lasting(raised.value)
    assert reason(raised.value) == "the server cannot be reached: Connection refused"
    engine.dispose()


def test_what_another_writer_came_before_is_done_once_more(sqlite_archive: Engine) -> None:
    tried: list[int] = []

    def write() -> int:
        tried.append(1)
        with sqlite_archive.begin() as connection:
            connection.execute(text("INSERT INTO outlet (id, name, name_key) VALUES (1, 'a', 'a')"))
            if len(tried) == 1:
                connection.execute(
                    text("INSERT INTO outlet (id, name, name_key) VALUES (1, 'b', 'b')")
                )
        return len(tried)

    assert retried(write) == 2
    with pytest.raises(DBAPIError):
        retried(write)
    assert len(tried) == 4


def test_what_does_not_pass_is_not_done_again(sqlite_archive: Engine) -> None:
    tried: list[int] = []

    def wrong() -> None:
        tried.append(1)
        with sqlite_archive.connect() as connection:
            connection.execute(text("SELECT nothing"))

    with pytest.raises(DBAPIError):
        retried(wrong)
    assert len(tried) == 1
