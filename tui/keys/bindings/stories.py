"""Stories: articles that are copies of one text."""

from __future__ import annotations

from typing import Final

from textual.binding import BindingType

from tui.keys.binding import back, group_keys, key

STORIES: Final[list[BindingType]] = [
    *group_keys(
        "stories",
        opens="Articles; read one",
        pane="Articles",
        narrowed_by="titles or outlets",
        single="article",
    ),
    key("f", "filter", "Claims", "stories.filter", show=True, tip="Show its claims in the table"),
    key("colon", "copy_command", "Copy the command", "stories.command"),
    back("stories"),
]
