"""Stories: articles that are copies of one text."""

from __future__ import annotations

from typing import Final

from textual.binding import BindingType

from tui.keys.binding import key

STORIES: Final[list[BindingType]] = [
    key("enter", "open", "Open", "stories.open", show=True, display="⏎", tip="Articles; read one"),
    key("tab", "pane", "Articles", "stories.pane", show=True, tip="To its articles, or back"),
    key("s", "sort", "Sort", "stories.sort", show=True, tip="Sort by a column"),
    key(
        "slash",
        "narrow",
        "Narrow",
        "stories.narrow",
        show=True,
        display="/",
        tip="Only those with some words in titles or outlets",
    ),
    key("z", "every", "All", "stories.single", show=True, tip="Those of one article as well"),
    key("f", "filter", "Claims", "stories.filter", show=True, tip="Show its claims in the table"),
    key("colon", "copy_command", "Copy the command", "stories.command"),
    key("escape,q,backspace", "leave", "Back", "stories.back", show=True, display="esc"),
]
