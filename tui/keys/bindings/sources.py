"""The articles: what is known of them, corrected."""

from __future__ import annotations

from typing import Final

from textual.binding import BindingType

from tui.keys.binding import back, key, row_keys

SOURCES: Final[list[BindingType]] = [
    key("space", "mark", "Mark", "source.mark", show=True, display="␣", tip="Mark the article"),
    key("V", "mark_all", "All", "source.mark-all", show=True, tip="Toggle marks of all listed"),
    key("d", "set('published')", "Date", "source.date", show=True, tip="Set the date"),
    key("t", "set('title')", "Title", "source.title", show=True, tip="Set the title"),
    key("o", "set('outlet')", "Outlet", "source.outlet", show=True, tip="Set the outlet"),
    key("m", "merge", "Merge", "source.merge", show=True, tip="Merge its outlet with another"),
    key("b", "set('byline')", "Byline", "source.byline", tip="Set who wrote it"),
    key("w", "set('url')", "Web address", "source.url", tip="Set the web address"),
    key("a", "accept", "Accept", "source.accept", show=True, tip="Take the suggested date"),
    key(
        "A",
        "accept_all",
        "Accept all",
        "source.accept-all",
        show=True,
        tip="Take all suggested dates",
    ),
    key("u", "undo", "Undo", "source.undo", show=True, tip="Undo your last step"),
    key("ctrl+r", "redo", "Redo", "source.redo", tip="Redo what was undone"),
    key("H", "history", "History", "source.history", tip="Who set what of this article"),
    key("x,delete", "delete", "Delete", "source.delete", tip="Delete with all claims; asks first"),
    key("s", "sort", "Sort", "source.sort"),
    key("slash", "filter", "Filter", "source.filter", show=True, display="/"),
    key("colon", "copy_command", "Copy the command", "source.command"),
    back("source"),
]

SOURCE_ROWS: Final[list[BindingType]] = [
    key("enter", "select", "Read", "source.read", show=True, display="⏎", tip="Read the article"),
    *row_keys("source", "article", "articles"),
]

SOURCE_FILTER: Final[list[BindingType]] = [
    key("escape,down", "leave", "To the list", "source.list", show=True, display="esc"),
]
