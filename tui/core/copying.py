"""Copying text to the clipboards at hand, and the command that gives what a screen shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine
from textual.screen import Screen

from tui.core.command import command_of
from tui.dialogs.problem import ProblemScreen
from tui.widgets.clipboard import copy_with_tool


def copy_text(screen: Screen[Any], what: str, text: str) -> None:
    """Copy text to the clipboard of the terminal and of the desktop, and tell how it went.

    Args:
        screen: On which that is told.
        what: Names the text in the message.
        text: Verbatim.
    """
    # The terminal may be far from this machine, and never answers: both are always tried.
    screen.app.copy_to_clipboard(text)

    def tell(tool: str | None) -> None:
        if tool is not None:
            line = f"{what} copied by {tool}, and sent to the terminal (OSC 52)."
        else:
            line = f"{what} copied (via terminal)."
        screen.notify(line, markup=False)

    def copy() -> None:
        screen.call_later(tell, copy_with_tool(text))

    screen.run_worker(copy, group="clipboard", thread=True)


def copy_command(screen: Screen[Any], engine: Engine, words: Sequence[str] | None) -> None:
    """Copy the command that gives what is seen, and show it.

    Args:
        screen: On which it is seen.
        engine: Of the archive.
        words: Subcommand, options and values; None where no command gives just that.
    """
    if words is None:
        screen.notify("No command gives just what is seen here.", severity="warning")
        return
    line = command_of(engine.url, words)
    copy_text(screen, "Command", line)
    screen.app.push_screen(ProblemScreen("Gives what is seen here", line))
