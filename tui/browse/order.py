"""Asking in which order claims are to stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from textual.app import App

from db.query.model import SORT_FIELDS, ClaimQuery
from tui.browse.table.columns import COLUMNS
from tui.core.queries import sorted_next
from tui.dialogs.pick import PickScreen

_CALLED: Final = {column.sort: column.title for column in COLUMNS} | {
    "organization": "Organization",
    "confidence": "Confidence",
}


def called(field: str) -> str:
    """What people know a field to sort by as: the heading of its column."""
    return _CALLED.get(field) or field.replace("_", " ").capitalize()


def ask_order(app: App[Any], query: ClaimQuery, then: Callable[[ClaimQuery], None]) -> None:
    """Let the user choose a field; the one that claims are sorted by already is turned round.

    Args:
        app: The running app.
        query: Whose claims.
        then: Called with the query in the order that was chosen, unless none was.
    """

    def chosen(field: str | None) -> None:
        if field is not None:
            then(sorted_next(query, field))

    fields = [(field, called(field)) for field in SORT_FIELDS]
    app.push_screen(PickScreen("Sort by – once more: descending", fields, query.sort), chosen)
