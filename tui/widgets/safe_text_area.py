"""Lines to write in that show what they hold safely, as notes may come from anywhere."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import TextArea

from tui.keys import keymap
from tui.text.safe_text import safe_line


class SafeTextArea(TextArea):
    """A `TextArea` that keeps its text as it is and draws it without control characters."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.LINES

    class Saved(Message):
        """What is written is to be kept."""

    def get_line(self, line_index: int) -> Text:
        line = self.document.get_line(line_index)
        # Tabs are laid out by the widget.
        shown = "\t".join(safe_line(part) for part in line.split("\t"))
        return Text(shown, end="", no_wrap=True)

    def action_save(self) -> None:
        self.post_message(self.Saved())
