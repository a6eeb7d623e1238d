"""Rows as any database gives them: in one order, with checksums that are the same on each.

The checksum of a table is the sum, modulo 2^128, of the BLAKE2b hashes (16 bytes) of its rows, so
their order makes no difference. A row is hashed as a JSON array without blanks, in UTF-8, of its
values in the order of the columns of ``docs/schema.md``: dates and moments (in UTC, to the
microsecond) in ISO 8601, bytes in hexadecimal, numbers as shortest they are told exactly.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Connection, Float, Integer, Table, func, select

from db.schema.base import Base

BATCH: Final = 2_000
"""Rows that are in memory at a time, and that a copy commits at once."""

_BYTES: Final = 16
_MODULUS: Final = 1 << 8 * _BYTES

Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class TableSum:
    """How many rows a table has, and their checksum."""

    rows: int
    checksum: str


def all_tables() -> list[Table]:
    """The tables of an archive, each after those that it refers to."""
    return list(Base.metadata.sorted_tables)


def numbered_by(table: Table) -> Column[Any] | None:
    """The column that rows are read by: whole numbers, which every database orders alike.

    None for a small table that has none.
    """
    own = [one for one in table.primary_key.columns if isinstance(one.type, Integer)]
    others = [one for one in table.columns if one.foreign_keys and not one.nullable]
    return next(iter([*own, *others]), None)


def batches(
    connection: Connection, table: Table, which: ColumnElement[bool] | None = None
) -> Iterator[Sequence[Row]]:
    """The rows of a table, in the order of `numbered_by`, some at a time."""
    statement = select(table)
    if (number := numbered_by(table)) is not None:
        statement = statement.order_by(number)
    if which is not None:
        statement = statement.where(which)
    yield from connection.execute(statement.execution_options(yield_per=BATCH)).partitions()


def count_rows(connection: Connection, table: Table) -> int:
    """How many rows a table has."""
    return connection.scalar(select(func.count()).select_from(table)) or 0


def sum_of(connection: Connection, table: Table) -> TableSum:
    """The rows and checksum of a table."""
    adding = Adding(table)
    for some in batches(connection, table):
        adding.add(some)
    return adding.sum


class Adding:
    """Adds up the checksum of rows of one table."""

    def __init__(self, table: Table) -> None:
        self._rows = 0
        self._total = 0
        self._floats = [
            index for index, one in enumerate(table.columns) if isinstance(one.type, Float)
        ]

    def add(self, rows: Iterable[Row]) -> None:
        """Count some rows in."""
        for row in rows:
            self._rows += 1
            canonical = _CANONICAL(self._plain(row)).encode("utf-8", "surrogatepass")
            digest = hashlib.blake2b(canonical, digest_size=_BYTES).digest()
            self._total = (self._total + int.from_bytes(digest)) % _MODULUS

    def take(self, other: Adding) -> None:
        """Count in all rows of another."""
        self._rows += other._rows
        self._total = (self._total + other._total) % _MODULUS

    @property
    def sum(self) -> TableSum:
        """Of all rows so far."""
        return TableSum(self._rows, f"{self._total:0{2 * _BYTES}x}")

    def _plain(self, row: Row) -> list[Any]:
        values = list(row)
        for index in self._floats:
            if values[index] is not None:
                # SQLite keeps no sign of a zero.
                values[index] = float(values[index]) + 0.0
        return values


def _plain_value(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    raise TypeError(f"no column holds a {type(value).__name__}")


_CANONICAL: Final = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), default=_plain_value
).encode
