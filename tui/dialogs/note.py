"""The dialog of a note: as many lines as it takes."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Label, TextArea

from db.review.actions import ReviewError, check_note
from tui.dialogs.dialog import Dialog, close_button
from tui.text.safe_text import safe_line
from tui.widgets.problem_line import ProblemLine
from tui.widgets.safe_text_area import SafeTextArea


class NoteScreen(Dialog[str]):
    """Gives back the note as written, or None if it is to stay as it is.

    Args:
        title: Of the dialog.
        note: What it begins with.
    """

    def __init__(self, title: str, note: str = "") -> None:
        super().__init__()
        self._title = title
        self._note = note
        self._leaving = False
        self.problem = ProblemLine()
        self.lines = SafeTextArea(note, id="lines", compact=True, highlight_cursor_line=False)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog", id="note-dialog") as dialog:
            dialog.border_title = Content(safe_line(self._title))
            dialog.border_subtitle = "ctrl+s saves, esc leaves"
            yield Label("Note; empty takes it away")
            yield self.lines
            yield self.problem
            with Horizontal(classes="buttons"):
                yield Button("Save", variant="primary", id="save", compact=True)
                yield close_button()

    def on_mount(self) -> None:
        # Before anything is written; what that makes of odd line breaks is no change.
        self._began = self.lines.text
        self.lines.focus()
        self.lines.move_cursor(self.lines.document.end)

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._leaving = False
        self.problem.tell("")

    @on(SafeTextArea.Saved)
    @on(Button.Pressed, "#save")
    def _save(self, event: Message) -> None:
        event.stop()
        text = self.lines.text
        if text == self._began:
            self.dismiss(None)
            return
        try:
            check_note(text)
        except ReviewError as error:
            self.problem.tell(str(error))
        else:
            self.dismiss(text)

    def action_leave(self) -> None:
        """Leave, after a warning if something would be lost."""
        if self.lines.text != self._began and not self._leaving:
            self._leaving = True
            self.problem.tell("The note is not saved; once more leaves it.")
        else:
            self.dismiss(None)
