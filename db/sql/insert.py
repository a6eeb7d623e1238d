"""Inserting rows: only new ones, with their numbers, or none at all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Select, func, insert, select
from sqlalchemy.dialects import sqlite

from db.schema.base import Base

# Statements are written once: for a few rows, that takes longer than to run them.


@cache
def insert_all(table: type[Base]) -> Insert:
    """An insert of rows all of which are new."""
    return insert(table)


def insert_new(connection: Connection, table: type[Base]) -> Insert:
    """An insert that passes over rows whose key is there already."""
    return _insert_new(table, connection.dialect.name)


def add(connection: Connection, statement: Insert, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, if there are any: an empty list would insert a row of defaults."""
    if rows:
        connection.execute(statement, rows)


def add_numbered(
    connection: Connection,
    table: type[Base],
    rows: Sequence[dict[str, Any]],
    numbers: Sequence[int] | None = None,
) -> Sequence[int]:
    """Insert rows into a table with an ``id``; returns their numbers, in the same order.

    Args:
        connection: In a transaction that writes.
        table: Which.
        rows: Without numbers.
        numbers: Theirs; None for those that the database gives, on SQLite perhaps again after the
            rows that had them are gone.
    """
    if not rows:
        return ()
    if numbers is None and connection.dialect.name != "sqlite":
        return connection.scalars(_returning(table), rows).all()
    if numbers is None:
        # As SQLite would number them: to have it tell them it must be handed row by row.
        first = (connection.scalar(_greatest(table)) or 0) + 1
        numbers = range(first, first + len(rows))
    connection.execute(
        insert_all(table), [{**row, "id": n} for row, n in zip(rows, numbers, strict=True)]
    )
    return numbers


@cache
def _insert_new(table: type[Base], dialect: str) -> Insert:
    if dialect == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()
    # Imported late: the dialect of PostgreSQL, for which commands on SQLite would wait.
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table).on_conflict_do_nothing()


@cache
def _returning(table: type[Base]) -> Insert:
    return insert(table).returning(table.__table__.c.id, sort_by_parameter_order=True)


@cache
def _greatest(table: type[Base]) -> Select[int]:
    return select(func.max(table.__table__.c.id))
