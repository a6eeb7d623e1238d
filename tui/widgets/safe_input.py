"""A line to write in that shows what it holds safely, as names from articles get there too."""

from __future__ import annotations

from rich.cells import cell_len
from rich.highlighter import Highlighter
from rich.text import Text, TextType
from textual import events
from textual.suggester import Suggester
from textual.widgets import Input

from tui.text.safe_text import safe_line
from tui.widgets.name_suggester import WordSuggester


class SafeInput(Input):
    """An `Input` that keeps its value as it is and draws it without control characters."""

    def __init__(
        self,
        value: str = "",
        placeholder: str = "",
        *,
        id: str | None = None,  # noqa: A002
        compact: bool = False,
        suggester: Suggester | None = None,
        select_on_focus: bool = True,
    ) -> None:
        super().__init__(
            value,
            placeholder,
            id=id,
            compact=compact,
            suggester=suggester,
            select_on_focus=select_on_focus,
        )
        self.highlighter = _Safely(self)

    def validate_value(self, value: str) -> str:
        """A suggestion that was taken gives way to the name that it means."""
        suggester = self.suggester
        return suggester.taken(value) if isinstance(suggester, WordSuggester) else value

    def on_click(self, event: events.Click) -> None:
        """Take what is suggested where that was clicked: it stands after all that is written."""
        x = event.get_content_offset_capture(self).x + round(self.scroll_x)
        if x >= cell_len(safe_line(self.value)):
            self.action_cursor_right()


class _Safely(Highlighter):
    """Draws what a line holds; what it is given lacks some characters already."""

    def __init__(self, line: Input) -> None:
        self._line = line

    def __call__(self, text: TextType) -> Text:
        return Text(safe_line(self._line.value), no_wrap=True, overflow="ignore", end="")

    def highlight(self, text: Text) -> None:
        """Colours nothing."""
