"""Opening a view for the table: what a worker does before the screen changes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Engine

from db.claims.view import Cancel, ClaimView, open_view
from db.connection.errors import archive_errors
from db.query.model import ClaimQuery
from tui.browse.table.folding import Folds, turned
from tui.browse.table.paged_rows import PAGE, PagedRows

_STEP: Final = 20_000


@dataclass(frozen=True, slots=True)
class OpenedView:
    """A view with its first rows read.

    Args:
        query: What it shows.
        rows: Its rows.
        cursor: Where the claim that was under the cursor is now; 0 if it is not in the view.
        only_selected: It shows the marked claims, whatever the query.
        complete: It has all claims of the query, not only the first ones.
    """

    query: ClaimQuery
    rows: PagedRows
    cursor: int
    only_selected: bool = False
    complete: bool = True

    @property
    def claims(self) -> int:
        """How many claims of the query it shows, without those that were unfolded besides."""
        return self.rows.n - self.rows.folds.added


def open_first(engine: Engine, query: ClaimQuery, keep: int | None, cancel: Cancel) -> OpenedView:
    """The first page of a query, as `open_rows`: a database finds it long before the rest."""
    most = PAGE if query.limit is None else min(PAGE, query.limit)
    with archive_errors(engine):
        view = open_view(engine, replace(query, limit=most), cancel=cancel)
        opened = _with_first_page(query, view, keep)
    return replace(opened, complete=len(view) < PAGE)


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


def open_folded(engine: Engine, shown: OpenedView, ident: int) -> OpenedView:
    """A view with what stands within a claim shown below it, or folded again.

    Raises:
        ArchiveError: The database cannot be read.
    """
    with archive_errors(engine):
        rows = shown.rows
        view, folds = turned(engine, rows.view.ids, rows.folds, ident)
        return _with_first_page(shown.query, view, ident, shown.only_selected, folds)


def open_selected(
    engine: Engine, query: ClaimQuery, selection: Iterable[int], keep: int | None
) -> OpenedView:
    """A view of the marked claims, in the order of marking; ``query`` is what to return to."""
    with archive_errors(engine):
        return _with_first_page(query, ClaimView(engine, array("q", selection)), keep, True)


def _with_first_page(
    query: ClaimQuery,
    view: ClaimView,
    keep: int | None,
    only_selected: bool = False,
    folds: Folds | None = None,
) -> OpenedView:
    cursor = _index_of(view.ids, keep) if keep is not None else 0
    rows = PagedRows(view, folds or Folds.of(query))
    if rows.n:
        rows.want(cursor // PAGE)
        if (read := rows.read_next()) is not None:
            rows.put(*read)
    return OpenedView(query, rows, cursor, only_selected)


def _index_of(ids: array[int], wanted: int) -> int:
    """Where an id is, 0 if it is nowhere; looked for in steps, between which the screen moves."""
    for start in range(0, len(ids), _STEP):
        try:
            return ids.index(wanted, start, start + _STEP)
        except ValueError:
            continue
    return 0
