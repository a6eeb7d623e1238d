"""The app and its dialogs."""

from __future__ import annotations

from typing import Final

from textual.binding import BindingType

from tui.keys.binding import key

APP: Final[list[BindingType]] = [
    key("question_mark,f1", "help", "Help", "app.help", show=True, display="?"),
    key(
        "ctrl+p",
        "command_palette",
        "More",
        "app.palette",
        show=True,
        display="^p",
        tip="Command palette, with all that can be done",
        priority=True,
    ),
    key(
        "J,ctrl+o", "jump", "Jump to a letter", "app.jump", tip="Jump: letters on all you can go to"
    ),
    key("ctrl+t", "next_theme", "Next theme: dark, light, terminal", "app.theme"),
    key("ctrl+q", "quit", "Quit", "app.quit", priority=True),
]

DIALOG: Final[list[BindingType]] = [
    key("escape", "leave", "Close", "dialog.close", show=True, display="esc"),
    # The keys of the app do not reach into dialogs.
    key("question_mark,f1", "app.help", "Help", "dialog.help"),
    key("J,ctrl+o", "app.jump", "Jump to a letter", "dialog.jump"),
]

LINES: Final[list[BindingType]] = [
    key("ctrl+s", "save", "Save", "lines.save", show=True, display="^s", tip="Save the lines"),
]

PROBLEM: Final[list[BindingType]] = [
    key("c,y", "copy", "Copy", "problem.copy", show=True, tip="Copy the whole text"),
]
