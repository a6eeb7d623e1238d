"""The panes beside the table on the main screen: facets to filter by, the detail, going to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Protocol

from textual.widget import Widget

from db.analysis.facets.facets import Facet
from tui.browse.facets.facet_list import FacetList
from tui.browse.facets.facet_pane import FacetPane
from tui.browse.facets.side_panes import SidePanes
from tui.browse.opening import Opening
from tui.browse.results import Results
from tui.keys.in_order import under_way

OPENED: Final = ("-side", "-detail-on", "-detail-off")
"""The classes of the screen by which panes are opened and closed."""


class PanesHost(Protocol):
    """A screen whose classes say which panes are open."""

    @property
    def focused(self) -> Widget | None:
        """What has the focus."""

    def has_class(self, *class_names: str) -> bool:
        """Whether it has these classes."""

    def set_class(self, add: bool, *class_names: str) -> object:
        """Have classes, or not."""

    def call_after_refresh(self, callback: Callable[..., object], *args: Any) -> bool:
        """Call a function once what changed is shown."""


class Panes:
    """Opens, closes and goes to the panes of a screen.

    Args:
        screen: The one that has them.
        side: The facets.
        results: The table and the detail.
        opening: Has the view.
    """

    def __init__(
        self, screen: PanesHost, side: SidePanes, results: Results, opening: Opening
    ) -> None:
        self._screen = screen
        self._side = side
        self._results = results
        self._opening = opening

    @property
    def expects_soon(self) -> bool:
        """Whether a list that is shown for the first time is about to be filled."""
        focused = self._screen.focused
        empty = isinstance(focused, FacetList) and not focused.row_count
        return empty and under_way(self._side, {"facets"})

    def state(self) -> tuple[str, ...]:
        """Which of the classes in `OPENED` the screen has."""
        return tuple(name for name in OPENED if self._screen.has_class(name))

    def to_facet(self, name: str = "") -> None:
        """Go to a facet, by default the last one used; from there back to the table."""
        self._to_side(self._side.pane(Facet(name)) if name else self._side.last)

    def leave_side(self) -> bool:
        """Go from the facets to the table, and hide them where they take its room; tells whether
        they had the focus."""
        left = self._side.has_focus_within and not self._results.table.has_focus
        if left:
            self._to_table()
        return left

    @property
    def _roomy(self) -> bool:
        return self._screen.has_class("-wide") or self._screen.has_class("-huge")

    def _to_table(self) -> None:
        if not self._roomy:
            self._screen.set_class(False, "-side")
        self._results.table.focus()

    def toggle_detail(self) -> None:
        """Show the detail, or hide it."""
        shown = self._results.detail.display
        self._screen.set_class(not shown, "-detail-on")
        self._screen.set_class(shown, "-detail-off")
        self._screen.call_after_refresh(self._results.follow)

    def focus_next(self, step: int) -> None:
        """Go to the pane at the right, or at the left."""
        panes: list[Widget] = [
            self._side.last.list,
            self._results.table,
            self._results.detail.text,
        ]
        shown = [pane for pane in panes if pane.focusable and pane.is_on_screen]
        here = next((n for n, pane in enumerate(shown) if pane.has_focus), 0)
        shown[max(0, min(here + step, len(shown) - 1))].focus()

    def fit(self) -> None:
        """Show what there is room for now."""
        self._screen.call_after_refresh(self.count)
        self._screen.call_after_refresh(self._results.follow)

    def count(self) -> None:
        """Count the facets of what is shown."""
        # While a view is being opened nothing else is to be read; they are counted after it.
        if not self._opening.busy:
            self._side.count(self._opening.query, self._opening.claims)

    def _to_side(self, pane: FacetPane) -> None:
        if pane.list.has_focus and not self._roomy:
            self._to_table()
            return
        self._side.turn_to(pane)
        self._screen.set_class(True, "-side")
        self._screen.call_after_refresh(self.count)
        self._screen.call_after_refresh(pane.list.focus)
