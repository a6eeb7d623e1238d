"""A dialog for a text that is too long for a toast."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui import keymap
from tui.widgets.paper import Block, Paper


class MessageScreen(ModalScreen[None]):
    """Shows a text to read and select."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.DIALOG

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as dialog:
            dialog.border_title = self._title
            yield Paper()

    def on_mount(self) -> None:
        paper = self.query_one(Paper)
        paper.show([Block(self._text)])
        paper.focus()

    def action_leave(self) -> None:
        self.dismiss(None)
