"""Rows of one line in columns, with a cursor, sorted by a column."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.text.words import NOTHING
from tui.widgets.lines.cells import GAP, in_cells
from tui.widgets.lines.line_list import LineList
from tui.widgets.lines.styling import lay_over

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column.

    Args:
        key: Its name.
        title: Heads it.
        width: Cells; for the one that takes what the others leave, the least that it needs.
        rank: Columns of high rank go first where the table is narrow; those of rank 0 stay.
        cell: What it shows of a row.
        order: What rows are sorted by; None goes last.
        descending: Sorted so at first.
        right: Whether its cells are set flush right, as numbers are.
        takes_rest: Whether it takes what the others leave.
        most: Cells up to which it has half of what is left, before the one that takes the rest.
        style: Component class of its cells, without the prefix; empty for the usual one.
    """

    key: str
    title: str
    width: int
    rank: int
    cell: Callable[[Row], str]
    order: Callable[[Row], Any]
    descending: bool = True
    right: bool = False
    takes_rest: bool = False
    most: int = 0
    style: str = ""


def in_order(rows: Sequence[Row], column: Column[Row], *, descending: bool) -> list[Row]:
    """Rows sorted by a column, those that lack it last."""
    valued = [row for row in rows if column.order(row) is not None]
    valued.sort(key=column.order, reverse=descending)
    return valued + [row for row in rows if column.order(row) is None]


class ColumnTable(LineList, Generic[Row]):
    """Rows in columns, one of them under the cursor.

    Args:
        columns: From left to right; one of them takes the rest of the width.
        sorted_by: Key of the column that rows are sorted by at first.
        identity: Tells a row from the others, also after they were read anew.
        id: Of the widget.
    """

    HEADER_LINES: ClassVar[int] = 1
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "columns--header",
        "columns--label",
        "columns--more",
        "columns--cursor",
        "columns--cursor-blurred",
    }

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        sorted_by: str,
        identity: Callable[[Row], Hashable],
        *,
        id: str,  # noqa: A002
    ) -> None:
        super().__init__(id=id, classes="pane")
        self.columns = columns
        self.rows: Sequence[Row] = ()
        self._known = [*columns]
        self.sorted_by = next(column for column in columns if column.key == sorted_by)
        self.descending = self.sorted_by.descending
        self._identity = identity

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows, with the cursor on the one that it was on, if it is there."""
        here = None if self.row is None else self._identity(self.row)
        self.rows = in_order(rows, self.sorted_by, descending=self.descending)
        self._known = [column for column in self.columns if self._tells(column)]
        indices = (n for n, row in enumerate(self.rows) if self._identity(row) == here)
        self.set_rows(len(self.rows), next(indices, 0))

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    def sort(self, column: Column[Row]) -> None:
        """Sort by a column; by the same again the other way."""
        again = column is self.sorted_by
        self.descending = not self.descending if again else column.descending
        self.sorted_by = column
        self.show(self.rows)

    def column_at(self, x: int) -> Column[Row]:
        """The column that a cell of the header belongs to."""
        at = 2
        placed = self._placed(self.body_width)
        for column, width in placed:
            at += width + GAP
            if x < at:
                return column
        return placed[-1][0]

    # Drawing

    def _tells(self, column: Column[Row]) -> bool:
        """Whether a column says something of any row."""
        filled = (column.cell(row) != NOTHING for row in self.rows)
        return not self.rows or not column.rank or column is self.sorted_by or any(filled)

    def _placed(self, width: int) -> list[tuple[Column[Row], int]]:
        """The columns that fit, with their widths."""
        chosen = [*self._known]
        room = width - 2
        while _needed(chosen) > room and any(column.rank for column in chosen):
            chosen.remove(max(chosen, key=lambda column: column.rank))
        rest = room - _needed(chosen)
        wanted = {column.key: max(0, column.most - column.width) for column in chosen}
        grown = {key: min(more, max(0, rest) // 2) for key, more in wanted.items()}
        rest -= sum(grown.values())
        return [
            (column, max(1, column.width + (rest if column.takes_rest else grown[column.key])))
            for column in chosen
        ]

    def draw_header(self, width: int) -> Strip:
        style = lay_over(self, self.base_style, "columns--header")
        cells = []
        for column, cell in self._placed(width):
            arrow = ("▼" if self.descending else "▲") if column is self.sorted_by else ""
            cells.append(_set(f"{column.title}{arrow}", cell, right=column.right))
        text = "  " + " ".join(cells)
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)

    def draw_row(self, index: int, width: int) -> Strip:
        row, base = self.rows[index], self.base_style
        here = index == self.cursor
        if here:
            kind = "cursor" if self.has_focus else "cursor-blurred"
            base = lay_over(self, base, f"columns--{kind}")
        segments = [Segment("▸ " if here else "  ", base)]
        for column, cell in self._placed(width):
            text = _set(column.cell(row), cell, right=column.right)
            segments += [Segment(text, self._style(column, base, here=here)), Segment(" ", base)]
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, column: Column[Row], base: Style, *, here: bool) -> Style:
        return (
            base if here or not column.style else lay_over(self, base, f"columns--{column.style}")
        )

    def strip_key(self, index: int) -> tuple[int, bool]:
        return index, self.has_focus


def _needed(columns: Sequence[Column[Any]]) -> int:
    return sum(column.width for column in columns) + GAP * len(columns)


def _set(text: str, width: int, *, right: bool) -> str:
    shown = in_cells(text, width)
    return shown.strip().rjust(width) if right else shown
