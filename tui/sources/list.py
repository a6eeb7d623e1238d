"""The list of articles on the desk, and the line that filters it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.keys import keymap
from tui.text.safe_text import safe_line
from tui.widgets.safe_input import SafeInput


class SourceList(OptionList, inherit_bindings=False):
    """Lists articles by their lines, in a place each."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.SOURCE_ROWS

    def fill(self, lines: Sequence[str], cursor: int | None) -> None:
        """Show other lines."""
        self.clear_options()
        self.add_options(Option(Content(safe_line(line))) for line in lines)
        if lines:
            self.highlighted = min(cursor or 0, len(lines) - 1)

    def change(self, place: int, line: str) -> None:
        """Show another line in a place."""
        self.replace_option_prompt_at_index(place, Content(safe_line(line)))


class SourceFilter(SafeInput):
    """Filters as one types; hidden until it is asked for."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.SOURCE_FILTER

    class Left(Message):
        """The list is to have the focus."""

    def action_leave(self) -> None:
        self.post_message(self.Left())
