"""A small dialog that asks for one line of text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label

from tui import keymap
from tui.safe_text import safe_line
from tui.widgets.safe_input import SafeInput


class AskScreen(ModalScreen[str | None]):
    """Gives back what was written, or None.

    Args:
        title: What is asked for.
        hint: More about it, in a line.
        value: What stands in the line at first.
        names: What the line completes; the right arrow takes it.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.DIALOG

    def __init__(self, title: str, hint: str, value: str = "", names: Sequence[str] = ()) -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._value = value
        self._names = [safe_line(name) for name in names]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(safe_line(self._title))
            yield Label(Content(safe_line(self._hint)))
            completed = SuggestFromList(self._names, case_sensitive=False)
            yield SafeInput(self._value, compact=True, suggester=completed)

    @on(Input.Submitted)
    def _written(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self.dismiss(event.value.strip())

    def action_leave(self) -> None:
        self.dismiss(None)
