"""The table of claims: any number, rows read by page, cursor and selection kept by claim."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from sqlalchemy.exc import SQLAlchemyError
from textual import on, work
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from db.claims.view import ClaimRow
from db.connection.engine import ArchiveError
from tui.browse.table.column_layout import ColumnLayout
from tui.browse.table.columns import COLUMNS, Column, Fitted, fit_around
from tui.browse.table.matches import from_match, highlighted
from tui.browse.table.paged_rows import PAGE, Absent, PagedRows
from tui.keys import keymap
from tui.text import words
from tui.widgets.cells import in_cells
from tui.widgets.line_list import LineList, faded
from tui.widgets.styling import lay_over

MARGIN: Final = 4
CURSOR: Final = "▸"
SELECTED: Final = "●"
ASCENDING: Final = "▲"
DESCENDING: Final = "▼"
MORE_LEFT: Final = "‹"
MORE_RIGHT: Final = "›"
FROZEN: Final = "│"
WIDTH_STEP: Final = 2


class ClaimTable(LineList):
    """Claims of one view, one a line; knows the view only through `PagedRows`."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.TABLE
    HEADER_LINES: ClassVar[int] = 1
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "table--header",
        "table--sorted",
        "table--column",
        "table--odd",
        "table--cursor",
        "table--cursor-blurred",
        "table--selected",
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
        self._sorted: tuple[str, bool] | None = None
        self.column_layout = ColumnLayout()
        self.current_column: str | None = None
        self._fitted: tuple[Fitted, ...] = ()
        self._skipped = 0
        self._sought = ""
        self._fitted_width = -1
        self._styles: dict[tuple[str, ...], Style] = {}

    # What is shown

    @property
    def source(self) -> PagedRows | None:
        return self._source

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

    def show(self, source: PagedRows, cursor: int, sorted_by: tuple[str, bool]) -> None:
        """Show another view.

        Args:
            source: Its rows.
            cursor: The row to put the cursor on.
            sorted_by: The field it is sorted by, and whether descending, for the header.
        """
        self._source = source
        self._sorted = sorted_by
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
        return {place.column.key: place.width for place in self._columns(self.body_width)}

    def set_layout(self, layout: ColumnLayout) -> None:
        """Show these columns."""
        self.column_layout = layout
        if self.current_column not in {column.key for column in layout.shown}:
            self.current_column = None
        self._fitted_width = -1
        self.redraw()

    # Reading pages

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
                number, page = read
                source.put(number, page)
                self.post_message(self._PageRead(source, number, page))
        except (ArchiveError, SQLAlchemyError) as error:
            failure = str(error).splitlines()[0]
        self.post_message(self._ReadingEnded(failure))

    @on(_PageRead)
    def _show_page(self, event: _PageRead) -> None:
        event.stop()
        if event.rows is not self._source:
            return
        top = self.scroll_offset.y
        if top // PAGE <= event.number <= (top + self.body_height) // PAGE:
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
            top = round(now)
            self._source.want_around(top - self.body_height, top + 2 * self.body_height)
            self._read()

    # Drawing

    def notify_style_update(self) -> None:
        self._styles.clear()
        super().notify_style_update()

    def on_focus(self) -> None:
        self._styles.clear()

    def on_blur(self) -> None:
        self._styles.clear()

    def _style(self, *names: str) -> Style:
        """The style of a row, with those of its state and of a cell laid over it."""
        style = self._styles.get(names)
        if style is None:
            style = self.base_style
            for name in names:
                style = lay_over(self, style, name)
            self._styles[names] = style
        return style

    def _columns(self, width: int) -> tuple[Fitted, ...]:
        if width != self._fitted_width:
            columns = self.column_layout.shown
            frozen = sum(column.key in self.column_layout.frozen for column in columns)
            self._fitted, self._skipped = fit_around(
                width - MARGIN, columns, frozen, self.current_column, MARGIN
            )
            self._fitted_width = width
        return self._fitted

    def strip_key(self, index: int) -> Hashable | None:
        row = self._row(index)
        if row is Absent.LOADING:
            return None
        return index, self._source is not None and self._source.id_at(index) in self._selection

    def draw_row(self, index: int, width: int) -> Strip:
        row = self._row(index)
        assert self._source is not None
        selected = self._source.id_at(index) in self._selection
        states = self._states(index, selected)
        over = self._cursor_states(index)
        base = self._style(*states, *over)
        margin = (CURSOR if index == self.cursor else " ") + (SELECTED if selected else " ")
        margin += f"{' ' if isinstance(row, Absent) else words.review_glyph(row)} "
        segments = [Segment(margin, self._style(*states, "table--header", *over))]
        end = MARGIN
        if isinstance(row, Absent):
            text = "…" if row is Absent.LOADING else "no longer in the database"
            segments.append(Segment(text.ljust(width - MARGIN), faded(base)))
            return Strip(segments, width).adjust_cell_length(width, base)
        for place in self._columns(width):
            style = self._style(*states, place.column.style, *over)
            text, cells = place.column.cell(row), place.width
            gap = "" if place.x + cells >= width else " "
            if self._sought:
                text = from_match(text, self._sought, cells)
                segments += highlighted(in_cells(text, cells) + gap, self._sought, style)
            else:
                segments.append(Segment(in_cells(text, cells) + gap, style))
            end += cells + len(gap)
        # The length is known; to count it anew would take as long as all the rest.
        return Strip(segments, end).adjust_cell_length(width, base)

    def highlight(self, text: str) -> None:
        """Show where a text stands in the rows, whatever its case; "" for no text."""
        if text.lower() != self._sought:
            self._sought = text.lower()
            self.redraw()

    def _states(self, index: int, selected: bool) -> tuple[str, ...]:
        states: tuple[str, ...] = ("table--odd",) if index % 2 else ()
        if selected:
            states += ("table--selected",)
        return states

    def _cursor_states(self, index: int) -> tuple[str, ...]:
        if index != self.cursor:
            return ()
        return ("table--cursor" if self.has_focus else "table--cursor-blurred",)

    def draw_header(self, width: int) -> Strip:
        base = self._style("table--header")
        places = self._columns(width)
        more = len(self.column_layout.shown) - self._skipped - len(places)
        margin = f"{MORE_LEFT if self._skipped else ' '}{MORE_RIGHT if more > 0 else ' '}"
        segments = [Segment(margin.ljust(MARGIN), base)]
        for place in places:
            title, style = place.column.title, base
            if self._sorted is not None and place.column.sort == self._sorted[0]:
                title = f"{title}{DESCENDING if self._sorted[1] else ASCENDING}"
                style = self._style("table--header", "table--sorted")
            if place.column.key == self.current_column:
                style = self._style("table--header", "table--column")
            segments.append(Segment(in_cells(title, place.width), style))
            frozen = place.column.key in self.column_layout.frozen
            segments.append(Segment(FROZEN if frozen else " ", base))
        return Strip(segments).adjust_cell_length(width, base)

    # Events and actions

    @on(LineList.HeaderClicked)
    def _ask_sort(self, event: LineList.HeaderClicked) -> None:
        event.stop()
        for place in self._columns(self.body_width):
            if place.x <= event.x <= place.x + place.width:
                self.post_message(self.SortAsked(place.column.sort))

    @on(LineList.Opened)
    def _open_clicked(self, event: LineList.Opened) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        if (row := self.current_row) is not None:
            self.post_message(self.ReadAsked(row))

    # Columns

    def action_column(self, step: int) -> None:
        """Go to the column beside the current one; headings show which it is."""
        keys = [column.key for column in self.column_layout.shown]
        if self.current_column in keys:
            at = max(0, min(keys.index(self.current_column) + step, len(keys) - 1))
        else:
            at = 0 if step > 0 else len(keys) - 1
        self.current_column = keys[at]
        self._refit()

    def leave_column(self) -> bool:
        """Have no current column any more; tells whether there was one."""
        left = self.current_column is not None
        self.current_column = None
        self._refit()
        return left

    def action_widen(self, steps: int) -> None:
        if (key := self._chosen_column()) is not None:
            places = {place.column.key: place.width for place in self._fitted}
            width = max(1, places[key] + steps * WIDTH_STEP)
            self._change(self.column_layout.resized(key, width))

    def action_hide_column(self) -> None:
        if (key := self._chosen_column()) is not None:
            keys = [column.key for column in self.column_layout.shown]
            at = keys.index(key)
            self._change(self.column_layout.toggled(key))
            rest = [column.key for column in self.column_layout.shown]
            self.current_column = rest[min(at, len(rest) - 1)]
            self._refit()

    def action_freeze_column(self) -> None:
        if (key := self._chosen_column()) is not None:
            self._change(self.column_layout.frozen_toggled(key))

    def action_move_column(self, step: int) -> None:
        if (key := self._chosen_column()) is not None:
            self._change(self.column_layout.moved_shown(key, step))

    def action_sort_column(self) -> None:
        if (key := self._chosen_column()) is not None:
            column: Column = next(c for c in COLUMNS if c.key == key)
            self.post_message(self.SortAsked(column.sort))

    def _chosen_column(self) -> str | None:
        """The current column; if there is none yet, it becomes the first, to be seen before
        anything is done to it."""
        if self.current_column is not None:
            return self.current_column
        self.action_column(1)
        self.notify("This is the first column; [ and ] go to the others, esc leaves them.")
        return None

    def _change(self, layout: ColumnLayout) -> None:
        self.set_layout(layout)
        self.post_message(self.LayoutChanged(layout))

    def _refit(self) -> None:
        self._fitted_width = -1
        self.redraw()
