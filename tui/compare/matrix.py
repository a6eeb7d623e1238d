"""Speakers, topics or threads against what they stand in, and the claims behind each number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.timer import Timer

from db.analysis.matrix import (
    COLUMNS,
    ROWS,
    Matrix,
    MatrixBy,
    MatrixLine,
    MatrixOf,
    claims_of_cell,
    count_matrix,
)
from db.claims.model import SpeakerRef
from db.claims.view import ClaimRow
from db.connection.cancel import Cancel
from db.query.identified import identified
from db.query.model import ClaimQuery
from tui.compare.claim_column import ClaimColumn, Entry
from tui.compare.columns import claim_entry
from tui.compare.matrix_grid import MatrixGrid, by_name, by_number
from tui.core import queries
from tui.core.background import in_background
from tui.core.claim_screen import ClaimScreen
from tui.core.navigation import ShowArticle, back_to_table
from tui.core.page_cache import ArticlePages
from tui.keys import keymap
from tui.text import words
from tui.text.command_line import filter_options
from tui.textual_private import ring_once
from tui.widgets.fact_line import FactLine
from tui.widgets.key_footer import KeyFooter
from tui.widgets.lines.blocks import Block
from tui.widgets.lines.line_list import LineList
from tui.widgets.lines.paper import Paper

MOST_BEHIND: Final = 200
"""Claims of one cell that are listed."""
FOLLOW_SECONDS: Final = 0.08


class MatrixScreen(ClaimScreen):
    """The claims of a query, counted by row and column."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.MATRIX
    AUTO_FOCUS = "#grid"
    EXPECTED = ClaimScreen.EXPECTED | {"matrix"}

    def __init__(self, pages: ArticlePages, query: ClaimQuery) -> None:
        super().__init__(pages)
        self._query = replace(query, sort="published", descending=False, limit=None)
        self._of: MatrixOf = "speaker"
        self._by: MatrixBy = "article"
        self._named = False
        self._busy = False
        self._counting = Cancel()
        self._finding = Cancel()
        self._timer: Timer | None = None
        self._headline = FactLine(id="headline")
        self._byline = FactLine(id="byline")
        self.grid = MatrixGrid(id="grid")
        self.behind = ClaimColumn(id="behind")
        self.behind.border_title = "Claims behind it"
        self.shown_command = self._command

    def compose(self) -> ComposeResult:
        yield self._headline
        yield self._byline
        with Container(id="matrix"):
            yield self.grid
            yield self.behind
        yield KeyFooter()

    def on_mount(self) -> None:
        self._count()

    def on_unmount(self) -> None:
        self._counting.cancel()
        self._finding.cancel()

    @property
    def claims_asked(self) -> ClaimQuery:
        return self._query

    @property
    def current_claim(self) -> ClaimRow | None:
        return self.behind.row

    def _command(self) -> list[str] | None:
        if (found := self.grid.matrix) is None:
            return None
        what = ["--of", found.of, "--by", found.by]
        extent = ["--rows", str(len(found.rows)), "--columns", str(len(found.columns))]
        return ["matrix", *what, *filter_options(self._query), *(extent if found.rows else [])]

    # Counting

    def _count(self) -> None:
        self._counting.cancel()
        self._counting = Cancel()
        if self._timer is not None:
            self._timer.stop()
        self._busy = True
        self._tell(f"counting… esc {'leaves' if self.grid.matrix is None else 'cancels'}")
        of, by, cancel = self._of, self._by, self._counting
        in_background(
            self,
            "matrix",
            lambda: count_matrix(self._pages.engine, self._query, by, of=of, cancel=cancel),
            partial(self._show, cancel),
            failed=self._failed,
        )

    def _stop_counting(self) -> bool:
        """Stay with the numbers that are shown; tells whether others were being counted."""
        if not self._busy or self.grid.matrix is None:
            return False
        self._counting.cancel()
        self._busy = False
        self._of, self._by = self.grid.matrix.of, self.grid.matrix.by
        self._tell(self._cell_in_words())
        return True

    def _show(self, cancel: Cancel, matrix: Matrix) -> None:
        if cancel is not self._counting:
            return
        self._busy = False
        self.grid.border_title = f"{matrix.of.capitalize()}s × {matrix.by}s"
        self.grid.border_subtitle = _extent(matrix)
        self.grid.show(matrix, by_name(matrix) if self._named else by_number(matrix))
        if not matrix.rows:
            self._tell(_NOTHING[matrix.of])

    def _failed(self, reason: str) -> None:
        self._busy = False
        self._tell(f"! {reason}")

    def _tell(self, line: str) -> None:
        self._headline.say(self._title())
        self._byline.say(line)

    def _title(self) -> str:
        return f"Matrix of {queries.scope(self._query)}"

    # The cell under the cursor

    @property
    def _column(self) -> MatrixLine | None:
        matrix, index = self.grid.matrix, self.grid.column_index
        return None if matrix is None or index is None else matrix.columns[index]

    @property
    def _row(self) -> MatrixLine | None:
        matrix, index = self.grid.matrix, self.grid.row
        return None if matrix is None or index is None else matrix.rows[index]

    @property
    def _rows(self) -> list[str]:
        """The keys of the rows under the cursor; of all on the totals."""
        if (row := self._row) is not None:
            return [row.key]
        return [one.key for one in self.grid.matrix.rows] if self.grid.matrix else []

    @property
    def _speaker(self) -> SpeakerRef | None:
        """The speaker of the row or the column under the cursor."""
        row, column = self._row, self._column
        one = row if self._of == "speaker" else column if self._by == "speaker" else None
        return None if one is None else SpeakerRef(one.key, one.label)

    @on(LineList.CursorMoved, "#grid")
    def _follow(self, event: LineList.CursorMoved) -> None:
        event.stop()
        if self.grid.matrix is None or not self.grid.matrix.rows:
            return
        self._tell(self._cell_in_words())
        if self._timer is not None:
            self._timer.stop()
        self._timer = ring_once(self, FOLLOW_SECONDS, self._look_behind)

    def _cell_in_words(self) -> str:
        column, number = self._column, self.grid.number
        parts = [self._row.label if self._row else f"all listed {self._of}s"]
        if column is not None and self._by == "article":
            when = column.published.as_known
            parts += [f"“{column.label}”", column.outlet or "", when]
        elif column is not None:
            parts.append(column.label)
        parts.append("" if number is None else words.counted(number, "claim"))
        if (taken := self.grid.position) is not None:
            parts.append(f"agrees: {taken.agrees:,}" if taken.agrees else "")
            parts.append(f"denies: {taken.denies:,}" if taken.denies else "")
        return " · ".join(part for part in parts if part)

    def _look_behind(self) -> None:
        self._timer = None
        self._finding.cancel()
        self._finding = Cancel()
        if not self.grid.number and self.grid.position is None:
            self._list([])
            return
        read = partial(
            claims_of_cell,
            self._pages.engine,
            self._query,
            self._by,
            self._rows,
            self._column.key if self._column else None,
            of=self._of,
            most=MOST_BEHIND,
            cancel=self._finding,
        )
        in_background(
            self, "behind", read, partial(self._found, self._finding), failed=self._failed
        )

    def _found(self, cancel: Cancel, rows: list[ClaimRow]) -> None:
        if cancel is self._finding:
            self._list(rows)

    def _list(self, rows: list[ClaimRow]) -> None:
        several = self._speaker is None
        entries = [claim_entry(row, who=several) for row in rows]
        note = Entry((Block("No claims.", style="label"),))
        self.behind.fill(entries or [note])
        number = self.grid.number or 0
        cut = number > len(rows) > 0
        self.behind.border_subtitle = f"the first {len(rows)} of {number:,}" if cut else ""

    # Actions

    @on(LineList.Opened, "#grid")
    def _opened(self, event: LineList.Opened) -> None:
        event.stop()
        self.behind.focus()

    @on(Paper.Clicked, "#behind")
    def _clicked(self, event: Paper.Clicked) -> None:
        event.stop()
        if event.block.claim is not None:
            self.behind.go_to(event.block.claim)
            if event.chain == 2:
                self.action_read()

    def action_read(self) -> None:
        if (row := self.behind.row) is not None:
            self.go(ShowArticle(row.article_id, row.id))

    def action_columns(self) -> None:
        """Count by what columns can be of next."""
        choices = COLUMNS[self._of]
        self._by = choices[(choices.index(self._by) + 1) % len(choices)]
        self._count()

    def action_rows(self) -> None:
        """Count what rows can be of next."""
        self._of = ROWS[(ROWS.index(self._of) + 1) % len(ROWS)]
        self._by = COLUMNS[self._of][0]
        self._count()

    def action_sort(self) -> None:
        self._named = not self._named
        if (matrix := self.grid.matrix) is not None:
            self.grid.show(matrix, by_name(matrix) if self._named else by_number(matrix))

    def action_filter(self) -> None:
        """Show the claims of the cell in the main table, by a filter that finds them."""
        query = self._query
        for kind, one in ((self._of, self._row), (self._by, self._column)):
            if one is None:
                continue
            if kind == "month" and "-" not in one.key:
                self.notify(_no_filter(one.key), severity="warning")
                return
            query = narrowed(query, kind, one.key, one.label)
        back_to_table(self.app, query)

    def action_timeline(self) -> None:
        if self.grid.has_focus and (speaker := self._speaker) is not None:
            self.open_timeline(speaker)
        else:
            super().action_timeline()

    def action_copy_cell(self) -> None:
        if self.grid.has_focus:
            self.copy("Number", str(self.grid.number or 0))
        else:
            super().action_copy_cell()

    def action_leave(self) -> None:
        if self._stop_counting():
            return
        if self.behind.has_focus:
            self.grid.focus()
        else:
            self.dismiss(None)


_NOTHING: Final[Mapping[str, str]] = {
    "speaker": "No claim here has a speaker known by name.",
    "topic": "No claim here has a topic; 'claims reextract' finds those of older archives.",
    "thread": "No two claims here say the same; 'claims compare --rebuild' compares them all.",
}


def narrowed(query: ClaimQuery, kind: str, key: str, label: str) -> ClaimQuery:
    """A query with one row or column of a matrix asked for as well."""
    if kind == "month":
        return replace(query, months=(key,))
    value = (identified(label, key),)
    if kind == "article":
        return replace(query, articles=value)
    if kind == "speaker":
        return replace(query, speakers=value)
    return replace(query, threads=value) if kind == "thread" else replace(query, topics=value)


def _no_filter(month: str) -> str:
    """Why no filter asks for articles of which no month is known."""
    if not month:
        return "No filter asks for undated articles."
    line = "No filter asks for articles of which only the year is known"
    return f"{line}; since:{month} until:{month} finds all of that year."


def _extent(matrix: Matrix) -> str:
    """How much of all is listed and what is left out: ``500 of 20,000 speakers · 12 months · left
    out: 3 without speaker``."""
    rows = words.part_of(len(matrix.rows), matrix.row_total, matrix.of)
    columns = words.part_of(
        len(matrix.columns), matrix.column_total, matrix.by, undated=matrix.has_undated
    )
    if columns == words.ALL_UNDATED:
        columns = f"{columns}: set dates in the sources"
    return " · ".join(filter(None, [rows, columns, words.left_out(matrix.without)]))
