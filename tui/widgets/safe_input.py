"""A line to write in that shows what it holds safely, as names from articles get there too."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import Input

from tui.text.safe_text import safe_line


class SafeInput(Input):
    """An `Input` that keeps its value as it is and draws it without control characters."""

    @property
    def _value(self) -> Text:
        return Text(safe_line(self.value), no_wrap=True, overflow="ignore", end="")
