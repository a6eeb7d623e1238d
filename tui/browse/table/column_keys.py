"""What the keys of columns do in the claims table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Protocol

from textual.geometry import Size

from tui.browse.table.column_layout import ColumnLayout
from tui.browse.table.columns import COLUMNS, Column
from tui.browse.table.two_lines import ROOM_FOR_TWO

WIDTH_STEP: Final = 2


class Table(Protocol):
    """The table, as far as keys of columns need it."""

    @property
    def size(self) -> Size:
        """How large it is on the screen."""

    @property
    def column_layout(self) -> ColumnLayout:
        """Its columns, in order."""

    @property
    def column_widths(self) -> dict[str, int]:
        """Cells that the columns on the screen have, by key."""

    @property
    def placeable(self) -> tuple[Column, ...]:
        """The columns of the first line of a row, where there is room for all."""

    def change_layout(self, layout: ColumnLayout) -> None:
        """Show other columns, and have that kept."""

    def ask_sort(self, field: str) -> None:
        """Ask for the rows in the order of a field."""

    def refit(self) -> None:
        """Place the columns anew."""

    def notify(self, message: str) -> None:
        """Tell something in a toast."""


class ColumnKeys:
    """Changes the layout of a table and knows which column is the current one.

    Args:
        table: The table.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self.current: str | None = None
        self._keys: Mapping[str, Callable[[int], None]] = {
            "go": self.go,
            "widen": self._widen,
            "hide": self._hide,
            "freeze": self._freeze,
            "move": self._move,
            "sort": self._sort,
            "lines": self._lines,
        }

    def do(self, what: str, step: int) -> None:
        """Do what a key asks for by its word in the keymap."""
        self._keys[what](step)

    def go(self, step: int) -> None:
        """Go to the column beside the current one; headings show which it is."""
        placeable = {column.key for column in self._table.placeable}
        keys = [column.key for column in self._layout.shown if column.key in placeable]
        if self.current in keys:
            at = max(0, min(keys.index(self.current) + step, len(keys) - 1))
        else:
            at = 0 if step > 0 else len(keys) - 1
        self.current = keys[at]
        self._table.refit()

    def leave(self) -> bool:
        """Have no current column any more; tells whether there was one."""
        left = self.current is not None
        self.current = None
        self._table.refit()
        return left

    @property
    def _layout(self) -> ColumnLayout:
        return self._table.column_layout

    def _widen(self, steps: int) -> None:
        if (key := self._chosen()) is not None:
            width = max(1, self._table.column_widths[key] + steps * WIDTH_STEP)
            self._table.change_layout(self._layout.resized(key, width))

    def _lines(self, _: int) -> None:
        """Have another number of lines a row, where there is room."""
        if self._table.size.width < ROOM_FOR_TWO:
            self._table.notify(f"Rows have more than one line from {ROOM_FOR_TWO} columns on.")
        else:
            self._table.change_layout(self._layout.lines_turned())

    def _hide(self, _: int) -> None:
        if (key := self._chosen()) is not None:
            keys = [column.key for column in self._layout.shown]
            at = keys.index(key)
            self._table.change_layout(self._layout.toggled(key))
            rest = [column.key for column in self._layout.shown]
            self.current = rest[min(at, len(rest) - 1)]
            self._table.refit()

    def _freeze(self, _: int) -> None:
        if (key := self._chosen()) is not None:
            self._table.change_layout(self._layout.frozen_toggled(key))

    def _move(self, step: int) -> None:
        if (key := self._chosen()) is not None:
            self._table.change_layout(self._layout.moved_shown(key, step))

    def _sort(self, _: int) -> None:
        if (key := self._chosen()) is not None:
            field = next(column.sort for column in COLUMNS if column.key == key)
            if field:
                self._table.ask_sort(field)

    def _chosen(self) -> str | None:
        """The current column; if there is none yet, it becomes the first, to be seen before
        anything is done to it."""
        if self.current is not None:
            return self.current
        self.go(1)
        self._table.notify("This is the first column; [ and ] go to the others, esc leaves them.")
        return None
