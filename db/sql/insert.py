"""Inserting rows: only new ones, or none at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Insert
from sqlalchemy.dialects import sqlite

from db.schema.base import Base


def insert_new(connection: Connection, table: type[Base]) -> Insert:
    """An insert that passes over rows whose key is there already."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()
    # Imported late: the dialect of PostgreSQL, for which commands on SQLite would wait.
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table).on_conflict_do_nothing()


def add(connection: Connection, statement: Insert, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, if there are any: an empty list would insert a row of defaults."""
    if rows:
        connection.execute(statement, rows)
