"""A message that is too long for a line, to read and to copy."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from tui.dialogs.dialog import Dialog
from tui.keys import keymap
from tui.text.safe_text import safe_line
from tui.widgets.clipboard import copy_with_tool
from tui.widgets.lines.blocks import Block
from tui.widgets.lines.paper import Paper


class Message(Paper):
    """The text."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.PROBLEM

    def action_copy(self) -> None:
        assert isinstance(self.screen, ProblemScreen)
        text = self.screen.text
        self.app.copy_to_clipboard(text)
        self._copy_with_tool(text)

    @work(thread=True, group="clipboard")
    def _copy_with_tool(self, text: str) -> None:
        tool = copy_with_tool(text)
        how = f"Copied by {tool}, and" if tool else "No tool copied it, but"
        self.app.notify(f"{how} sent to the terminal (OSC 52).", markup=False)


class ProblemScreen(Dialog[None]):
    """One or more messages; further ones join those that are shown."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._texts = [text]

    @property
    def text(self) -> str:
        """All that is told, as it is copied."""
        return "\n\n".join(self._texts)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog", id="message") as dialog:
            dialog.border_title = Content(safe_line(self._title))
            dialog.border_subtitle = "c copies · esc closes"
            yield Message()

    def on_mount(self) -> None:
        self._show()
        self.query_one(Message).focus()

    def add(self, text: str) -> None:
        """Tell one more thing, unless it is told already."""
        if text not in self._texts:
            self._texts.append(text)
            self._show()

    def _show(self) -> None:
        self.query_one(Message).show([Block(text) for text in self._texts], keep_scroll=True)
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        message = self.query_one(Message)
        message.styles.height = len(message.plain_lines)

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit)
