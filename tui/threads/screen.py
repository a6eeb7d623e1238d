"""All threads as a table, and the claims of the one under the cursor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.timer import Timer

from claims.language.folding import fold
from db.analysis.threads import (
    THREAD_ORDERS,
    OpenThread,
    ThreadRow,
    count_unthreaded,
    list_threads,
    read_thread,
    with_speakers,
)
from db.claims.view import ClaimRow
from db.connection.cancel import Cancel
from db.query.identified import identified
from db.query.model import ClaimQuery
from tui.compare.claim_column import ClaimColumn
from tui.core import queries
from tui.core.background import in_background
from tui.core.claim_screen import ClaimScreen
from tui.core.navigation import ShowArticle, ShowThread, back_to_table
from tui.core.page_cache import ArticlePages
from tui.dialogs.ask import AskScreen
from tui.dialogs.pick import PickScreen
from tui.keys import keymap
from tui.text import words
from tui.text.command_line import filter_options
from tui.textual_private import ring_once
from tui.threads.entries import thread_entries
from tui.threads.table import COLUMNS, ThreadTable
from tui.widgets.fact_line import FactLine
from tui.widgets.key_footer import KeyFooter
from tui.widgets.lines.line_list import LineList
from tui.widgets.lines.paper import Paper

AT_FIRST: Final = 500
"""Threads that are shown before all are read."""

FOLLOW_SECONDS: Final = 0.08
REBUILD: Final = "'claims compare --rebuild' compares them"


class ThreadsScreen(ClaimScreen):
    """The threads in which a query finds claims.

    Args:
        pages: Where articles are read from.
        query: Which claims; threads are shown whole.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.THREADS
    EXPECTED = ClaimScreen.EXPECTED | {"threads"}
    AUTO_FOCUS = "#threads-table"

    def __init__(self, pages: ArticlePages, query: ClaimQuery) -> None:
        super().__init__(pages)
        self._query = replace(query, sort="published", descending=False, limit=None)
        self._everything = False
        self._narrowed = ""
        self._found: list[ThreadRow] = []
        self._never_compared = 0
        self._whole = False
        self._cancel = Cancel()
        self._timer: Timer | None = None
        self._headline = FactLine(id="headline")
        self._byline = FactLine(id="byline")
        self.table = ThreadTable(id="threads-table")
        self.claims = ClaimColumn(id="threads-claims")
        self.claims.border_title = "Claims of the thread"
        self.shown_command = self._command

    def compose(self) -> ComposeResult:
        yield self._headline
        yield self._byline
        with Container(id="threads"):
            yield self.table
            yield self.claims
        yield KeyFooter()

    def on_mount(self) -> None:
        self._headline.say(f"Threads of {queries.scope(queries.in_time(self._query))}")
        self._read()

    def on_unmount(self) -> None:
        self._cancel.cancel()

    @property
    def claims_asked(self) -> ClaimQuery:
        return self._query

    @property
    def current_claim(self) -> ClaimRow | None:
        return self.claims.row

    def _command(self) -> list[str] | None:
        if self._narrowed:
            return None
        order = f"{'-' if self.table.descending else ''}{self.table.sorted_by.key}"
        single = ["--all"] if self._everything and not self._query.everything else []
        return ["threads", *filter_options(self._query), *single, "--sort", order]

    # Reading

    def _read(self) -> None:
        """Read the first threads in the table's order, then all, then who speaks in those."""
        self._cancel.cancel()
        self._cancel = Cancel()
        self._byline.say("reading… esc leaves")
        self._found, self._whole = [], False
        column = self.table.sorted_by
        if column.key in THREAD_ORDERS:
            by, descending = column.key, self.table.descending
            first = self._listing(by, descending=descending, limit=AT_FIRST, speakers=True)
            in_background(self, "threads", first, self._show_first)
        else:
            in_background(self, "threads", self._listing(), self._show)

    def _listing(
        self,
        order: str = "claims",
        *,
        descending: bool = True,
        limit: int | None = None,
        speakers: bool = False,
    ) -> Callable[[], list[ThreadRow]]:
        """Reads threads. As `list_threads`."""
        return partial(
            list_threads,
            *(self._engine, self._query),
            everything=self._everything,
            order=order,
            descending=descending,
            limit=limit,
            speakers=speakers,
            cancel=self._cancel,
        )

    def _show_first(self, found: list[ThreadRow]) -> None:
        if len(found) < AT_FIRST:
            self._show(found)
            return
        self._found = found
        self._narrow(self._narrowed)
        in_background(self, "threads", self._listing(), self._show)

    def _show(self, found: list[ThreadRow]) -> None:
        # Of the first it is known who speaks.
        named = {row.thread: row for row in self._found}
        self._found, self._whole = [named.get(row.thread, row) for row in found], True
        self._narrow(self._narrowed)
        never = partial(count_unthreaded, self._engine)
        in_background(self, "threads-never", never, self._tell_never)
        name = partial(with_speakers, self._engine, self._found, self._cancel)
        in_background(self, "threads-speakers", name, self._tell_speakers)

    def _tell_never(self, never: int) -> None:
        """Say how many claims were never compared."""
        self._never_compared = never
        self._byline.say(self._in_words(len(self.table.rows)))

    def _tell_speakers(self, named: list[ThreadRow]) -> None:
        """Show who speaks in the threads as well."""
        self._found = named
        self._narrow(self._narrowed)

    def _narrow(self, text: str) -> None:
        """Show the threads that have these words in their label or the names of speakers."""
        self._narrowed = text
        asked = fold(text).split()
        shown = [row for row in self._found if all(word in _searched(row) for word in asked)]
        self.table.show(shown)
        self._byline.say(self._in_words(len(shown)))
        if not shown:
            self.claims.fill([])

    def _in_words(self, shown: int) -> str:
        if not self._whole:
            return f"the first {shown:,} threads; reading the others… esc leaves"
        which = "" if self._everything else " of two claims or more"
        of_all = f"{shown:,} of " if shown < len(self._found) else ""
        narrowed = f" · with “{self._narrowed}”" if self._narrowed else ""
        missing = self._never_compared
        never = f"{words.counted(missing, 'claim')} never compared: {REBUILD}" if missing else ""
        title = f"{of_all}{words.counted(len(self._found), 'thread')}{which}{narrowed}"
        single = "" if self._found or self._everything else "z shows those of one claim"
        return " · ".join(part for part in (title, single, never) if part)

    # The thread under the cursor

    @on(LineList.CursorMoved, "#threads-table")
    def _follow(self, event: LineList.CursorMoved) -> None:
        event.stop()
        if self._timer is not None:
            self._timer.stop()
        self._timer = ring_once(self, FOLLOW_SECONDS, self._look)

    def _look(self) -> None:
        self._timer = None
        if (row := self.table.row) is not None:
            read = partial(read_thread, self._engine, row.thread)
            in_background(self, "threads-claims", read, self._list)

    def _list(self, found: OpenThread) -> None:
        row = self.table.row
        if row is not None and row.thread == found.row.thread:
            self.claims.fill(thread_entries(found.claims, copies=False, differing=True))

    # Actions

    @on(LineList.Opened, "#threads-table")
    def _opened(self, event: LineList.Opened) -> None:
        event.stop()
        self.action_open()

    @on(LineList.HeaderClicked, "#threads-table")
    def _header(self, event: LineList.HeaderClicked) -> None:
        event.stop()
        self.table.sort(self.table.column_at(event.x))

    @on(Paper.Clicked, "#threads-claims")
    def _clicked(self, event: Paper.Clicked) -> None:
        event.stop()
        if event.block.claim is not None:
            self.claims.focus()
            self.claims.go_to(event.block.claim)
            if event.chain == 2:
                self.action_open()

    def action_open(self) -> None:
        """Open the thread; read the claim, where the claims are gone to."""
        row, claim = self.table.row, self.claims.row
        if self.claims.has_focus and claim is not None:
            self.go(ShowArticle(claim.article_id, claim.id))
        elif row is not None:
            self.go(ShowThread(row.thread))

    def action_pane(self) -> None:
        (self.table if self.claims.has_focus else self.claims).focus()

    def action_sort(self) -> None:
        def sort(key: str | None) -> None:
            for column in COLUMNS:
                if column.key == key:
                    self.table.sort(column)

        options = [(column.key, column.title) for column in COLUMNS]
        self.app.push_screen(PickScreen("Sort by", options, self.table.sorted_by.key), sort)

    def action_narrow(self) -> None:
        def narrow(text: str | None) -> None:
            if text is not None:
                self._narrow(text.strip())

        label = "Words that the label or a speaker has; empty for all"
        ask = AskScreen("Narrow the threads", label, self._narrowed, does="Narrow")
        self.app.push_screen(ask, narrow)

    def action_every(self) -> None:
        """Those of one claim as well, or only those of several."""
        self._everything = not self._everything
        self._read()

    def action_filter(self) -> None:
        if (row := self.table.row) is not None:
            query = replace(ClaimQuery(), threads=(identified(row.label, row.thread),))
            back_to_table(self.app, query)

    def action_leave(self) -> None:
        if self.claims.has_focus:
            self.table.focus()
        else:
            self.dismiss(None)


def _searched(row: ThreadRow) -> str:
    return fold(" ".join([row.label, *(speaker.label for speaker in row.speakers or ())]))
