"""Copies between databases: every row, resumed where one was broken off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, inspect, select, text

import db.keeping.copy as copying
from db.archive import open_archive
from db.claims.view import open_view
from db.connection.engine import ArchiveError, connect, database_url, writing
from db.keeping.check import verify
from db.keeping.copy import copy
from db.query.line import parse_filter
from db.review.actions import accept
from db.schema.base import Base
from tests.db.archives import Server


@pytest.fixture
def elsewhere(sound: Engine, server: Server, tmp_path: Path) -> Iterator[str]:
    """An empty database of the other kind."""
    if sound.dialect.name == "postgresql":
        yield str(tmp_path / "copy.db")
    else:
        with server.database() as url:
            yield url


def rows(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    with engine.connect() as connection:
        return {
            name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for name, table in Base.metadata.tables.items()
        }


def test_every_row_is_there_and_back_again_with_the_same_sums(
    sound: Engine, elsewhere: str, tmp_path: Path
) -> None:
    sums = copy(sound, elsewhere)
    copied = open_archive(elsewhere)
    assert rows(copied) == rows(sound)
    assert verify(copied) == []
    assert sums["claim"].rows == 6
    again = str(tmp_path / "again.db")
    assert copy(copied, again) == sums
    found = open_view(copied, parse_filter("bread include:all"))
    assert [row.content for row in found.rows(0, 9)] == ["Nine days is a lot of bread"]
    accept(copied, [3], "ines")  # New rows get new numbers.
    assert verify(copied) == []
    copied.dispose()


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("table", ["article", "claim_span", "claim_tag"])
def test_a_copy_that_is_broken_off_goes_on(
    sound: Engine, elsewhere: str, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = copying.load
    monkeypatch.setattr("db.keeping.rows.BATCH", 2)

    def loading(connection: Any, into: Any, some: Any) -> None:
        load(connection, into, some)
        if into.name == table:
            connection.commit()
            raise Killed

    monkeypatch.setattr(copying, "load", loading)
    with pytest.raises(Killed):
        copy(sound, elsewhere)
    with pytest.raises(ArchiveError, match="a copy that was broken off; 'claims copy' from"):
        open_archive(elsewhere)
    written: list[str] = []

    def counting(connection: Any, into: Any, some: Any) -> None:
        written.append(into.name)
        load(connection, into, some)

    monkeypatch.setattr(copying, "load", counting)
    copy(sound, elsewhere)
    assert "outlet" not in written
    assert table in written or table == "claim_tag"
    copied = open_archive(elsewhere)
    assert rows(copied) == rows(sound)
    copied.dispose()


def test_what_changed_between_two_tries_is_copied_anew(
    sound: Engine, elsewhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise Killed

    monkeypatch.setattr(copying, "finish", failing)
    with pytest.raises(Killed):
        copy(sound, elsewhere)
    monkeypatch.undo()
    half = connect(database_url(elsewhere))
    with writing(half) as connection:
        connection.execute(text("UPDATE article SET title = 'Otherwise' WHERE id = 1"))
        connection.execute(text("DELETE FROM claim_tag"))
    half.dispose()
    copy(sound, elsewhere)
    copied = open_archive(elsewhere)
    assert rows(copied) == rows(sound)
    copied.dispose()


def test_what_is_a_copy_already_is_left_as_it_is(sound: Engine, elsewhere: str) -> None:
    sums = copy(sound, elsewhere)
    assert copy(sound, elsewhere) == sums
    copied = open_archive(elsewhere)
    # As many rows, and another one among them.
    with writing(copied) as connection:
        connection.execute(text("UPDATE article SET title = 'Another' WHERE id = 1"))
    with pytest.raises(ArchiveError, match="holds an archive already"):
        copy(sound, elsewhere)
    assert rows(copied) != rows(sound)
    copied.dispose()


def test_a_database_that_holds_something_is_left_alone(own: Engine, sound: Engine) -> None:
    before = rows(own)
    url = own.url.render_as_string(hide_password=False)
    with pytest.raises(ArchiveError, match="holds an archive already; copy to an empty database"):
        copy(sound, url)
    with pytest.raises(ArchiveError, match="is the database to copy from"):
        copy(own, url)
    assert rows(own) == before


def test_another_programs_database_is_left_alone(sound: Engine, tmp_path: Path) -> None:
    other = connect(database_url(str(tmp_path / "other.db")))
    with writing(other) as connection:
        connection.execute(text("CREATE TABLE recipe (id INTEGER)"))
    with pytest.raises(ArchiveError, match="belongs to another program"):
        copy(sound, str(tmp_path / "other.db"))
    assert inspect(other).get_table_names() == ["recipe"]
    other.dispose()
