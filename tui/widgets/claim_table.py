"""The table of claims: any number of them, rows read by page, cursor and marks kept by claim."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from sqlalchemy.exc import SQLAlchemyError
from textual import on, work
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from db.engine import ArchiveError
from db.view import ClaimRow
from tui import keymap, words
from tui.rows import PAGE, Absent, PagedRows
from tui.widgets.columns import COLUMNS, Fitted, fit, in_cells
from tui.widgets.line_list import LineList, faded
from tui.widgets.styling import lay_over

MARGIN = 4
CURSOR, MARK = "▸", "●"
ASCENDING, DESCENDING = "▲", "▼"


class ClaimTable(LineList):
    """Claims of one view, one a line; knows the view only through `PagedRows`."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.TABLE
    HEADER_LINES: ClassVar[int] = 1
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "table--header",
        "table--sorted",
        "table--odd",
        "table--cursor",
        "table--cursor-blurred",
        "table--marked",
        *(f"table--{column.key}" for column in COLUMNS),
    }

    @dataclass
    class Marked(Message):
        """Claims were marked or unmarked."""

        table: ClaimTable

    @dataclass
    class SortAsked(Message):
        """A sortable heading was clicked."""

        field: str

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

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.marks: dict[int, None] = {}
        self._source: PagedRows | None = None
        self._reading = False
        self._sorted: tuple[str, bool] | None = None
        self._fitted: tuple[Fitted, ...] = ()
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

    def set_marks(self, marks: dict[int, None]) -> None:
        """Mark these claims and no others."""
        self.marks = marks
        self.redraw()
        self.post_message(self.Marked(self))

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
            self._fitted = fit(width - MARGIN, start=MARGIN)
            self._fitted_width = width
        return self._fitted

    def strip_key(self, index: int) -> Hashable | None:
        row = self._row(index)
        if row is Absent.LOADING:
            return None
        return index, self._source is not None and self._source.id_at(index) in self.marks

    def draw_row(self, index: int, width: int) -> Strip:
        row = self._row(index)
        assert self._source is not None
        marked = self._source.id_at(index) in self.marks
        states = self._states(index, marked)
        over = self._cursor_states(index)
        base = self._style(*states, *over)
        margin = (CURSOR if index == self.cursor else " ") + (MARK if marked else " ")
        margin += f"{' ' if isinstance(row, Absent) else words.review_glyph(row)} "
        segments = [Segment(margin, self._style(*states, "table--header", *over))]
        if isinstance(row, Absent):
            text = "…" if row is Absent.LOADING else "no longer in the database"
            segments.append(Segment(text.ljust(width - MARGIN), faded(base)))
            return Strip(segments, width).adjust_cell_length(width, base)
        for place in self._columns(width):
            gap = "" if place.x + place.width == width else " "
            cell = in_cells(place.column.cell(row), place.width)
            style = self._style(*states, f"table--{place.column.key}", *over)
            segments.append(Segment(cell + gap, style))
        return Strip(segments).adjust_cell_length(width, base)

    def _states(self, index: int, marked: bool) -> tuple[str, ...]:
        states: tuple[str, ...] = ("table--odd",) if index % 2 else ()
        if marked:
            states += ("table--marked",)
        return states

    def _cursor_states(self, index: int) -> tuple[str, ...]:
        if index != self.cursor:
            return ()
        return ("table--cursor" if self.has_focus else "table--cursor-blurred",)

    def draw_header(self, width: int) -> Strip:
        base = self._style("table--header")
        segments = [Segment(" " * MARGIN, base)]
        for place in self._columns(width):
            title, style = place.column.title, base
            if self._sorted is not None and place.column.sort == self._sorted[0]:
                title = f"{title}{DESCENDING if self._sorted[1] else ASCENDING}"
                style = self._style("table--header", "table--sorted")
            segments.append(Segment(in_cells(title, place.width), style))
            segments.append(Segment(" ", base))
        return Strip(segments).adjust_cell_length(width, base)

    # Events and actions

    @on(LineList.HeaderClicked)
    def _ask_sort(self, event: LineList.HeaderClicked) -> None:
        event.stop()
        for place in self._columns(self.body_width):
            if place.x <= event.x <= place.x + place.width and place.column.sort is not None:
                self.post_message(self.SortAsked(place.column.sort))

    @on(LineList.Opened)
    def _open_clicked(self, event: LineList.Opened) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        if (row := self.current_row) is not None:
            self.post_message(self.ReadAsked(row))

    def action_mark(self) -> None:
        ident = self.current_id
        if ident is None:
            return
        if ident in self.marks:
            del self.marks[ident]
        else:
            self.marks[ident] = None
        self.redraw_row(self.cursor)
        self.post_message(self.Marked(self))
        self.cursor += 1

    def action_mark_speaker(self) -> None:
        row = self.current_row
        if row is None or self._source is None or not row.speakers:
            return
        same = [
            other.id for other in self._source.loaded() if set(other.speakers) & set(row.speakers)
        ]
        if all(ident in self.marks for ident in same):
            kept = {ident: None for ident in self.marks if ident not in set(same)}
        else:
            kept = {**self.marks, **dict.fromkeys(sorted(same))}
        self.set_marks(kept)

    def action_unmark_all(self) -> None:
        self.set_marks({})
