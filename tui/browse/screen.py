"""The main screen: one filter as table, sentence and numbers; the rest opens from here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import Engine
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from db.claims.view import Cancel, Cancelled, ClaimRow
from db.connection.engine import ArchiveError
from db.query.line import parse_filter
from db.query.model import SORT_FIELDS, ClaimQuery, QueryError
from db.review.actions import Judged
from tui.browse.exporting import offer_export
from tui.browse.facets.side_panes import SidePanes
from tui.browse.filter.filter_bar import FilterBar
from tui.browse.numbers import ClaimNumbers
from tui.browse.results import Results
from tui.browse.table.claim_table import ClaimTable
from tui.browse.table.open_view import OpenedView, open_first, open_marked, open_rows
from tui.browse.table_review import TableJudgingScreen
from tui.browse.table_selection import TableMarksScreen
from tui.compare.comparisons import Comparisons
from tui.compare.screen import MOST_COLUMNS
from tui.core import queries
from tui.core.navigation import ShowArticle, ShowMatrix
from tui.core.page_cache import ArticlePages
from tui.dialogs.pick import PickScreen
from tui.keys import keymap
from tui.speaker.of_claim import SpeakersOfClaims
from tui.text import words
from tui.text.safe_text import safe_line
from tui.widgets.bare import BareRow
from tui.widgets.key_footer import KeyFooter

MOST_COMPARED = 5_000


class BrowseScreen(TableJudgingScreen, TableMarksScreen):
    """Finding claims. The filter line is the state: keys and clicks that filter rewrite it."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.BROWSE
    AUTO_FOCUS = "#claims"

    @dataclass
    class _Opened(Message):
        """A view, or why there is none."""

        cancel: Cancel
        opened: OpenedView | str

    def __init__(self, engine: Engine, query: ClaimQuery) -> None:
        super().__init__(ArticlePages(engine))
        self._asked = query
        self._clearing: Cancel | None = None
        self._shown: OpenedView | None = None
        self._first: OpenedView | None = None
        self._cancel: Cancel | None = None
        self._keep: int | None = None
        self.filter = FilterBar(query.to_filter(), id="filter")
        self.sentence = Static(Content(""), id="sentence")
        self.number = ClaimNumbers(engine, id="number")
        self.side = SidePanes(engine, id="side")
        self.results = Results(self._pages, id="results")
        self.comparisons = Comparisons(self, self._pages, self._tell_numbers)
        self.speakers = SpeakersOfClaims(
            self, self._pages, lambda: self.known_speakers, self.action_reload
        )

    def compose(self) -> ComposeResult:
        yield self.filter
        with BareRow(id="told"):
            yield self.sentence
            yield self.number
        with BareRow(id="panes"):
            yield self.side
            yield self.results
        yield KeyFooter()

    def on_mount(self) -> None:
        self.begin_layout()
        self._open(self._asked)

    def on_unmount(self) -> None:
        self._stop()
        self.comparisons.stop()

    @property
    def query_shown(self) -> ClaimQuery:
        return self._asked if self._shown is None else self._shown.query

    @property
    def query_asked(self) -> ClaimQuery:
        return self._asked

    @property
    def busy(self) -> bool:
        return self._cancel is not None

    @property
    def expects_soon(self) -> bool:
        # Keys in the table are about the rows that were asked for.
        opening = self.busy and self._first is None and self.table.has_focus
        return opening or super().expects_soon

    @property
    def total(self) -> int | None:
        return self.number.total

    @property
    def shown(self) -> OpenedView | None:
        return self._shown

    @property
    def current_claim(self) -> ClaimRow | None:
        return self.table.current_row

    @property
    def claims_asked(self) -> ClaimQuery:
        return self.query_shown

    # Opening views

    def keep_cursor_on(self, claim: int | None) -> None:
        """Begin with the cursor on a claim."""
        self._keep = claim

    def filter_by(self, query: ClaimQuery) -> None:
        """Show another query, and write it in the filter line."""
        self.filter.set_line(query.to_filter())
        self._open(query)

    def _open(self, query: ClaimQuery) -> None:
        # Two threads that read many rows hinder each other: the rows to look at come first.
        self._stop()
        self.side.stop()
        self._asked = query
        self._cancel = Cancel()
        # A claim that nobody went to is not worth a jump to wherever it is now.
        keep = self.table.current_id if self.table.cursor else self._keep
        self._keep = None
        self._open_view(query, keep, self._cancel)
        self._tell()

    def _stop(self) -> None:
        self._first = None
        if self._cancel is not None:
            self._cancel.cancel()
            self._cancel = None

    @work(thread=True, group="view", exclusive=True)
    def _open_view(self, query: ClaimQuery, keep: int | None, cancel: Cancel) -> None:
        try:
            first = open_first(self._engine, query, keep, cancel)
            self.post_message(self._Opened(cancel, first))
            if not first.complete:
                whole = open_rows(self._engine, query, keep, cancel)
                self.post_message(self._Opened(cancel, whole))
        except Cancelled:
            return
        except (ArchiveError, QueryError) as error:
            self.post_message(self._Opened(cancel, str(error)))

    @on(_Opened)
    def _show(self, event: _Opened) -> None:
        event.stop()
        if event.cancel is not self._cancel:
            return
        opened = event.opened
        if isinstance(opened, str):
            self._cancel = None
            self._tell(problem=opened)
        elif not opened.complete:
            self._shown = self._first = opened
            self.results.show(opened)
            self._tell()
        else:
            self._cancel = None
            first, self._first = self._first, None
            self._show_view(opened, first)

    def _show_view(self, opened: OpenedView, first: OpenedView | None = None) -> None:
        """Show a view, or all of one whose first rows are shown."""
        self._shown = opened
        if first is None:
            self.results.show(opened)
        else:
            moved = self.table.cursor != first.cursor
            self.table.grow(opened.rows, self.table.cursor if moved else opened.cursor)
        self.side.count(opened.query)
        self.find_again()
        self.number.count(opened)
        self._tell()

    @on(ClaimNumbers.Counted)
    def _counted(self, event: ClaimNumbers.Counted) -> None:
        event.stop()
        if event.rejected:
            self.results.tell_rejected()
        self._tell()

    def show_judged(self, judged: Judged, rows: Sequence[ClaimRow]) -> None:
        super().show_judged(judged, rows)
        self.number.expire()

    # Telling

    def _tell(self, problem: str | None = None) -> None:
        """Say in words what is shown, and how many, or what is wrong with the filter."""
        self.sentence.set_class(problem is not None, "-problem")
        text = queries.in_words(self._asked)
        if problem is not None:
            text = f"! {problem}"
        elif self._shown is not None and self._shown.only_marked:
            text = "marked claims, in the order of marking"
        self.sentence.update(Content(safe_line(text)))
        self.number.update(Content(self._numbers()))
        self.tell_view()

    def _tell_numbers(self) -> None:
        self.number.update(Content(self._numbers()))

    def _numbers(self) -> str:
        if self.comparisons.reading:
            return "reading what to compare… esc cancels"
        if self._first is not None:
            return f"first {self._first.rows.n:,}, searching on… esc stops"
        if self.busy:
            return "searching… esc cancels"
        if self._shown is None:
            return "cancelled; f5 searches again"
        if not self._shown.complete:
            return f"only the first {self._shown.rows.n:,}; f5 finds all"
        return words.numbers(
            self._shown.rows.n, self.total or 0, len(self.table.marks), self.number.rejected
        )

    @on(ClaimNumbers.Known)
    def _know(self, event: ClaimNumbers.Known) -> None:
        event.stop()
        self.filter.known = event.known

    # Filtering and sorting

    @on(FilterBar.Changed)
    def _line_changed(self, event: FilterBar.Changed) -> None:
        event.stop()
        try:
            query = parse_filter(event.line)
        except QueryError as error:
            self._stop()
            self._tell(problem=str(error))
            return
        self._open(query)

    @on(FilterBar.Left)
    def _line_left(self, event: FilterBar.Left) -> None:
        event.stop()
        self.table.focus()

    @on(ClaimTable.SortAsked)
    def _sort_asked(self, event: ClaimTable.SortAsked) -> None:
        event.stop()
        self.filter_by(queries.sorted_next(self._asked, event.field))

    def action_filter(self) -> None:
        self.filter.focus_line()

    def action_sort(self) -> None:
        def sort(field: str | None) -> None:
            if field is not None:
                self.filter_by(queries.sorted_next(self._asked, field))

        fields = [(field, field) for field in SORT_FIELDS]
        title = "Sort by – once more: descending"
        self.app.push_screen(PickScreen(title, fields, self._asked.sort), sort)

    def action_back(self) -> None:
        """Undo the nearest thing: a running query, a pane, the marked-only view, the filter."""
        if self.busy and self._cancel is not self._clearing:
            self._stop()
            if self._shown is not None:
                self._asked = self._shown.query
                self.filter.set_line(self._asked.to_filter())
                self.side.count(self._asked)
            self._tell()
        elif self.comparisons.stop() or self.side.stop_counting():
            return
        elif self.side.has_focus_within and not self.table.has_focus:
            self.table.focus()
        elif self.stop_finding() or self.table.leave_column():
            return
        elif self._shown is not None and self._shown.only_marked:
            self._open(self._asked)
        elif self.filter.line:
            self.leave_view()
            self.filter_by(ClaimQuery())
            # A second escape does not bring back what the first took away.
            self._clearing = self._cancel

    def action_reload(self) -> None:
        self._pages.forget()
        self.side.forget()
        self.number.forget()
        self._open(self._asked)

    # Marking

    def tell_marks(self) -> None:
        self._tell()

    # Reading, comparing

    @on(ClaimTable.ReadAsked)
    def _read(self, event: ClaimTable.ReadAsked) -> None:
        event.stop()
        self.go(ShowArticle(event.row.article_id, event.row.id))

    @property
    def known_speakers(self) -> Sequence[str]:
        return self.filter.known.values.get("speaker", ())

    def action_speaker(self) -> None:
        if self.table.current_id is not None:
            self.speakers.show(self.table.current_id)

    def action_matrix(self) -> None:
        """Count the claims that are asked for, by speaker and article or month."""
        self.go(ShowMatrix(self.claims_asked))

    def action_export(self) -> None:
        offer_export(self, self._pages, self.shown, self.marked, self.total)

    def action_only_marked(self) -> None:
        if self._shown is not None and self._shown.only_marked:
            self._open(self._asked)
        elif not self.table.marks:
            self.notify("No claims are marked; space marks one.", severity="warning")
        else:
            self._open_marked(list(self.table.marks), self.table.current_id)

    @work(thread=True, group="view", exclusive=True)
    def _open_marked(self, marks: list[int], keep: int | None) -> None:
        try:
            opened = open_marked(self._engine, self._asked, marks, keep)
        except ArchiveError as error:
            self.post_message(self.Failed(str(error)))
        else:
            self.app.call_from_thread(self._show_view, opened)

    def action_compare_marked(self) -> None:
        marked = self.marked
        if not 2 <= len(marked.ids) <= MOST_COLUMNS:
            told = f"Mark two to {MOST_COLUMNS} claims with space to compare them"
            self.notify(f"{told}; {marked.told}.", severity="warning")
        else:
            self.comparisons.compare_claims(marked)

    def action_compare_by(self) -> None:
        def compare(by: str | None) -> None:
            query, marked = self.query_shown, self.marked
            if by == "people":
                self.comparisons.align_articles(query, marked)
            elif by is not None:
                self.comparisons.compare_by(
                    "article" if by == "article" else "speaker", query, marked
                )

        many = self._shown is not None and (
            self._shown.rows.n > MOST_COMPARED or not self._shown.complete
        )
        if many and not self.table.marks:
            told = f"Filter to at most {MOST_COMPARED:,} claims, or mark claims of those to compare"
            self.notify(f"{told}.", severity="warning")
            return
        by = [("article", "articles"), ("speaker", "speakers")]
        by.append(("people", "two articles, on whom both quote"))
        self.app.push_screen(PickScreen("Compare side by side", by), compare)
