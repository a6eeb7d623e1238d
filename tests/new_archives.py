"""Has new archives made as the first one of a test process was: to make one takes all migrations.

A new file is a copy of the first. What is filled while it is no archive yet, and what is on a
server, has the statements run again that made the first, without what Alembic looks up for them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, Final

import pytest
from sqlalchemy import Connection, Engine, create_engine, event, inspect

from db import archive
from db.migrations import run

_BRING: Final = archive._bring_up_to_date
_UPGRADE: Final = run.upgrade_on

_Statement = tuple[str, Any]
_MADE_BY: Final[dict[str, list[_Statement]]] = {}
"""What made an archive of nothing, by kind of database."""


def copy_new(patch: pytest.MonkeyPatch) -> None:
    """Have new archives be copies as long as ``patch`` holds."""
    patch.setattr(archive, "_bring_up_to_date", _brought_up)
    for user in ("db.migrations.run", "db.keeping.unfinished"):
        patch.setattr(f"{user}.upgrade_on", _upgraded_on)


def _brought_up(engine: Engine, *, read_only: bool, create: bool) -> bool:
    """In place of what makes or upgrades an archive: one in an empty file is a copy."""
    if engine.dialect.name == "sqlite" and create and not read_only and _is_empty(engine):
        connection = engine.raw_connection()
        try:
            assert isinstance(connection.driver_connection, sqlite3.Connection)
            _made().backup(connection.driver_connection)
        finally:
            connection.close()
    return _BRING(engine, read_only=read_only, create=create)


def _is_empty(engine: Engine) -> bool:
    with engine.connect() as connection:
        version = connection.exec_driver_sql("PRAGMA schema_version").scalar()
    return version == 0


@cache
def _made() -> sqlite3.Connection:
    """An archive without articles, in memory."""
    made = sqlite3.connect(":memory:", check_same_thread=False)
    engine = create_engine("sqlite://", creator=lambda: made)
    run.upgrade(engine)
    return made


def _upgraded_on(connection: Connection, revision: str = "head") -> None:
    """In place of what runs the migrations: an empty database has them as statements."""
    kind = connection.dialect.name
    if revision != "head" or inspect(connection).get_table_names():
        _UPGRADE(connection, revision)
    elif kind not in _MADE_BY:
        with _noted(connection) as statements:
            _UPGRADE(connection)
        _MADE_BY[kind] = statements
    else:
        for statement, parameters in _MADE_BY[kind]:
            connection.exec_driver_sql(statement, parameters)


@contextmanager
def _noted(connection: Connection) -> Iterator[list[_Statement]]:
    """The statements that are run meanwhile, but for those that only look."""
    noted: list[_Statement] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if not statement.startswith(("SELECT", "PRAGMA")):
            noted.append((statement, parameters or None))

    event.listen(connection, "before_cursor_execute", note)
    yield noted
    event.remove(connection, "before_cursor_execute", note)
