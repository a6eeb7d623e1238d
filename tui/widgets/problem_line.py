"""The line of a form that says what is wrong."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from tui.text.safe_text import safe_line


class ProblemLine(Static):
    """Nothing until something is wrong."""

    def __init__(self) -> None:
        super().__init__(Content(""), id="problem")

    def tell(self, text: str) -> None:
        """Say what is wrong; nothing any more where it is empty."""
        self.update(Content(safe_line(text)))
