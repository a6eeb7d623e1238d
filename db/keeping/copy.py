"""Copying every row of an archive to another database, in batches; a later call goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Table, delete, event, func, insert, select
from sqlalchemy.exc import DBAPIError

from db.connection.engine import connect, database_url, writing
from db.connection.errors import ArchiveError, archive_errors, reason
from db.connection.passwords import shown
from db.connection.reading import snapshot
from db.keeping.rows import (
    Adding,
    Row,
    TableSum,
    all_tables,
    batches,
    count_rows,
    numbered_by,
    sum_of,
)
from db.keeping.unfinished import begin, finish, is_archive
from db.migrations.run import changing_schema

Progress = Callable[[int, int], None]
"""Told of rows that are copied, and of all there are."""


def copy(source: Engine, target: str, progress: Progress | None = None) -> dict[str, TableSum]:
    """Copy an archive as it is now to an empty database, whatever others write meanwhile.

    Stopped halfway, what was copied stays, and the next call goes on from there: what is there is
    compared first, and a table of which something has changed is copied anew. Until the end nobody
    opens the copy as an archive. Where the target is a copy already, nothing is left to do.

    Args:
        source: Of an open archive.
        target: A path or URL, as for ``database_url``.
        progress: Told of rows.

    Returns:
        Rows and checksum of each table, which are the same on both sides.

    Raises:
        ArchiveError: One of them cannot be read or written, or the target is not empty.
    """
    into = connect(database_url(target))
    if into.dialect.name == "sqlite":
        event.listen(into, "checkout", _loosen)
    try:
        if into.url == source.url:
            raise ArchiveError(f"{shown(into.url)}: is the database to copy from")
        with archive_errors(source), snapshot(source) as reading:
            with archive_errors(into):
                if (sums := _sums_of_copy(reading, into)) is not None:
                    return sums
                begin(into)
            return _copy(reading, into, progress or (lambda done, total: None))
    finally:
        into.dispose()


def _loosen(connection: sqlite3.Connection, _record: object, _proxy: object) -> None:
    """Have SQLite not ask of each row whether what it refers to is there yet."""
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA synchronous = NORMAL")


def _sums_of_copy(reading: Connection, into: Engine) -> dict[str, TableSum] | None:
    """What both have, where the target holds an archive with the same rows; else None."""
    with into.connect() as connection:
        if not is_archive(connection):
            return None
        sums: dict[str, TableSum] = {}
        for table in all_tables():
            if count_rows(reading, table) != count_rows(connection, table):
                return None
        for table in all_tables():
            sums[table.name] = sum_of(reading, table)
            if sum_of(connection, table) != sums[table.name]:
                return None
    return sums


def _copy(reading: Connection, into: Engine, progress: Progress) -> dict[str, TableSum]:
    tables = all_tables()
    total = sum(count_rows(reading, table) for table in tables)
    done = 0
    sums: dict[str, TableSum] = {}
    for table in tables:
        found = Adding(table)
        for some in _missing(reading, into, table, found):
            with _naming_table(table, into), writing(into) as connection:
                load(connection, table, some)
            progress(done + found.sum.rows, total)
        sums[table.name] = found.sum
        done += found.sum.rows
    with archive_errors(into):
        with into.connect() as connection:
            compare(connection, sums)
        with changing_schema(into) as connection:
            finish(connection)
    return sums


def _missing(
    reading: Connection, into: Engine, table: Table, found: Adding
) -> Iterator[Sequence[Row]]:
    """The rows that a copy lacks; the sum of all, those that it has too, is added up."""
    number = numbered_by(table)
    which: ColumnElement[bool] | None = None
    with _naming_table(table, into), writing(into) as connection:
        if number is not None:
            reached = connection.scalar(select(func.max(number)))
            if reached is not None:
                # Of the last number there may be rows that were not in the last batch.
                connection.execute(delete(table).where(number >= reached))
                which = number < reached
        had = Adding(table)
        if which is not None or (number is None and count_rows(connection, table)):
            for some in batches(reading, table, which):
                had.add(some)
        if sum_of(connection, table) != had.sum:
            connection.execute(delete(table))
            which = None
        elif had.sum.rows:
            found.take(had)
            if which is None:
                return
            which = ~which
        else:
            which = None
    for some in batches(reading, table, which):
        found.add(some)
        yield some


def load(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Write rows as they are.

    Args:
        connection: In a transaction that writes.
        table: Theirs.
        rows: With a value for each column, in order.
    """
    names = [column.name for column in table.columns]
    if connection.dialect.name == "sqlite":
        connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
        return
    quoted = ", ".join(f'"{name}"' for name in names)
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} ({quoted}) FROM STDIN") as out:
        for row in rows:
            out.write_row(row)


def compare(connection: Connection, sums: dict[str, TableSum]) -> None:
    """Check that the tables of a copy have the sums of the original's.

    Raises:
        ArchiveError: One has not.
    """
    for table in all_tables():
        if sum_of(connection, table) != sums[table.name]:
            name = shown(connection.engine.url)
            raise ArchiveError(f"{name}: {table.name} is not as it was read; copy again")


@contextmanager
def _naming_table(table: Table, into: Engine) -> Iterator[None]:
    """What the target refuses, told with its name and that of the table."""
    try:
        yield
    except DBAPIError as error:
        raise ArchiveError(f"{shown(into.url)}: {table.name}: {reason(error)}") from error
    except Exception as error:
        # What COPY raises comes from the driver as it is.
        if type(error).__module__.partition(".")[0] != "psycopg":
            raise
        raise ArchiveError(f"{shown(into.url)}: {table.name}: {reason(error)}") from error
