"""The table of claims: any number, rows read by page, cursor and selection kept by claim."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from sqlalchemy.exc import SQLAlchemyError
from textual import events, on, work
from textual.binding import BindingType
from textual.events import Resize
from textual.message import Message
from textual.strip import Strip

from db.claims.view import ClaimRow
from db.connection.engine import ArchiveError
from tui.browse.table.clicks import fold_at, rows_marked
from tui.browse.table.column_keys import ColumnKeys
from tui.browse.table.column_layout import ColumnLayout
from tui.browse.table.columns import COLUMNS, Column, Fitted
from tui.browse.table.drawing import DrawnRow
from tui.browse.table.folding import Folds
from tui.browse.table.paged_rows import PAGE, Absent, PagedRows
from tui.browse.table.placing import Placing, SortedBy
from tui.browse.table.two_lines import ROOM_FOR_TWO
from tui.keys import keymap
from tui.widgets.lines.line_list import LineList
from tui.widgets.lines.styling import PartStyles


class ClaimTable(LineList):
    """Claims of one view, one or two lines each; knows the view only through `PagedRows`."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.TABLE
    HEADER_LINES: ClassVar[int] = 1
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("table--header", "table--sorted", "table--column", "table--odd", "table--selected"),
        *("table--cursor", "table--cursor-blurred"),
        *(f"table--{column.key}" for column in COLUMNS),
    }

    @dataclass
    class SortAsked(Message):
        """A sortable heading was clicked."""

        field: str

    @dataclass
    class LayoutChanged(Message):
        """The user shows other columns, or shows them otherwise."""

        layout: ColumnLayout

    @dataclass
    class ReadAsked(Message):
        """The claim under the cursor is to be read in its article."""

        row: ClaimRow

    @dataclass
    class FoldAsked(Message):
        """What stands within a claim is to be shown below it, or folded again."""

        row: ClaimRow

    @dataclass
    class MarkAsked(Message):
        """A claim is to be marked, or no longer; ``several`` are to be marked in any case."""

        claims: list[int]
        several: bool

    @dataclass
    class NothingToRead(Message):
        """There is no claim to be read."""

    @dataclass
    class _PageRead(Message):
        rows: PagedRows
        number: int
        page: list[ClaimRow | Absent]

    @dataclass
    class _ReadingEnded(Message):
        failure: str | None

    def __init__(self, selection: Collection[int], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._selection = selection
        self._source: PagedRows | None = None
        self._reading = False
        self._placing = Placing()
        self.columns = ColumnKeys(self)
        self._sought = ""
        self._style = PartStyles(self, "")

    # What is shown

    @property
    def source(self) -> PagedRows | None:
        return self._source

    @property
    def current_column(self) -> str | None:
        """The key of the column that keys of columns are about."""
        return self.columns.current

    @property
    def current_id(self) -> int | None:
        """The claim under the cursor."""
        if self._source is None or not self._rows:
            return None
        return self._source.id_at(self.cursor)

    @property
    def current_row(self) -> ClaimRow | None:
        """The claim under the cursor, if its page is here."""
        if self._source is None or not self._rows:
            return None
        row = self._source.row(self.cursor)
        return None if isinstance(row, Absent) else row

    def show(self, source: PagedRows, cursor: int, sorted_by: SortedBy) -> None:
        """Show another view.

        Args:
            source: Its rows.
            cursor: The row to put the cursor on.
            sorted_by: The field it is sorted by, and whether descending, for the header.
        """
        self._source, self._placing.sorted_by = source, sorted_by
        self._placing.forget()
        self.set_rows(source.n, cursor)

    def grow(self, whole: PagedRows, cursor: int) -> None:
        """Show the whole of a view of which the first rows are shown, and put the cursor there."""
        assert self._source is not None
        self._source.grow(whole)
        self.add_rows(whole.n)
        self.cursor = cursor

    def replace(self, rows: Iterable[ClaimRow]) -> None:
        """Show claims as they are now, in their places."""
        if self._source is not None:
            self._source.replace(rows)
            self.redraw()

    @property
    def column_widths(self) -> dict[str, int]:
        """Cells that the columns on the screen have, by key."""
        return {one.column.key: one.width for one in self._columns(self.body_width)}

    @property
    def placeable(self) -> tuple[Column, ...]:
        """The columns of the first line of a row, where there is room for all."""
        return self._placing.placeable(self.body_width, self.row_lines)

    @property
    def column_layout(self) -> ColumnLayout:
        """Its columns, in order."""
        return self._placing.layout

    def set_layout(self, layout: ColumnLayout) -> None:
        """Show these columns."""
        self._placing.layout = layout
        if self.current_column not in {column.key for column in layout.shown}:
            self.columns.current = None
        self._fit_lines()
        self.refit()

    @on(Resize)
    def _fit_lines(self) -> None:
        """Have as many lines a row as somebody wants, where there is room for more than one."""
        lines = self.column_layout.lines if self.size.width >= ROOM_FOR_TWO else 1
        if lines != self.row_lines:
            self._placing.forget()
            self.set_row_lines(lines)

    def _row(self, index: int) -> ClaimRow | Absent:
        assert self._source is not None
        row = self._source.row(index)
        if row is Absent.LOADING:
            self._read()
        return row

    def _read(self) -> None:
        if self._source is not None and self._source.waiting and not self._reading:
            self._reading = True
            self._read_pages(self._source)

    @work(thread=True, group="pages", exit_on_error=False)
    def _read_pages(self, source: PagedRows) -> None:
        failure = None
        try:
            while (read := source.read_next()) is not None:
                source.put(*read)
                self.post_message(self._PageRead(source, *read))
        except (ArchiveError, SQLAlchemyError) as error:
            failure = str(error).splitlines()[0]
        self.post_message(self._ReadingEnded(failure))

    @on(_PageRead)
    def _show_page(self, event: _PageRead) -> None:
        event.stop()
        if event.rows is self._source:
            self.refresh_content()
            if self.cursor // PAGE == event.number:
                self.post_message(self.CursorMoved(self, self.cursor))

    @on(_ReadingEnded)
    def _read_on(self, event: _ReadingEnded) -> None:
        event.stop()
        self._reading = False
        if event.failure is None:
            self._read()
        else:
            self.notify(event.failure, severity="error", markup=False)

    def watch_scroll_y(self, before: float, now: float) -> None:
        super().watch_scroll_y(before, now)
        if self._source is not None and round(before) != round(now):
            top = round(now) // self.row_lines
            self._source.want_around(top - self.body_height, top + 2 * self.body_height)
            self._read()

    # Drawing

    def notify_style_update(self) -> None:
        self._style.clear()
        super().notify_style_update()

    def on_focus(self) -> None:
        self._style.clear()

    on_blur = on_focus

    def _columns(self, width: int) -> tuple[Fitted, ...]:
        blank = frozenset() if self._source is None else self._source.blank
        return self._placing.fitted(width, self.row_lines, blank, self.current_column)

    def strip_key(self, index: int) -> Hashable | None:
        row = self._row(index)
        if row is Absent.LOADING:
            return None
        assert self._source is not None
        # With other blank columns all rows are drawn anew.
        return index, self._selected(index), self._source.blank

    def draw_further_line(self, index: int, line: int, width: int) -> Strip:
        return self._drawn(index, width).further_line(line, self.row_lines - 1)

    def draw_row(self, index: int, width: int) -> Strip:
        drawn = self._drawn(index, width)
        cursor, selected = index == self.cursor, self._selected(index)
        return drawn.first_line(self._columns(width), cursor=cursor, selected=selected)

    def _drawn(self, index: int, width: int) -> DrawnRow:
        states, over = self._around(index)

        def style(*own: str) -> Style:
            return self._style(*states, *own, *over)

        return DrawnRow(self._row(index), style, self._folds, self._sought, width)

    def highlight(self, text: str) -> None:
        """Show where a text stands in the rows, whatever its case; "" for no text."""
        if text.lower() != self._sought:
            self._sought = text.lower()
            self.redraw()

    @property
    def _folds(self) -> Folds:
        return Folds() if self._source is None else self._source.folds

    def _selected(self, index: int) -> bool:
        return self._source is not None and self._source.id_at(index) in self._selection

    def _around(self, index: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The component classes of a row, below and over those of its cells."""
        odd = ("table--odd",) if index % 2 else ()
        selected = ("table--selected",) if self._selected(index) else ()
        if index != self.cursor:
            return odd + selected, ()
        return odd + selected, ("table--cursor" if self.has_focus else "table--cursor-blurred",)

    def draw_header(self, width: int) -> Strip:
        self._columns(width)
        heading = self._placing.heading(self.current_column)
        base = self._style("table--header")
        return Strip(heading.segments(self._style)).adjust_cell_length(width, base)

    # Events and actions

    @on(LineList.HeaderClicked)
    def _ask_sort(self, event: LineList.HeaderClicked) -> None:
        event.stop()
        for one in self._columns(self.body_width):
            if one.x <= event.x <= one.x + one.width:
                self.ask_sort(one.column.sort)

    @on(LineList.Opened)
    def _open_clicked(self, event: LineList.Opened) -> None:
        event.stop()
        self.action_open()

    def on_click(self, event: events.Click) -> None:
        # Textual has the list hear of it too, after this.
        offset = event.get_content_offset(self)
        if offset is None or offset.y < self.HEADER_LINES or self._source is None:
            return
        at = self.scroll_offset.y + offset.y - self.HEADER_LINES
        index, line = divmod(at, self.row_lines)
        if index < self._rows and (rows := rows_marked(event, offset.x, index, self.cursor)):
            event.prevent_default()
            self.cursor = index
            ids = [self._source.id_at(row) for row in rows]
            self.post_message(self.MarkAsked(ids, several=event.shift))
        elif index == self.cursor and self._is_fold(line, offset.x):
            self.action_fold()

    def _is_fold(self, line: int, x: int) -> bool:
        """Whether the sign of a fold stands there in the row with the cursor."""
        fitted = self._columns(self.body_width) if self.row_lines == 1 else ()
        row = self.current_row
        return row is not None and x in fold_at(row, line, fitted, self._folds, self.body_width)

    def action_open(self) -> None:
        if (row := self.current_row) is not None:
            self.post_message(self.ReadAsked(row))
        elif not self._rows:
            self.post_message(self.NothingToRead())

    # Columns and folds

    def action_columns(self, what: str, step: int = 0) -> None:
        self.columns.do(what, step)

    def action_fold(self) -> None:
        if (row := self.current_row) is not None:
            self.post_message(self.FoldAsked(row))

    def change_layout(self, layout: ColumnLayout) -> None:
        """Show other columns, and have that kept."""
        self.set_layout(layout)
        self.post_message(self.LayoutChanged(layout))

    def ask_sort(self, field: str) -> None:
        """Ask for the rows in the order of a field."""
        self.post_message(self.SortAsked(field))

    def refit(self) -> None:
        """Place the columns anew."""
        self._placing.forget()
        self.redraw()
