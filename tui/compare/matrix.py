"""Speakers against articles or months, and the claims behind each number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Footer

from db.analysis.matrix import Matrix, MatrixBy, MatrixColumn, claims_of_cell, count_matrix
from db.claims.model import SpeakerRef
from db.claims.view import ClaimRow
from db.connection.cancel import Cancel, Cancelled
from db.connection.engine import ArchiveError
from db.query.identified import identified
from db.query.model import ClaimQuery
from db.query.sentence import sentence
from tui.compare.claim_column import ClaimColumn, Entry
from tui.compare.columns import claim_entry
from tui.compare.matrix_grid import MatrixGrid, by_name, by_number
from tui.core.claim_screen import ClaimScreen
from tui.core.navigation import ShowArticle, back_to_table
from tui.core.page_cache import ArticlePages
from tui.keys import keymap
from tui.text import words
from tui.widgets.blocks import Block
from tui.widgets.line_list import LineList
from tui.widgets.paper import Paper
from tui.widgets.told_line import ToldLine

MOST_BEHIND: Final = 200
"""Claims of one cell that are listed."""
FOLLOW_SECONDS: Final = 0.08


class MatrixScreen(ClaimScreen):
    """The claims of a query, counted by speaker and article or month."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.MATRIX
    AUTO_FOCUS = "#grid"
    EXPECTED = ClaimScreen.EXPECTED | {"matrix"}

    @dataclass
    class _Counted(Message):
        cancel: Cancel
        matrix: Matrix

    @dataclass
    class _Found(Message):
        cancel: Cancel
        rows: list[ClaimRow]

    @dataclass
    class _Failed(Message):
        reason: str

    def __init__(self, pages: ArticlePages, query: ClaimQuery) -> None:
        super().__init__(pages)
        self._query = replace(query, sort="published", descending=False, limit=None)
        self._by: MatrixBy = "article"
        self._named = False
        self._busy = False
        self._counting = Cancel()
        self._finding = Cancel()
        self._timer: Timer | None = None
        self._headline = ToldLine(id="headline")
        self._byline = ToldLine(id="byline")
        self.grid = MatrixGrid(id="grid")
        self.behind = ClaimColumn(id="behind")
        self.behind.border_title = "Claims behind it"

    def compose(self) -> ComposeResult:
        yield self._headline
        yield self._byline
        with Container(id="matrix"):
            yield self.grid
            yield self.behind
        yield Footer(compact=True, show_command_palette=False)

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

    # Counting

    def _count(self) -> None:
        self._counting.cancel()
        self._counting = Cancel()
        if self._timer is not None:
            self._timer.stop()
        self._busy = True
        self._tell(f"counting… esc {'leaves' if self.grid.matrix is None else 'cancels'}")
        self._read(self._by, self._counting)

    def _stop_counting(self) -> bool:
        """Stay with the numbers that are shown; tells whether others were being counted."""
        if not self._busy or self.grid.matrix is None:
            return False
        self._counting.cancel()
        self._busy, self._by = False, self.grid.matrix.by
        self._tell(self._cell_in_words())
        return True

    @work(thread=True, group="matrix", exclusive=True)
    def _read(self, by: MatrixBy, cancel: Cancel) -> None:
        try:
            counted = count_matrix(self._pages.engine, self._query, by, cancel=cancel)
            self.post_message(self._Counted(cancel, counted))
        except Cancelled:
            return
        except ArchiveError as error:
            self.post_message(self._Failed(str(error)))

    @on(_Counted)
    def _show(self, event: _Counted) -> None:
        event.stop()
        matrix = event.matrix
        if event.cancel is not self._counting:
            return
        self._busy = False
        self.grid.border_title = f"Speakers × {matrix.by}s"
        self.grid.border_subtitle = _extent(matrix)
        self.grid.show(matrix, by_name(matrix) if self._named else by_number(matrix))
        if not matrix.speakers:
            self._tell("No claim here has a speaker known by name.")

    @on(_Failed)
    def _failed(self, event: _Failed) -> None:
        event.stop()
        self._busy = False
        self._tell(f"! {event.reason}")

    def _tell(self, line: str) -> None:
        self._headline.say(self._title())
        self._byline.say(line)

    def _title(self) -> str:
        return f"Matrix of {sentence(self._query) if self._query.narrows else 'all claims'}"

    # The cell under the cursor

    @property
    def _column(self) -> MatrixColumn | None:
        matrix, place = self.grid.matrix, self.grid.place
        return None if matrix is None or place is None else matrix.columns[place]

    @property
    def _speakers(self) -> list[str]:
        """The keys of the speakers under the cursor; of all on the totals."""
        matrix = self.grid.matrix
        if matrix is None:
            return []
        place = self.grid.speaker
        return [
            one.speaker.id
            for one in (matrix.speakers if place is None else [matrix.speakers[place]])
        ]

    @property
    def _speaker(self) -> SpeakerRef | None:
        matrix, place = self.grid.matrix, self.grid.speaker
        if matrix is None or place is None:
            return None
        return matrix.speakers[place].speaker

    @on(LineList.CursorMoved, "#grid")
    def _follow(self, event: LineList.CursorMoved) -> None:
        event.stop()
        if self.grid.matrix is None or not self.grid.matrix.speakers:
            return
        self._tell(self._cell_in_words())
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(FOLLOW_SECONDS, self._look_behind)

    def _cell_in_words(self) -> str:
        column, number = self._column, self.grid.number
        parts = [self._speaker.label if self._speaker else "all listed speakers"]
        if column is not None and self._by == "article":
            when = column.published.as_known
            parts += [f"“{column.label}”", column.outlet or "", when]
        elif column is not None:
            parts.append(column.label)
        parts.append("" if number is None else words.counted(number, "claim"))
        return " · ".join(part for part in parts if part)

    def _look_behind(self) -> None:
        self._timer = None
        self._finding.cancel()
        self._finding = Cancel()
        if not self.grid.number:
            self._list([])
            return
        column = self._column
        self._find(self._speakers, column.key if column else None, self._by, self._finding)

    @work(thread=True, group="behind", exclusive=True)
    def _find(self, speakers: list[str], column: str | None, by: MatrixBy, cancel: Cancel) -> None:
        try:
            rows = claims_of_cell(
                self._pages.engine,
                self._query,
                by,
                speakers,
                column,
                most=MOST_BEHIND,
                cancel=cancel,
            )
            self.post_message(self._Found(cancel, rows))
        except Cancelled:
            return
        except ArchiveError as error:
            self.post_message(self._Failed(str(error)))

    @on(_Found)
    def _found(self, event: _Found) -> None:
        event.stop()
        if event.cancel is self._finding:
            self._list(event.rows)

    def _list(self, rows: list[ClaimRow]) -> None:
        several = self.grid.speaker is None
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

    def action_switch(self) -> None:
        self._by = "month" if self._by == "article" else "article"
        self._count()

    def action_sort(self) -> None:
        self._named = not self._named
        if (matrix := self.grid.matrix) is not None:
            self.grid.show(matrix, by_name(matrix) if self._named else by_number(matrix))

    def action_filter(self) -> None:
        """Show the claims of the cell in the main table, by a filter that finds them."""
        speaker, column = self._speaker, self._column
        query = self._query if speaker is None else replace(self._query, speakers=(speaker.asked,))
        if column is not None and self._by == "article":
            query = replace(query, articles=(identified(column.label, column.key),))
        elif column is not None and not column.key:
            self.notify("No filter asks for undated articles.", severity="warning")
            return
        elif column is not None and "-" not in column.key:
            told = "No filter asks for articles of which only the year is known"
            year = f"since:{column.key} until:{column.key}"
            self.notify(f"{told}; {year} finds all of that year.", severity="warning")
            return
        elif column is not None:
            query = replace(query, months=(column.key,))
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


def _extent(matrix: Matrix) -> str:
    """How much of all is listed: ``500 of 20,000 speakers · 300 of 100,000 articles``."""
    told = []
    for listed, total, noun in (
        (len(matrix.speakers), matrix.speaker_total, "speaker"),
        (len(matrix.columns), matrix.column_total, matrix.by),
    ):
        of_all = f"{listed:,} of " if listed < total else ""
        told.append(f"{of_all}{words.counted(total, noun)}")
    return " · ".join(told)
