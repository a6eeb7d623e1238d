"""Numbers of claims by row and column, drawn cell by cell however many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from math import log
from typing import ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.reactive import reactive
from textual.strip import Strip

from db.analysis.matrix import Matrix, MatrixLine, Position
from tui.keys import keymap
from tui.text import words
from tui.widgets.lines.cells import in_cells
from tui.widgets.lines.line_list import LineList
from tui.widgets.lines.styling import PartStyles
from tui.widgets.lines.wrapping import wrap

ALL: Final = "all"
NONE: Final = "·"
_NAME_LEAST: Final = 16
_NAME_MOST: Final = 30
_LABEL_MOST: Final = 60
_WIDTH: Final = {"month": (6, 6)}
_WIDE: Final = (13, 31)
_TOTAL: Final = 7
SHADES: Final = 4
"""How many shades tell numbers apart, beside the numbers themselves."""


@dataclass(frozen=True, slots=True)
class Order:
    """The order of rows and columns, as indices in the matrix."""

    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()


def by_number(matrix: Matrix) -> Order:
    """Most claims first, of threads against speakers those of most speakers; articles and months
    in order of time."""
    rows = range(len(matrix.rows))
    if (matrix.of, matrix.by) != ("thread", "speaker"):
        return Order(tuple(rows), _in_time(matrix))
    speakers = Counter(row for row, _ in {*matrix.cells, *matrix.positions})
    return Order(tuple(sorted(rows, key=lambda n: -speakers[n])), _in_time(matrix))


def by_name(matrix: Matrix) -> Order:
    """Rows by name; articles by date, months in their order, other columns by name."""
    names, columns = matrix.rows, matrix.columns
    rows = sorted(range(len(names)), key=lambda n: names[n].label.casefold())
    indices = _in_time(matrix)
    if matrix.by not in ("article", "month"):
        indices = tuple(sorted(indices, key=lambda n: columns[n].label.casefold()))
    return Order(tuple(rows), indices)


def _in_time(matrix: Matrix) -> tuple[int, ...]:
    """The places of columns: articles by date, the undated ones last, others as they are."""
    columns, indices = matrix.columns, range(len(matrix.columns))
    if matrix.by != "article":
        return tuple(indices)
    dated = [columns[n].published.value for n in indices]
    return tuple(sorted(indices, key=lambda n: (dated[n] is None, dated[n] or 0, n)))


def shade(number: int, most: int) -> int:
    """Which shade a number has, from 1 to `SHADES` for the greatest; each doubling is as far."""
    return 1 + round((SHADES - 1) * log(number) / log(most)) if most > 1 else 1


class MatrixGrid(LineList):
    """Rows under the totals of all; the first column has the total of each row."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.GRID
    HEADER_LINES: ClassVar[int] = 2
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "grid--header",
        "grid--name",
        "grid--total",
        "grid--none",
        "grid--agrees",
        "grid--denies",
        "grid--row",
        "grid--cursor",
        "grid--cursor-blurred",
        *(f"grid--shade-{n}" for n in range(1, SHADES + 1)),
    }

    column: reactive[int] = reactive(0, init=False, repaint=False)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, classes="pane")
        self.matrix: Matrix | None = None
        self.order = Order()
        self._left = 0
        self._most = 0
        self._style = PartStyles(self, "grid--")

    def show(self, matrix: Matrix, order: Order) -> None:
        """Show a matrix, with the cursor on the total of the first row."""
        self.matrix, self.order, self._left = matrix, order, 0
        self._most = matrix.most
        self.set_reactive(MatrixGrid.column, 0)
        self.set_rows(len(order.rows) + 1, 1)

    # What the cursor is on

    @property
    def row(self) -> int | None:
        """The place of the row under the cursor; None on the totals of all."""
        return self.order.rows[self.cursor - 1] if self.cursor and self.order.rows else None

    @property
    def column_index(self) -> int | None:
        """The place of the column under the cursor; None on the totals of each row."""
        return self.order.columns[self.column - 1] if self.column else None

    @property
    def number(self) -> int | None:
        """The number under the cursor."""
        return self._number(self.cursor, self.column)

    @property
    def position(self) -> Position | None:
        """Who agrees and who denies in the cell under the cursor; None where nobody does."""
        return self._position(self.cursor, self.column)

    def _number(self, row: int, column: int) -> int | None:
        matrix = self.matrix
        if matrix is None:
            return None
        if not (row or column):
            return matrix.total
        if not row:
            return matrix.columns[self.order.columns[column - 1]].claims
        index = self.order.rows[row - 1]
        if not column:
            return matrix.rows[index].claims
        return matrix.cells.get((index, self.order.columns[column - 1]), 0)

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
        self._style.clear()
        super().notify_style_update()

    def on_focus(self) -> None:
        self._style.clear()
        super().on_focus()

    def on_blur(self) -> None:
        self._style.clear()
        super().on_blur()

    @property
    def _cell(self) -> int:
        """Cells that a column takes: more than it needs, where there are few."""
        if self.matrix is None:
            return 1
        least, most = _WIDTH.get(self.matrix.by, _WIDE)
        width = self.body_width
        room = width - self._name_width(width) - _TOTAL
        return max(least, min(most, room // max(1, len(self.order.columns))))

    def _name_width(self, width: int) -> int:
        # What a thread says is a sentence, a name is not.
        if self.matrix is not None and self.matrix.of == "thread":
            return max(_NAME_LEAST, min(_LABEL_MOST, width // 3))
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
        name = "all of these" if not index else self.matrix.rows[self.order.rows[index - 1]].label
        shown = in_cells(name, self._name_width(width) - 3)
        margin = "▸ " if here else "  "
        segments = [Segment(f"{margin}{shown} ", self._style(*row, "name"))]
        for column in (0, *self._columns(width)):
            number = self._number(index, column)
            text = "" if number is None else f"{number:,}" if number else NONE
            cells = self._cell if column else _TOTAL
            taken = self._position(index, column)
            if here and column == self.column:
                style = self._style(*row, "cursor" if self.has_focus else "cursor-blurred")
                shown = words.position(taken.agrees, taken.denies) if taken else ""
                text = f"[{' '.join(filter(None, (text, shown)))}]"
            elif taken is not None:
                segments += self._with_position(text, taken, cells, row, number)
                continue
            else:
                style = self._style(*row, *self._kind(number, inside=bool(index and column)))
                text = f"{text} "
            segments.append(Segment(text.rjust(cells), style))
        return Strip(segments).adjust_cell_length(width, self._style(*row))

    def _position(self, row: int, column: int) -> Position | None:
        """Who agrees and who denies in a cell of the grid; None where nobody does."""
        if self.matrix is None or not (row and column):
            return None
        cell = self.order.rows[row - 1], self.order.columns[column - 1]
        return self.matrix.positions.get(cell)

    def _with_position(
        self, text: str, taken: Position, cells: int, row: tuple[str, ...], number: int | None
    ) -> list[Segment]:
        """A number and who agrees and denies, as wide as a cell: mark and colour tell it."""
        parts = [(text, self._kind(number, inside=True))]
        for kind, mark in (
            ("agrees", words.position(taken.agrees, 0)),
            ("denies", words.position(0, taken.denies)),
        ):
            if mark:
                parts.append((f" {mark}", (kind,)))
        room = max(0, cells - 1 - sum(cell_len(shown) for shown, _ in parts))
        found = [Segment(" " * room, self._style(*row))]
        found += [Segment(shown, self._style(*row, *names)) for shown, names in parts]
        return [*found, Segment(" ", self._style(*row))]

    def _kind(self, number: int | None, *, inside: bool) -> tuple[str, ...]:
        """How a number is drawn; those inside the matrix by their shade."""
        if not number:
            return ("none",)
        return (f"shade-{shade(number, self._most)}",) if inside else ("total",)

    def draw_line(self, y: int) -> Strip:
        if y < self.HEADER_LINES and self.matrix is not None:
            return self._header_line(y, self.body_width)
        return super().draw_line(y)

    def _header_line(self, y: int, width: int) -> Strip:
        assert self.matrix is not None
        style = self._style("header")
        name = "" if y else words.counted(self.matrix.row_total, self.matrix.of)
        head = f"  {in_cells(name, self._name_width(width) - 2)}"
        texts = [f"{head}{('' if y else ALL).rjust(_TOTAL - 1)} "]
        for column in self._columns(width):
            label = self._heading(self.order.columns[column - 1])[y]
            # Numbers end where labels that are not cut do.
            shown = in_cells(label, self._cell - 2).rstrip()
            texts.append(f" {' ' * (self._cell - 2 - cell_len(shown))}{shown} ")
        return Strip([Segment("".join(texts), style)]).adjust_cell_length(width, style)

    def _heading(self, index: int) -> tuple[str, str]:
        assert self.matrix is not None
        return heading(self.matrix.columns[index], self.matrix.by, self._cell - 2)


def heading(column: MatrixLine, by: str, width: int) -> tuple[str, str]:
    """The two lines above a column: date and title, year and month, or a label in two lines, as is
    the title of an undated article."""
    if by == "article" and column.published.as_known:
        return column.published.as_known, column.label
    if by == "month":
        year, _, month = column.key.partition("-")
        return (year, month) if year else ("no", "date")
    if cell_len(column.label) <= width:
        return "", column.label
    start, end = wrap(column.label, width)[0]
    return column.label[start:end], column.label[end:].strip()
