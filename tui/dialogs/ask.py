"""A small dialog that asks for one line of text."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Button, Input, Label

from tui.dialogs.dialog import Dialog, close_button
from tui.text.safe_text import safe_line
from tui.widgets.problem_line import ProblemLine
from tui.widgets.safe_input import SafeInput


class AskScreen(Dialog[str]):
    """Gives back the line as written, or None.

    Args:
        title: Of the dialog.
        label: Says what to write.
        value: What the line begins with.
        suggester: Completes it.
        does: What the button that takes the line says.
        problem_of: Says what is wrong with a line, if anything is; it is then not taken.
    """

    def __init__(
        self,
        title: str,
        label: str,
        value: str = "",
        suggester: Suggester | None = None,
        does: str = "Save",
        problem_of: Callable[[str], str | None] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._label = label
        self._value = value
        self._suggester = suggester
        self._does = does
        self._problem_of = problem_of
        self.problem = ProblemLine()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(safe_line(self._title))
            yield Label(Content(safe_line(self._label)))
            yield SafeInput(self._value, id="line", compact=True, suggester=self._suggester)
            if self._problem_of is not None:
                yield self.problem
            with Horizontal(classes="buttons"):
                yield Button(self._does, variant="primary", id="save", compact=True)
                yield close_button()

    def on_mount(self) -> None:
        line = self.query_one("#line", Input)
        line.focus()
        line.cursor_position = len(line.value)

    @on(Input.Submitted, "#line")
    @on(Button.Pressed, "#save")
    def _save(self, event: Message) -> None:
        event.stop()
        line = self.query_one("#line", Input).value
        if self._problem_of is not None and (problem := self._problem_of(line)):
            self.problem.tell(problem)
        else:
            self.dismiss(line)

    @on(Input.Changed, "#line")
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.problem.tell("")
