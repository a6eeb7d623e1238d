"""The list of articles on the desk, and the line that filters it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.keys import keymap
from tui.text.safe_text import safe_line
from tui.widgets.safe_input import SafeInput

MARK_CELLS: Final = 1
"""A click on these cells at the left of a line, or before them, marks."""


class SourceList(OptionList, inherit_bindings=False):
    """Lists articles by their lines, one below the other."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.SOURCE_ROWS

    def fill(self, lines: Sequence[str], cursor: int | None) -> None:
        """Show other lines."""
        self.clear_options()
        self.add_options(Option(Content(safe_line(line))) for line in lines)
        if lines:
            self.highlighted = min(cursor or 0, len(lines) - 1)

    def change(self, index: int, line: str) -> None:
        """Show another line for an article."""
        self.replace_option_prompt_at_index(index, Content(safe_line(line)))

    @dataclass
    class Clicked(Message):
        """An article was clicked.

        Args:
            marks: It is to be marked, not opened.
            chain: How often in a row.
        """

        marks: bool
        chain: int

    def on_click(self, event: events.Click) -> None:
        """Go to the article; what else a click does, the screen says."""
        event.stop()
        event.prevent_default()
        offset = event.get_content_offset_capture(self)
        at = offset.y + round(self.scroll_y)
        if 0 <= at < self.option_count:
            self.highlighted = at
            marks = event.ctrl or offset.x <= MARK_CELLS
            self.post_message(self.Clicked(marks, event.chain))


class SourceHeading(Static):
    """The heads of the columns; a click on one sorts by it."""

    class Clicked(Message):
        """A cell was clicked.

        Args:
            cell: Which, from the first column on.
        """

        def __init__(self, cell: int) -> None:
            super().__init__()
            self.cell = cell

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked(event.get_content_offset_capture(self).x))


class SourceFilter(SafeInput):
    """Filters as one types; hidden until it is asked for."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.SOURCE_FILTER

    class Left(Message):
        """The list is to have the focus."""

    def action_leave(self) -> None:
        self.post_message(self.Left())
