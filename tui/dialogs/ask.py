"""A small dialog that asks for one line of text."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Button, Input, Label

from tui.keys import keymap
from tui.text.safe_text import safe_line
from tui.widgets.safe_input import SafeInput


class AskScreen(ModalScreen[str | None]):
    """Gives back the line as written, or None.

    Args:
        title: Of the dialog.
        label: Says what to write.
        value: What the line begins with.
        suggester: Completes it.
        does: What the button that takes the line says.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.DIALOG

    def __init__(
        self,
        title: str,
        label: str,
        value: str = "",
        suggester: Suggester | None = None,
        does: str = "Save",
    ) -> None:
        super().__init__()
        self._title = title
        self._label = label
        self._value = value
        self._suggester = suggester
        self._does = does

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(safe_line(self._title))
            yield Label(Content(safe_line(self._label)))
            yield SafeInput(self._value, id="line", compact=True, suggester=self._suggester)
            with Horizontal(classes="buttons"):
                yield Button(self._does, variant="primary", id="save", compact=True)
                yield Button("Close", id="close", compact=True)

    def on_mount(self) -> None:
        line = self.query_one("#line", Input)
        line.focus()
        line.cursor_position = len(line.value)

    @on(Input.Submitted, "#line")
    @on(Button.Pressed, "#save")
    def _save(self, event: Message) -> None:
        event.stop()
        self.dismiss(self.query_one("#line", Input).value)

    @on(Button.Pressed, "#close")
    def _close(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_leave()

    def action_leave(self) -> None:
        self.dismiss(None)
