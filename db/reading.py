"""A connection to read with, whose errors are told as the archive's."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from db.errors import ArchiveError, archive_errors, reason, shown


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


def _driver_errors() -> tuple[type[Exception], ...]:
    """The errors of the drivers in use; PostgreSQL's is not loaded for SQLite's sake."""
    psycopg = sys.modules.get("psycopg")
    return (sqlite3.Error,) if psycopg is None else (sqlite3.Error, psycopg.Error)
