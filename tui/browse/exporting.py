"""Exporting from the main screen: what is offered, and what is told afterwards."""

from __future__ import annotations

from tui.browse.export_dialog import ExportOffer, ExportScreen
from tui.browse.find_and_views import FindingScreen


class ExportingScreen(FindingScreen):
    """A screen with a table of claims to export."""

    @property
    def total(self) -> int | None:
        """How many claims the archive has; None if that is not known yet."""
        raise NotImplementedError

    def action_export(self) -> None:
        def told(sentence: str | None) -> None:
            if sentence is not None:
                self.notify(sentence, title="Exported", markup=False)

        shown, marked = self.shown, self.marked
        if shown is None or not (shown.rows.n or marked.ids):
            self.notify("There are no claims to export.", severity="warning")
        elif not shown.complete:
            self.notify("Not all claims of this view are here yet.", severity="warning")
        else:
            offer = ExportOffer(self.query_shown, shown.rows.n, marked, self.total)
            self.app.push_screen(ExportScreen(self._engine, offer), told)
