"""Opening views in the background: the first rows to look at come before all others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Final, Protocol

from sqlalchemy import Engine

from db.claims.view import Cancel, Cancelled, ClaimRow
from db.connection.engine import ArchiveError
from db.query.model import ClaimQuery, QueryError
from tui.browse.table.folding import parent_of
from tui.browse.table.open_view import (
    OpenedView,
    open_first,
    open_folded,
    open_rows,
    open_selected,
)
from tui.core import queries
from tui.core.background import Host, in_background
from tui.core.selection import Selected, selected_in

_MOST_BEFORE: Final = 100
"""Queries to return to, but for one."""


class OpeningHost(Host, Protocol):
    """A screen that shows a view."""

    def show_view(self, opened: OpenedView, first: OpenedView | None) -> None:
        """Show a view, or all of one whose first rows are shown."""

    def tell(self, problem: str | None = None) -> None:
        """Say what is shown and what is on its way, or what is wrong."""


class Opening:
    """The view that is shown, and the one on its way.

    Args:
        screen: The one that shows views.
        engine: Of the archive.
        query: What is to be shown first.
    """

    def __init__(self, screen: OpeningHost, engine: Engine, query: ClaimQuery) -> None:
        self._screen = screen
        self._engine = engine
        self._cancel: Cancel | None = None
        self.asked = query
        self.shown: OpenedView | None = None
        self.first: OpenedView | None = None
        """Of the view on its way what is shown already."""
        self.keep: int | None = None
        """The claim to begin with the cursor on."""
        self.clears = False
        """Whether it is on its way because the filter was cleared."""
        self._before: list[ClaimQuery] = []

    @property
    def query(self) -> ClaimQuery:
        """That of the view that is shown, or as long as there is none of the first."""
        return self.asked if self.shown is None else self.shown.query

    @property
    def busy(self) -> bool:
        """Whether a view is on its way, be it that its first rows are shown already."""
        return self._cancel is not None

    @property
    def ids(self) -> Sequence[int] | None:
        """All claims of the view that is shown; None while not all are known."""
        return None if self.whole is None else self.whole.rows.view.ids

    @property
    def whole(self) -> OpenedView | None:
        """The view that is shown, if all of it is here."""
        return self.shown if self.shown is not None and self.shown.complete else None

    @property
    def claims(self) -> int | None:
        """How many the query finds; None where what is shown does not tell."""
        shown = self.whole
        return None if shown is None or shown.only_selected or shown.query.limit else shown.claims

    @property
    def only_selected(self) -> bool:
        """Whether the marked claims are shown, whatever the query."""
        return self.shown is not None and self.shown.only_selected

    def selected(self, selection: Collection[int]) -> Selected:
        """The marked claims, as the view that is shown has them."""
        if self.shown is None:
            return selected_in(None, selection)
        return selected_in(self.shown.rows.view.ids, selection, complete=self.shown.complete)

    def in_words(self) -> str:
        """What was asked for, as a sentence."""
        title = "marked claims, in the order of marking"
        return title if self.only_selected else queries.in_words(self.asked)

    def open(
        self,
        query: ClaimQuery,
        current: int | None,
        *,
        clears: bool = False,
        goes_on: bool = False,
    ) -> None:
        """Open the view of a query.

        Args:
            query: What is asked for.
            current: The claim to keep the cursor on, if there is one.
            clears: Whether the filter was cleared.
            goes_on: Whether what was asked for before is not worth a return.
        """
        self.stop()
        if query != self.asked and not goes_on:
            self._before = [*self._before[-_MOST_BEFORE:], self.asked]
        self.asked = query
        self.clears = clears
        keep, self.keep = self.keep if current is None else current, None
        self._cancel = Cancel()
        work = partial(self._read, query, keep, self._cancel)
        self._screen.run_worker(work, group="view", exclusive=True, thread=True)
        self._screen.tell()

    def previous(self) -> ClaimQuery | None:
        """What was asked for before, to be opened as what ``goes_on``; None if nothing was."""
        return self._before.pop() if self._before else None

    def open_selected(self, claims: list[int], keep: int | None) -> None:
        """Open the view of these claims, to return from to the query."""
        read = partial(open_selected, self._engine, self.asked, claims, keep)
        in_background(self._screen, "view", read, self._show_whole)

    def toggle_selected(self, claims: list[int], keep: int | None) -> None:
        """Show the marked claims, or again what was asked for."""
        if self.only_selected:
            self.open(self.asked, keep)
        elif claims:
            self.open_selected(claims, keep)
        else:
            self._screen.notify("No claims are marked; space marks one.", severity="warning")

    def fold(self, row: ClaimRow) -> None:
        """Show what stands within a claim below it, or fold it again."""
        shown = self.whole
        parent = None if shown is None else parent_of(row, shown.rows.view.ids)
        if shown is None:
            reason = "Not all claims of this view are here yet."
            self._screen.notify(reason, severity="warning")
        elif parent is None:
            self._screen.notify("No claim stands within this one.")
        else:
            read = partial(open_folded, self._engine, shown, parent)
            in_background(self._screen, "fold", read, partial(self._show_folded, shown))

    def _show_folded(self, before: OpenedView, opened: OpenedView) -> None:
        if self.shown is before:
            self._show_whole(opened)

    def stop(self) -> None:
        """Open nothing any more; what is shown stays."""
        self.first = None
        if self._cancel is not None:
            self._cancel.cancel()
            self._cancel = None

    def return_to_shown(self) -> None:
        """Open nothing any more, and ask for what is shown."""
        self.stop()
        self.asked = self.query

    def _read(self, query: ClaimQuery, keep: int | None, cancel: Cancel) -> None:
        show: Callable[[OpenedView | str], object]
        show = partial(self._screen.call_later, self._was_read, cancel)
        try:
            first = open_first(self._engine, query, keep, cancel)
            show(first)
            if not first.complete:
                show(open_rows(self._engine, query, keep, cancel))
        except Cancelled:
            return
        except (ArchiveError, QueryError) as error:
            show(str(error))

    def _was_read(self, cancel: Cancel, opened: OpenedView | str) -> None:
        if cancel is not self._cancel:
            return
        if isinstance(opened, str):
            self._cancel = None
            self._screen.tell(problem=opened)
        elif not opened.complete:
            self.shown = self.first = opened
            self._screen.show_view(opened, None)
        else:
            self._cancel = None
            first, self.first = self.first, None
            self._show_whole(opened, first)

    def _show_whole(self, opened: OpenedView, first: OpenedView | None = None) -> None:
        self.shown = opened
        self._screen.show_view(opened, first)
