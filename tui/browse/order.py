"""Asking in which order claims are to stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App

from db.query.model import SORT_FIELDS, ClaimQuery
from tui.core.queries import sorted_next
from tui.dialogs.pick import PickScreen


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

    fields = [(field, field) for field in SORT_FIELDS]
    app.push_screen(PickScreen("Sort by – once more: descending", fields, query.sort), chosen)
