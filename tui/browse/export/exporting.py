"""Exporting from the main screen: what is offered, and what is told afterwards."""

from __future__ import annotations

from textual.screen import Screen

from db.query.model import ClaimQuery
from tui.browse.export.dialog import ExportOffer, ExportScreen
from tui.browse.table.open_view import OpenedView
from tui.core.page_cache import ArticlePages
from tui.core.selection import Selected


def export_of(pages: ArticlePages, query: ClaimQuery, claims: int) -> ExportScreen:
    """The dialog for so many claims of a query."""
    return ExportScreen(pages.engine, ExportOffer(query, claims, Selected([], [])))


def offer_export(
    screen: Screen[None],
    pages: ArticlePages,
    shown: OpenedView | None,
    selected: Selected,
    total: int | None,
) -> None:
    """Ask what of a view is to be exported and how, and have it done; or say why it cannot be.

    Args:
        screen: The one above which is asked.
        pages: Have the archive.
        shown: The view; None if there is none.
        selected: The marked claims.
        total: How many claims the archive has; None if that is not known yet.
    """

    def exported(sentence: str | None) -> None:
        if sentence is not None:
            screen.notify(sentence, title="Exported", markup=False)

    if shown is None or not (shown.rows.n or selected.ids):
        screen.notify("There are no claims to export.", severity="warning")
    elif not shown.complete:
        screen.notify("Not all claims of this view are here yet.", severity="warning")
    else:
        offer = ExportOffer(shown.query, shown.claims, selected, total)
        screen.app.push_screen(ExportScreen(pages.engine, offer), exported)
