"""A connection to read with, whose errors are told as the archive's."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from sqlalchemy import Connection, CursorResult, Engine

from db.connection.errors import ArchiveError, archive_errors, reason
from db.connection.passwords import shown


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the archive until the end.

    Raises:
        ArchiveError: The database fails, be it through SQLAlchemy or through its driver's cursor.
    """
    with archive_errors(engine):
        try:
            with engine.connect() as connection:
                yield connection
        except _driver_errors() as error:
            raise ArchiveError(f"{shown(engine.url)}: {reason(error)}") from error


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the archive as it is now until the end, whatever others write."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        # SQLite's transactions see one state by themselves.
        with connection.begin():
            yield connection


@contextmanager
def readable(connection: Connection) -> Iterator[None]:
    """Have text of SQLite's that is not UTF-8 be read with U+FFFD where it is not, and not fail."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.driver_connection
    usual = driver.text_factory
    driver.text_factory = partial(str, encoding="utf-8", errors="replace")
    try:
        yield
    finally:
        driver.text_factory = usual


def plain_rows(result: CursorResult[Any]) -> Sequence[Any]:
    """All rows as the driver's own tuples, for numbers and text only: nothing is converted."""
    cursor = result.cursor
    assert cursor is not None, "a SELECT has a cursor"
    rows = cursor.fetchall()
    result.close()
    return rows


def _driver_errors() -> tuple[type[Exception], ...]:
    """The errors of the drivers in use; PostgreSQL's is not loaded for SQLite's sake."""
    psycopg = sys.modules.get("psycopg")
    return (sqlite3.Error,) if psycopg is None else (sqlite3.Error, psycopg.Error)
