"""The panes beside the table on the main screen: facets to filter by, the detail, going to them."""

from __future__ import annotations

from textual import on
from textual.widget import Widget

from db.analysis.facets import Facet, choosing
from db.query.model import ClaimQuery
from tui.browse.facets.facet_list import FacetList
from tui.browse.facets.facet_pane import FacetPane
from tui.browse.facets.side_panes import SidePanes
from tui.browse.find_and_views import FindingScreen
from tui.core import queries
from tui.keys.in_order import under_way


class PanesScreen(FindingScreen):
    """A screen with a table, facets at its left and the detail of a claim."""

    side: SidePanes

    @property
    def query_asked(self) -> ClaimQuery:
        """The query that is shown, or on its way."""
        raise NotImplementedError

    @property
    def busy(self) -> bool:
        """Whether a view is being opened, be it that its first rows are shown already."""
        raise NotImplementedError

    @property
    def expects_soon(self) -> bool:
        # A list that is shown for the first time is about to be filled.
        empty = isinstance(self.focused, FacetList) and not self.focused.row_count
        return (empty and under_way(self, {"facets"})) or super().expects_soon

    @on(FacetPane.Chosen)
    def _facet_chosen(self, event: FacetPane.Chosen) -> None:
        event.stop()
        self.filter_by(queries.with_value(self.query_asked, event.pane.facet, event.key))

    @on(FacetPane.Cleared)
    def _facet_cleared(self, event: FacetPane.Cleared) -> None:
        event.stop()
        self.filter_by(choosing(self.query_asked, event.pane.facet, ()))

    def action_facets(self) -> None:
        self._focus_side(self.side.last)

    def action_facet(self, facet: str) -> None:
        self._focus_side(self.side.pane(Facet(facet)))

    def _focus_side(self, pane: FacetPane) -> None:
        if pane.list.has_focus and not (self.has_class("-wide") or self.has_class("-huge")):
            self.remove_class("-side")
            self.table.focus()
            return
        self.side.turn_to(pane)
        self.add_class("-side")
        self.call_after_refresh(self.count_sides)
        self.call_after_refresh(pane.list.focus)

    def action_detail(self) -> None:
        shown = self.results.detail.display
        self.set_class(not shown, "-detail-on")
        self.set_class(shown, "-detail-off")
        self.call_after_refresh(self.results.follow)

    def action_focus_pane(self, step: int) -> None:
        panes: list[Widget] = [self.side.last.list, self.table, self.results.detail.text]
        shown = [pane for pane in panes if pane.focusable and pane.is_on_screen]
        here = next((n for n, pane in enumerate(shown) if pane.has_focus), 0)
        shown[max(0, min(here + step, len(shown) - 1))].focus()

    def on_resize(self) -> None:
        self.call_after_refresh(self.count_sides)
        self.call_after_refresh(self.results.follow)

    def count_sides(self) -> None:
        """Count the facets of what is shown."""
        # While a view is being opened nothing else is to be read; they are counted after it.
        if not self.busy:
            self.side.count(self.query_shown)
