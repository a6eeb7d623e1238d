"""One line that tells what is shown, of any text, changed without laying the screen out anew."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from tui.text.safe_text import safe_line


class FactLine(Static):
    """A line of text."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(
            Content(""),
            id=id,
            classes="-one-line",
        )
        self._said = ""

    def say(self, text: str) -> None:
        """Show another text."""
        if text != self._said:
            self._said = text
            self.update(Content(safe_line(text)), layout=False)
