"""What is typed in the one box, and what becomes of it."""

from __future__ import annotations

from typing import Protocol

from db.query.model import ClaimQuery, QueryError
from tui.browse.filter.filter_bar import FilterBar
from tui.browse.opening import Opening
from tui.browse.table.open_view import OpenedView
from tui.core import queries


class FilteringHost(Protocol):
    """A screen that shows the claims of a query."""

    def filter_by(self, query: ClaimQuery, *, goes_on: bool = False) -> None:
        """Show another query, and write it in the filter line."""

    def open_query(self, query: ClaimQuery, *, clears: bool = False, goes_on: bool = False) -> None:
        """Show another query, as `Opening.open` does."""

    def tell(self, problem: str | None = None) -> None:
        """Say what is shown and what is on its way, or what is wrong."""


class Filtering:
    """Filters by what is typed, and goes on to who was meant where nobody says it.

    Args:
        screen: The one that has the box.
        bar: The box.
        opening: Has the view.
    """

    def __init__(self, screen: FilteringHost, bar: FilterBar, opening: Opening) -> None:
        self._screen = screen
        self._bar = bar
        self._opening = opening
        self._typing = False

    def typed(self, line: str) -> None:
        """Show what a line asks for, or say what is wrong with it."""
        try:
            query = queries.read_line(line)
        except QueryError as error:
            self._opening.stop()
            self._screen.tell(problem=str(error))
            return
        # Of what is typed, only what was there before is worth a return.
        self._screen.open_query(query, goes_on=self._typing)
        self._typing = True

    def left(self) -> None:
        """Nothing is typed any more."""
        self._typing = False
        if not self._opening.busy and self._opening.whole is not None:
            self._settled(self._opening.whole)

    def opened(self, view: OpenedView) -> None:
        """Say how many claims the words are found in, and go on where it is none."""
        if not view.only_selected and view.query == self._asked():
            self._bar.tell_found(self._bar.line, view.rows.n)
        if not self._typing:
            self._settled(view)

    def _settled(self, view: OpenedView) -> None:
        # What finds nothing is a slip, and nobody wants it again.
        if view.rows.n and not view.only_selected:
            self._bar.recent.add(view.query)
        self._go_on(view)

    def _go_on(self, view: OpenedView) -> None:
        meant = self._bar.take_meant()
        if meant is not None and not view.rows.n and view.query == self._asked():
            self._screen.filter_by(queries.read_line(meant), goes_on=True)

    def _asked(self) -> ClaimQuery | None:
        """What the line asks for, if it makes sense."""
        try:
            return queries.read_line(self._bar.line)
        except QueryError:
            return None
