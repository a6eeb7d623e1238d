"""Numbers of claims by speaker and column, drawn cell by cell however many there are."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.reactive import reactive
from textual.strip import Strip

from db.analysis.matrix import Matrix, MatrixColumn
from tui.keys import keymap
from tui.text import words
from tui.widgets.cells import in_cells
from tui.widgets.line_list import LineList
from tui.widgets.styling import lay_over

ALL: Final = "all"
NONE: Final = "·"
_NAME_LEAST: Final = 16
_NAME_MOST: Final = 30
_WIDTH: Final = {"article": (13, 31), "month": (6, 6)}
_TOTAL: Final = 7


@dataclass(frozen=True, slots=True)
class Order:
    """The order of rows and columns, as places in the matrix."""

    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()


def by_number(matrix: Matrix) -> Order:
    """As the matrix has them: most claims first, months in their order."""
    return Order(tuple(range(len(matrix.speakers))), tuple(range(len(matrix.columns))))


def by_name(matrix: Matrix) -> Order:
    """Speakers by name, articles by date."""
    names, columns = matrix.speakers, matrix.columns
    rows = sorted(range(len(names)), key=lambda n: names[n].speaker.label.casefold())
    places = list(range(len(columns)))
    if matrix.by == "article":
        places.sort(
            key=lambda n: (columns[n].published.value is None, columns[n].published.value or 0, n)
        )
    return Order(tuple(rows), tuple(places))


class MatrixGrid(LineList):
    """A row a speaker under the totals of all; the first column has each speaker's total."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.GRID
    HEADER_LINES: ClassVar[int] = 2
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "grid--header",
        "grid--name",
        "grid--total",
        "grid--none",
        "grid--row",
        "grid--cursor",
        "grid--cursor-blurred",
    }

    column: reactive[int] = reactive(0, init=False, repaint=False)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, classes="pane")
        self.matrix: Matrix | None = None
        self.order = Order()
        self._left = 0
        self._styles: dict[tuple[str, ...], Style] = {}

    def show(self, matrix: Matrix, order: Order) -> None:
        """Show a matrix, with the cursor on the total of the first speaker."""
        self.matrix, self.order, self._left = matrix, order, 0
        self.set_reactive(MatrixGrid.column, 0)
        self.set_rows(len(order.rows) + 1, 1)

    # What the cursor is on

    @property
    def speaker(self) -> int | None:
        """The place of the speaker under the cursor; None on the totals of all."""
        return self.order.rows[self.cursor - 1] if self.cursor and self.order.rows else None

    @property
    def place(self) -> int | None:
        """The place of the column under the cursor; None on the totals of each speaker."""
        return self.order.columns[self.column - 1] if self.column else None

    @property
    def number(self) -> int | None:
        """The number under the cursor; None in the corner, where the two totals meet."""
        return self._number(self.cursor, self.column)

    def _number(self, row: int, column: int) -> int | None:
        matrix = self.matrix
        if matrix is None or not (row or column):
            return None
        if not row:
            return matrix.columns[self.order.columns[column - 1]].claims
        speaker = self.order.rows[row - 1]
        if not column:
            return matrix.speakers[speaker].claims
        return matrix.cells.get((speaker, self.order.columns[column - 1]), 0)

    # Moving sideways

    def validate_column(self, column: int) -> int:
        return max(0, min(column, len(self.order.columns)))

    def watch_column(self) -> None:
        self._show_column()
        self.redraw()
        self.post_message(self.CursorMoved(self, self.cursor))

    def on_resize(self) -> None:
        super().on_resize()
        self._show_column()

    def _show_column(self) -> None:
        """Scroll sideways as little as needed for the column to be seen."""
        fitting = self._fitting(self.body_width)
        if self.column and self.column - 1 < self._left:
            self._left = self.column - 1
        elif self.column - 1 >= self._left + fitting:
            self._left = self.column - fitting

    def action_column(self, step: int) -> None:
        self.column += step

    def action_open(self) -> None:
        self.post_message(self.Opened(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and self.matrix is not None:
            x = offset.x - self._name_width(self.body_width) - _TOTAL
            if x >= 0:
                self.column = self._left + x // self._cell + 1
            elif x >= -_TOTAL:
                self.column = 0
        super().on_click(event)

    # Drawing

    def notify_style_update(self) -> None:
        self._styles.clear()
        super().notify_style_update()

    def on_focus(self) -> None:
        self._styles.clear()
        super().on_focus()

    def on_blur(self) -> None:
        self._styles.clear()
        super().on_blur()

    def _style(self, *names: str) -> Style:
        style = self._styles.get(names)
        if style is None:
            style = self.base_style
            for name in names:
                style = lay_over(self, style, f"grid--{name}")
            self._styles[names] = style
        return style

    @property
    def _cell(self) -> int:
        """Cells that a column takes: more than it needs, where there are few."""
        if self.matrix is None:
            return 1
        least, most = _WIDTH[self.matrix.by]
        width = self.body_width
        room = width - self._name_width(width) - _TOTAL
        return max(least, min(most, room // max(1, len(self.order.columns))))

    def _name_width(self, width: int) -> int:
        return max(_NAME_LEAST, min(_NAME_MOST, width // 4))

    def _fitting(self, width: int) -> int:
        return max(1, (width - self._name_width(width) - _TOTAL) // self._cell)

    def _columns(self, width: int) -> range:
        """The columns that are seen, by their number in the grid."""
        last = min(len(self.order.columns), self._left + self._fitting(width))
        return range(self._left + 1, last + 1)

    def strip_key(self, index: int) -> Hashable | None:
        return index, self._left, self.column, self.cursor, self.has_focus

    def draw_row(self, index: int, width: int) -> Strip:
        assert self.matrix is not None
        here = index == self.cursor
        row = ("row",) if here else ()
        name = (
            "all of these"
            if not index
            else self.matrix.speakers[self.order.rows[index - 1]].speaker.label
        )
        shown = in_cells(name, self._name_width(width) - 3)
        margin = "▸ " if here else "  "
        segments = [Segment(f"{margin}{shown} ", self._style(*row, "name"))]
        for column in (0, *self._columns(width)):
            number = self._number(index, column)
            text = "" if number is None else f"{number:,}" if number else NONE
            cells = self._cell if column else _TOTAL
            if here and column == self.column:
                style = self._style(*row, "cursor" if self.has_focus else "cursor-blurred")
                text = f"[{text}]"
            else:
                kind = () if number and index and column else ("total",) if number else ("none",)
                style = self._style(*row, *kind)
                text = f"{text} "
            segments.append(Segment(text.rjust(cells), style))
        return Strip(segments).adjust_cell_length(width, self._style(*row))

    def draw_line(self, y: int) -> Strip:
        if y < self.HEADER_LINES and self.matrix is not None:
            return self._header_line(y, self.body_width)
        return super().draw_line(y)

    def _header_line(self, y: int, width: int) -> Strip:
        assert self.matrix is not None
        style = self._style("header")
        name = "" if y else words.counted(self.matrix.speaker_total, "speaker")
        head = f"  {in_cells(name, self._name_width(width) - 2)}"
        texts = [f"{head}{('' if y else ALL).rjust(_TOTAL - 1)} "]
        for column in self._columns(width):
            label = heading(self.matrix.columns[self.order.columns[column - 1]], self.matrix.by)[y]
            # Numbers end where labels that are not cut do.
            shown = in_cells(label, self._cell - 2).rstrip()
            texts.append(f" {' ' * (self._cell - 2 - cell_len(shown))}{shown} ")
        return Strip([Segment("".join(texts), style)]).adjust_cell_length(width, style)


def heading(column: MatrixColumn, by: str) -> tuple[str, str]:
    """The two lines above a column: date and title, or year and month."""
    if by == "article":
        return words.dated(column.published), column.label
    year, _, month = column.key.partition("-")
    return (year, month) if year else ("no", "date")
