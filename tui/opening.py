"""Opening a view for the table: what a worker does before the screen changes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Engine

from db.errors import archive_errors
from db.query import ClaimQuery
from db.view import Cancel, ClaimView, open_view
from tui.rows import PAGE, PagedRows


@dataclass(frozen=True, slots=True)
class OpenedView:
    """A view with its first rows read.

    Args:
        query: What it shows.
        rows: Its rows.
        cursor: Where the claim that was under the cursor is now; 0 if it is not in the view.
        only_marked: It shows the marked claims, whatever the query.
    """

    query: ClaimQuery
    rows: PagedRows
    cursor: int
    only_marked: bool = False


def open_rows(engine: Engine, query: ClaimQuery, keep: int | None, cancel: Cancel) -> OpenedView:
    """Run a query and read the page that will be seen first.

    Args:
        engine: Of the archive.
        query: What is wanted.
        keep: The claim to put the cursor on, if it is in the view.
        cancel: Stops it from another thread.

    Raises:
        Cancelled: It was stopped.
        ArchiveError: The database cannot be read.
    """
    with archive_errors(engine):
        return _with_first_page(query, open_view(engine, query, cancel=cancel), keep)


def open_marked(
    engine: Engine, query: ClaimQuery, marks: Iterable[int], keep: int | None
) -> OpenedView:
    """A view of the marked claims, in the order of marking; ``query`` is what to return to."""
    with archive_errors(engine):
        return _with_first_page(query, ClaimView(engine, array("q", marks)), keep, True)


def _with_first_page(
    query: ClaimQuery, view: ClaimView, keep: int | None, only_marked: bool = False
) -> OpenedView:
    try:
        cursor = view.ids.index(keep) if keep is not None else 0
    except ValueError:
        cursor = 0
    rows = PagedRows(view)
    if rows.n:
        rows.want(cursor // PAGE)
        if (read := rows.read_next()) is not None:
            rows.put(*read)
    return OpenedView(query, rows, cursor, only_marked)
