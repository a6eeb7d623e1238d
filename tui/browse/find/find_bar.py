"""The line to find text in the rows with: what is looked for, and which match the cursor is on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.keys import keymap
from tui.widgets.safe_input import SafeInput


class FindInput(SafeInput):
    """The text; enter goes to the next match, escape stops finding."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.FIND

    def action_leave(self) -> None:
        self.post_message(FindBar.Closed())


class FindBar(Horizontal):
    """Shown below the table while something is looked for."""

    @dataclass
    class Asked(Message):
        """A text is to be found."""

        text: str

    @dataclass
    class Closed(Message):
        """Nothing is to be found any more."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.input = FindInput(placeholder="text in the rows; enter finds it", compact=True)
        self.answer = Static(Content(""), id="found")
        self.display = False

    def open(self) -> None:
        """Ask for a text."""
        if not self.input.is_attached:
            # Not before: an app that begins need not wait for it.
            self.mount(Static(Content("Find "), id="find-label"), self.input, self.answer)
        self.display = True
        self.input.focus()
        self.input.cursor_position = len(self.input.value)

    def close(self) -> None:
        """Ask for none any more."""
        self.display = False
        self.input.value = ""
        self.tell("")

    def tell(self, text: str) -> None:
        """Say how the search stands."""
        self.answer.update(Content(text))

    @on(Input.Changed)
    def _keep(self, event: Input.Changed) -> None:
        event.stop()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value:
            self.post_message(self.Asked(event.value))
        else:
            self.post_message(self.Closed())
