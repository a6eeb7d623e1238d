"""A list of any length, drawn line by line: only what is on the screen is ever rendered."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.keys import keymap
from tui.widgets.lines.scrolled_lines import ScrolledLines


class LineList(ScrolledLines, can_focus=True, inherit_bindings=False):
    """Rows of one line each, or all of some more, under an optional fixed header, with a cursor.

    Subclasses set the rows with `set_rows` and draw them in `draw_row` and `draw_header`. Those
    with more lines a row say so with `set_row_lines`, and draw these in `draw_further_line`.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.LIST
    ALLOW_SELECT = False
    HEADER_LINES: ClassVar[int] = 0
    KEPT_STRIPS = 1000

    cursor: reactive[int] = reactive(0, init=False, repaint=False)

    @dataclass
    class Happened(Message):
        """Something happened in a list."""

        list: LineList

        @property
        def control(self) -> LineList:
            return self.list

    @dataclass
    class CursorMoved(Happened):
        """The cursor is on another row, or on another claim in the same row."""

        index: int

    @dataclass
    class Opened(Happened):
        """A row was double-clicked."""

        index: int

    @dataclass
    class HeaderClicked(Happened):
        """The fixed header was clicked at a cell of the list's width."""

        x: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._rows = 0
        self._row_lines = 1
        self._strips: LRUCache[Hashable, Strip] = LRUCache(self.KEPT_STRIPS)

    # Drawing, by subclasses

    def draw_row(self, index: int, width: int) -> Strip:
        """One row as exactly ``width`` cells."""
        raise NotImplementedError

    def draw_further_line(self, index: int, line: int, width: int) -> Strip:
        """A line of a row below its first one, from 1, as exactly ``width`` cells."""
        raise NotImplementedError

    def draw_header(self, width: int) -> Strip:
        """The fixed header as exactly ``width`` cells."""
        return Strip.blank(width, self.base_style)

    def strip_key(self, index: int) -> Hashable | None:
        """What a drawn row depends on, beside width and cursor; None if it must not be kept."""
        return index

    # Rows

    @property
    def row_count(self) -> int:
        return self._rows

    @property
    def row_lines(self) -> int:
        """Lines of each row."""
        return self._row_lines

    @property
    def body_height(self) -> int:
        """Rows that fit whole below the header."""
        return max(1, (self.size.height - self.HEADER_LINES) // self._row_lines)

    @property
    def top_row(self) -> int:
        """The row of the first line below the header."""
        return self.scroll_offset.y // self._row_lines

    def set_row_lines(self, lines: int) -> None:
        """Have so many lines a row from now on."""
        if lines != self._row_lines:
            self._row_lines = lines
            self._strips.clear()
            self._count_lines()
            self.call_after_refresh(self.show_cursor)

    def _count_lines(self) -> None:
        self.set_line_count(self._rows * self._row_lines + self.HEADER_LINES)

    def set_rows(self, count: int, cursor: int = 0) -> None:
        """Show other rows, with the cursor on one of them."""
        self._rows = count
        self._strips.clear()
        self._count_lines()
        self.set_reactive(LineList.cursor, max(0, min(cursor, count - 1)))
        self.call_after_refresh(self.show_cursor)
        self.post_message(self.CursorMoved(self, self.cursor))

    def add_rows(self, count: int) -> None:
        """Have so many rows from now on, with the cursor where it is."""
        self._rows = count
        self._strips.clear()
        self._count_lines()

    def redraw_row(self, index: int) -> None:
        """Draw one row again, if it is on the screen."""
        y = index * self._row_lines - self.scroll_offset.y + self.HEADER_LINES
        top = max(self.HEADER_LINES, y)
        lines = min(self.size.height, y + self._row_lines) - top
        if lines > 0:
            self.refresh(Region(0, top, self.size.width, lines))

    def redraw(self) -> None:
        """Draw everything again, as nothing drawn earlier holds any more."""
        self._strips.clear()
        self.refresh_content()

    def show_cursor(self) -> None:
        """Scroll as little as needed for the cursor to be on the screen."""
        top = self.scroll_offset.y
        first = self.cursor * self._row_lines
        below = first + self._row_lines - (self.size.height - self.HEADER_LINES)
        if first < top or self.size.height - self.HEADER_LINES < self._row_lines:
            self.scroll_to(y=first, animate=False, force=True)
        elif below > top:
            # No row is cut at the top.
            below += -below % self._row_lines
            self.scroll_to(y=below, animate=False, force=True)

    # Textual

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, self._rows - 1))

    def watch_cursor(self, before: int, cursor: int) -> None:
        self.redraw_row(before)
        self.redraw_row(cursor)
        self.show_cursor()
        self.post_message(self.CursorMoved(self, cursor))

    def notify_style_update(self) -> None:
        self._strips.clear()
        super().notify_style_update()

    def on_resize(self) -> None:
        self._strips.clear()
        self.show_cursor()

    def on_focus(self) -> None:
        self.redraw()

    def on_blur(self) -> None:
        self.redraw()

    def draw_line(self, y: int) -> Strip:
        width = self.body_width
        if y < self.HEADER_LINES:
            return self.draw_header(width)
        index, line = divmod(self.scroll_offset.y + y - self.HEADER_LINES, self._row_lines)
        if index >= self._rows:
            return Strip.blank(width, self.base_style)
        depends = self.strip_key(index)
        key = (depends, line, width, index == self.cursor)
        strip = self._strips.get(key) if depends is not None else None
        if strip is None:
            if line:
                strip = self.draw_further_line(index, line, width)
            else:
                strip = self.draw_row(index, width)
            if depends is not None:
                self._strips[key] = strip
        return strip

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        if offset.y < self.HEADER_LINES:
            self.post_message(self.HeaderClicked(self, offset.x))
            return
        index = (self.scroll_offset.y + offset.y - self.HEADER_LINES) // self._row_lines
        if index < self._rows:
            self.cursor = index
            if event.chain == 2:
                self.post_message(self.Opened(self, index))

    # Actions

    def action_move(self, rows: int) -> None:
        self.cursor += rows

    def action_page(self, pages: int) -> None:
        self.cursor += pages * max(1, self.body_height - 1)

    def action_half_page(self, halves: int) -> None:
        self.cursor += halves * max(1, self.body_height // 2)

    def action_first(self) -> None:
        self.cursor = 0

    def action_last(self) -> None:
        self.cursor = self._rows - 1


def faded(style: Style) -> Style:
    """The same style, dim: for what is not there yet or no more."""
    return style + Style(dim=True)
