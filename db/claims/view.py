"""ClaimView: the ordered ids of a query, and its rows by page."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from sqlalchemy import Connection, Engine

from db.claims.model import ClaimRow
from db.claims.rows import fetch_rows
from db.connection.cancel import Cancel, Cancelled
from db.connection.reading import reading
from db.query.compile import select_ids
from db.query.first_page import first_pages
from db.query.model import ClaimQuery
from db.sql.ids import ids_of

__all__ = ["Cancel", "Cancelled", "ClaimRow", "ClaimView", "open_view", "read_ids", "rows_by_id"]


class ClaimView:
    """The claims of one query in its order, as they were when it was opened.

    Four bytes a claim are held, eight if there are ids that large; rows are read when asked for,
    on a connection of the calling thread. A claim that is gone by then is left out of the rows.

    Args:
        engine: Of the archive.
        ids: Of the claims, in order.
    """

    def __init__(self, engine: Engine, ids: array[int]) -> None:
        self._engine = engine
        self.ids = ids

    def __len__(self) -> int:
        return len(self.ids)

    def rows(self, start: int, stop: int) -> list[ClaimRow]:
        """Rows ``start`` to ``stop``, exclusive; fewer where the view ends or a claim is gone."""
        return rows_by_id(self._engine, self.ids[max(0, start) : max(0, stop)])

    def row(self, i: int) -> ClaimRow | None:
        """Row ``i``; None if the claim is gone.

        Raises:
            IndexError: The view has no such row.
        """
        found = rows_by_id(self._engine, [self.ids[i]])
        return found[0] if found else None


def open_view(engine: Engine, query: ClaimQuery, cancel: Cancel | None = None) -> ClaimView:
    """Run a query.

    Args:
        engine: Of the archive.
        query: What is wanted.
        cancel: Stops it from another thread.

    Raises:
        Cancelled: ``cancel`` was used before the ids were there.
        ArchiveError: The database failed.
    """
    cancel = cancel or Cancel()
    with reading(engine) as connection, cancel.watch(connection):
        return ClaimView(engine, read_ids(connection, query, cancel))


def rows_by_id(engine: Engine, ids: Sequence[int]) -> list[ClaimRow]:
    """Claims in the order of ``ids``; an id that is not there is left out."""
    if not ids:
        return []
    with reading(engine) as connection:
        return fetch_rows(connection, ids)


def read_ids(connection: Connection, query: ClaimQuery, cancel: Cancel | None = None) -> array[int]:
    """The ids of a query, in order."""
    for first in first_pages(query, connection.dialect):
        ids = ids_of(connection, first, cancel)
        if len(ids) == query.limit:
            return ids
    return ids_of(connection, select_ids(query, connection.dialect), cancel)
