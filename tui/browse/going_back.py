"""What escape does on the main screen: the nearest thing is undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from db.query.model import ClaimQuery
from tui.browse.filter.filter_bar import FilterBar
from tui.browse.opening import Opening
from tui.browse.views.saved_views import SavedViews
from tui.core import queries
from tui.core.background import Host


class BackHost(Host, Protocol):
    """A screen with a filter that can be cleared."""

    def open_query(self, query: ClaimQuery, *, clears: bool = False, goes_on: bool = False) -> None:
        """Show another query, as `Opening.open` does."""

    def tell(self, problem: str | None = None) -> None:
        """Say what is shown and what is on its way, or what is wrong."""


class GoingBack:
    """Undoes a running query, what is on the way, the marked-only view, the filter.

    Args:
        screen: The one that has them.
        bar: The filter line.
        opening: Has the view.
        views: Has the saved view that is open.
        nearer: What goes before the filter, in order; each tells whether it undid anything.
    """

    def __init__(
        self,
        screen: BackHost,
        bar: FilterBar,
        opening: Opening,
        views: SavedViews,
        nearer: Sequence[Callable[[], bool]],
    ) -> None:
        self._screen = screen
        self._bar = bar
        self._opening = opening
        self._views = views
        self._nearer = nearer

    def __call__(self) -> None:
        opening = self._opening
        if opening.busy and not opening.clears:
            opening.return_to_shown()
            if opening.shown is not None:
                self._bar.set_line(queries.as_line(opening.asked))
            self._screen.tell()
        elif any(undo() for undo in self._nearer):
            return
        elif opening.only_selected:
            self._screen.open_query(opening.asked)
        elif self._bar.line:
            self._views.leave()
            self._bar.set_line("")
            self._screen.notify("Filter cleared; backspace brings it back.")
            # A second escape does not bring back what the first took away.
            self._screen.open_query(queries.PLAIN, clears=True)
