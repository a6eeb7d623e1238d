"""Threads as a table: one line each, with a cursor, sorted by a column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from db.analysis.threads import ThreadRow
from tui.text import words
from tui.widgets.cells import GAP, in_cells
from tui.widgets.line_list import LineList
from tui.widgets.styling import lay_over

_LEAST_LABEL: Final = 38


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Args:
        key: Its name.
        title: Heads it.
        width: Cells; 0 for the one that takes what the others leave.
        rank: Columns of high rank go first where the table is narrow.
        cell: What it shows of a thread.
        order: What threads are sorted by; None goes last.
        descending: Sorted so at first.
    """

    key: str
    title: str
    width: int
    rank: int
    cell: Callable[[ThreadRow], str]
    order: Callable[[ThreadRow], Any]
    descending: bool = True

    @property
    def is_number(self) -> bool:
        """Whether its cells are set flush right."""
        return self.key in ("claims", "articles", "stories")


def _who(row: ThreadRow) -> str:
    if row.speakers is None:
        return "…"
    return ", ".join(speaker.label for speaker in row.speakers) or words.NOTHING


def _day(value: date | None) -> int | None:
    return None if value is None else value.toordinal()


COLUMNS: Final = (
    Column("label", "Thread", 0, 0, lambda r: r.label, lambda r: r.label.casefold(), False),
    Column("claims", "Claims", 7, 1, lambda r: f"{r.claims:,}", lambda r: r.claims),
    Column("articles", "Articles", 9, 0, lambda r: f"{r.articles:,}", lambda r: r.articles),
    Column("stories", "Stories", 8, 4, lambda r: f"{r.stories:,}", lambda r: r.stories),
    Column(
        "first", "First said", 11, 2, lambda r: words.dated(r.first), lambda r: _day(r.first.value)
    ),
    Column("last", "Last", 10, 3, lambda r: words.dated(r.last), lambda r: _day(r.last.value)),
    Column("speakers", "Speakers", 34, 5, _who, lambda r: len(r.speakers or ())),
)


def in_order(rows: Sequence[ThreadRow], column: Column, *, descending: bool) -> list[ThreadRow]:
    """Threads sorted by a column, those that lack it last."""
    valued = [row for row in rows if column.order(row) is not None]
    valued.sort(key=column.order, reverse=descending)
    return valued + [row for row in rows if column.order(row) is None]


class ThreadTable(LineList):
    """Threads, one of them under the cursor."""

    HEADER_LINES: ClassVar[int] = 1
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "threads--header",
        "threads--label",
        "threads--more",
        "threads--cursor",
        "threads--cursor-blurred",
    }

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, classes="pane")
        self.rows: Sequence[ThreadRow] = ()
        # What one article says again and again is the lesser find.
        self.sorted_by = next(column for column in COLUMNS if column.key == "articles")
        self.descending = True

    def show(self, rows: Sequence[ThreadRow]) -> None:
        """Show other threads, with the cursor on the one that it was on, if it is there."""
        here = self.row.thread if self.row is not None else None
        self.rows = in_order(rows, self.sorted_by, descending=self.descending)
        places = (n for n, row in enumerate(self.rows) if row.thread == here)
        self.set_rows(len(self.rows), next(places, 0))

    @property
    def row(self) -> ThreadRow | None:
        """The thread under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    def sort(self, column: Column) -> None:
        """Sort by a column; by the same again the other way."""
        again = column is self.sorted_by
        self.descending = not self.descending if again else column.descending
        self.sorted_by = column
        self.show(self.rows)

    def column_at(self, x: int) -> Column:
        """The column that a cell of the header belongs to."""
        at = 2
        placed = self._placed(self.body_width)
        for column, width in placed:
            at += width + GAP
            if x < at:
                return column
        return placed[-1][0]

    # Drawing

    def _placed(self, width: int) -> list[tuple[Column, int]]:
        """The columns that fit, with their widths."""
        chosen = [*COLUMNS]
        room = width - 2
        while _needed(chosen) > room and any(column.rank for column in chosen):
            chosen.remove(max(chosen, key=lambda column: column.rank))
        rest = room - _needed(chosen) + _LEAST_LABEL
        return [(column, column.width or max(1, rest)) for column in chosen]

    def draw_header(self, width: int) -> Strip:
        style = lay_over(self, self.base_style, "threads--header")
        cells = []
        for column, cell in self._placed(width):
            arrow = ("▼" if self.descending else "▲") if column is self.sorted_by else ""
            cells.append(_set(f"{column.title}{arrow}", cell, right=column.is_number))
        text = "  " + " ".join(cells)
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)

    def draw_row(self, index: int, width: int) -> Strip:
        row, base = self.rows[index], self.base_style
        here = index == self.cursor
        if here:
            kind = "cursor" if self.has_focus else "cursor-blurred"
            base = lay_over(self, base, f"threads--{kind}")
        segments = [Segment("▸ " if here else "  ", base)]
        for column, cell in self._placed(width):
            text = _set(column.cell(row), cell, right=column.is_number)
            segments += [Segment(text, self._style(column, base, here=here)), Segment(" ", base)]
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, column: Column, base: Style, *, here: bool) -> Style:
        if here or column.key not in ("label", "speakers"):
            return base
        return lay_over(self, base, "threads--label" if column.key == "label" else "threads--more")

    def strip_key(self, index: int) -> tuple[int, bool]:
        return index, self.has_focus


def _needed(columns: Sequence[Column]) -> int:
    return sum(column.width or _LEAST_LABEL for column in columns) + GAP * len(columns)


def _set(text: str, width: int, *, right: bool) -> str:
    shown = in_cells(text, width)
    return shown.strip().rjust(width) if right else shown
