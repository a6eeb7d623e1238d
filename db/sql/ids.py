"""The ids of all claims that a statement finds, of which there may be millions."""

from __future__ import annotations

import sys
from array import array
from contextlib import closing
from itertools import chain
from typing import Any, Final

from sqlalchemy import Connection, Select, func, select

from db.connection.cancel import Cancel
from db.schema.core import Claim

_BATCH: Final = 20_000


def ids_of(
    connection: Connection, statement: Select[Any], cancel: Cancel | None = None
) -> array[int]:
    """The ids of claims, in the order of a statement: four bytes each, eight if there are ids that
    large.

    Args:
        connection: Within `reading`, which tells what the driver raises as the archive's.
        statement: Selects ``id`` alone.
        cancel: Looked at after each batch.

    Raises:
        Cancelled: It was stopped.
    """
    if connection.dialect.name == "sqlite":
        return _at_once(connection, statement, cancel)
    return _streamed(connection, statement, cancel)


def _streamed(connection: Connection, statement: Select[Any], cancel: Cancel | None) -> array[int]:
    """All ids as the server sends them: its client would hold thirty bytes and more of each."""
    # Imported late: the driver, which SQLite does without.
    from db.connection.streaming import streaming

    # What a server has as ids are integers of four bytes.
    ids = array("I")
    with streaming(connection):
        result = connection.execute(statement)
    with closing(result):
        # None where nothing was found. Rows of the driver's own take half of the time.
        cursor = result.cursor
        while cursor is not None and (batch := cursor.fetchmany(_BATCH)):
            ids.extend(chain.from_iterable(batch))
            if cancel is not None:
                cancel.check()
    return ids


def _at_once(connection: Connection, statement: Select[Any], cancel: Cancel | None) -> array[int]:
    """All ids as the digits of one value.

    SQLite's driver hands control from thread to thread at every row: a million ids in rows take
    seconds when other threads work too. Written by SQLite into one row they take no more than the
    query. (SQLite keeps the order of a subquery for ``group_concat``.)
    """
    ordered = statement.subquery()
    highest = connection.scalar(select(func.max(Claim.id))) or 0
    # Half the digits make half the text, of which the memory is there to stay.
    kind, digits = ("I", 8) if highest < 2**32 else ("Q", 16)
    joined = func.group_concat(func.printf(f"%0{digits}x", ordered.c.id), "")
    text: str = connection.scalar(select(joined)) or ""
    ids = array(kind)
    assert 2 * ids.itemsize == digits, "C has the usual sizes"
    step = digits * _BATCH
    for start in range(0, len(text), step):
        ids.frombytes(bytes.fromhex(text[start : start + step]))
        if cancel is not None:
            cancel.check()
    if sys.byteorder == "little":
        ids.byteswap()
    return ids
