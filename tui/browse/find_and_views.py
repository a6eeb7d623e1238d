"""What the main screen does beside filtering: saved views, columns, and finding text in rows."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from textual import on, work
from textual.content import Content
from textual.message import Message

from db.claims.find import positions_of
from db.connection.cancel import Cancel, Cancelled
from db.connection.engine import ArchiveError
from db.query.model import ClaimQuery, QueryError
from db.query.saved_views import SavedView, ViewError, keep_layout, saved_view
from tui.browse.find_bar import FindBar
from tui.browse.results import Results
from tui.browse.table.claim_table import ClaimTable
from tui.browse.table.column_layout import ColumnLayout, LayoutMemory
from tui.browse.table.columns_dialog import ColumnsScreen
from tui.browse.table.open_view import OpenedView
from tui.browse.views_dialog import ViewsScreen
from tui.core.claim_screen import ClaimScreen
from tui.core.marks import Marked, marked_in
from tui.text.safe_text import safe_line


class FindingScreen(ClaimScreen):
    """A screen with a table of claims; some attributes are set before it opens.

    ``memory`` keeps the columns of what is no saved view, ``first_view`` is the saved view that
    the first query comes from, ``left_view`` the one that was open when the app was left; it may
    be gone since.
    """

    results: Results
    memory = LayoutMemory()
    first_view: str | None = None
    left_view: str | None = None
    _view: SavedView | None = None
    _find_text = ""
    _matches: array[int] | None = None
    _find_cancel: Cancel | None = None
    _find_step = 0

    @dataclass
    class _ViewRead(Message):
        view: SavedView | None

    @dataclass
    class _Found(Message):
        cancel: Cancel
        matches: array[int]

    @property
    def table(self) -> ClaimTable:
        return self.results.table

    @property
    def query_shown(self) -> ClaimQuery:
        """The query that is on the screen."""
        raise NotImplementedError

    @property
    def shown(self) -> OpenedView | None:
        """The view on the screen."""
        raise NotImplementedError

    @property
    def marked(self) -> Marked:
        """The marked claims, as the view on the screen has them."""
        shown = self.shown
        if shown is None:
            return marked_in(None, self.table.marks)
        return marked_in(shown.rows.view.ids, self.table.marks, complete=shown.complete)

    def filter_by(self, query: ClaimQuery) -> None:
        """Show another query."""
        raise NotImplementedError

    @property
    def expects_soon(self) -> bool:
        # The cursor is about to go to a match.
        return super().expects_soon or (self._find_cancel is not None and self._find_step != 0)

    # Columns

    def begin_layout(self) -> None:
        """Show the columns that were left, or those of the first view."""
        self.table.set_layout(self.memory.layout)
        if self.first_view is not None:
            self.left_view = None
            self._read_view(self.first_view)
        elif self.left_view is not None:
            self._read_view(self.left_view, may_be_gone=True)

    @on(ClaimTable.LayoutChanged)
    def _layout_changed(self, event: ClaimTable.LayoutChanged) -> None:
        event.stop()
        if self._view is None:
            self.memory.keep(event.layout)
        else:
            self._keep_layout(self._view.name, event.layout.to_json())

    @work(thread=True, group="layout")
    def _keep_layout(self, name: str, layout: str | None) -> None:
        try:
            keep_layout(self._engine, name, layout)
        except (ArchiveError, QueryError) as error:
            self.post_message(self.Failed(str(error)))

    def action_columns(self) -> None:
        def choose(layout: ColumnLayout | None) -> None:
            if layout is not None:
                self.table.set_layout(layout)
                self.post_message(ClaimTable.LayoutChanged(layout))

        self.app.push_screen(
            ColumnsScreen(self.table.column_layout, self.table.column_widths), choose
        )

    # Saved views

    @property
    def open_view(self) -> str | None:
        """The name of the saved view that is open, or is about to be."""
        return self.left_view if self._view is None else self._view.name

    @work(thread=True, group="views")
    def _read_view(self, name: str, *, may_be_gone: bool = False) -> None:
        try:
            self.post_message(self._ViewRead(saved_view(self._engine, name)))
        except (ArchiveError, QueryError) as error:
            if may_be_gone and isinstance(error, ViewError):
                self.post_message(self._ViewRead(None))
            else:
                self.post_message(self.Failed(str(error)))

    @on(_ViewRead)
    def _begin_view(self, event: _ViewRead) -> None:
        event.stop()
        wanted = self.first_view is not None or self.left_view is not None
        self.left_view = None
        if event.view is not None and wanted:
            self._enter(event.view)

    def action_views(self) -> None:
        def open_view(view: SavedView | None) -> None:
            if view is None:
                return
            try:
                query = view.query
            except QueryError as error:
                self.post_message(self.Failed(str(error)))
                return
            self._enter(view)
            self.filter_by(query)

        name = None if self._view is None else self._view.name
        layout = self.table.column_layout.to_json()
        self.app.push_screen(ViewsScreen(self._engine, self.query_shown, layout, name), open_view)

    @on(ViewsScreen.Saved)
    def _saved(self, event: ViewsScreen.Saved) -> None:
        event.stop()
        if event.view is None and self._view is not None and self._view.name == event.before:
            self._view = None
        elif event.view is not None:
            self._view = event.view
        self.tell_view()

    def _enter(self, view: SavedView) -> None:
        self._view, self.left_view = view, None
        self.table.leave_column()
        self.table.set_layout(ColumnLayout.from_json(view.layout))
        self.tell_view()

    def leave_view(self) -> None:
        """Be in no saved view any more, with the columns that there were before it."""
        self.left_view = None
        if self._view is not None:
            self._view = None
            self.table.set_layout(self.memory.layout)
            self.tell_view()

    def tell_view(self) -> None:
        """Say above the table which view it is."""
        opened = self.shown
        title = "Claims"
        if opened is not None and opened.only_marked:
            title = "Marked claims"
        elif self._view is not None:
            changed = self.query_shown.to_filter() != self._view.line
            title = f"Claims · {self._view.name}{', changed' if changed else ''}"
        self.table.border_title = Content(safe_line(title))

    # Finding text

    def action_find(self) -> None:
        self.results.find_bar.open()

    def action_find_next(self, step: int) -> None:
        if not self._find_text:
            self.results.find_bar.open()
        elif self._matches is None:
            self._find_step = step
        else:
            self._to_match(step)

    @on(FindBar.Asked)
    def _find_asked(self, event: FindBar.Asked) -> None:
        event.stop()
        self.table.focus()
        if event.text == self._find_text:
            self.action_find_next(1)
            return
        self._find_text = event.text
        self.table.highlight(event.text)
        self._find_step = 1
        self.find_again(from_here=True)

    @on(FindBar.Closed)
    def _find_closed(self, event: FindBar.Closed) -> None:
        event.stop()
        self.stop_finding()

    def stop_finding(self) -> bool:
        """Have nothing highlighted any more; tells whether there was anything."""
        found = bool(self._find_text) or self.results.find_bar.display
        self._find_text, self._matches = "", None
        self._cancel_finding()
        self.table.highlight("")
        self.results.find_bar.close()
        if found:
            self.table.focus()
        return found

    def find_again(self, *, from_here: bool = False) -> None:
        """Find the text in the view that is shown now."""
        self._cancel_finding()
        self._matches = None
        opened = self.shown
        if not self._find_text or opened is None or not opened.complete:
            return
        if not from_here:
            self._find_step = 0
        self._find_cancel = Cancel()
        self.results.find_bar.tell("finding…")
        keys = [column.key for column in self.table.column_layout.shown]
        self._find(opened.rows.view.ids, self._find_text, keys, self._find_cancel)

    def _cancel_finding(self) -> None:
        if self._find_cancel is not None:
            self._find_cancel.cancel()
            self._find_cancel = None

    @work(thread=True, group="find")
    def _find(self, ids: Sequence[int], text: str, keys: list[str], cancel: Cancel) -> None:
        try:
            matches = positions_of(self._engine, ids, text, keys, cancel)
            self.post_message(self._Found(cancel, matches))
        except Cancelled:
            return
        except ArchiveError as error:
            self.post_message(self.Failed(str(error)))

    @on(_Found)
    def _found(self, event: _Found) -> None:
        event.stop()
        if event.cancel is not self._find_cancel:
            return
        self._find_cancel = None
        self._matches = event.matches
        if self._find_step and event.matches:
            # The row under the cursor is a match as good as any below.
            self._to_match(self._find_step, here=True)
        else:
            self.tell_match()

    def _to_match(self, step: int, *, here: bool = False) -> None:
        matches, cursor = self._matches, self.table.cursor
        if not matches:
            self.tell_match()
            return
        if step > 0:
            at = bisect_left(matches, cursor) if here else bisect_right(matches, cursor)
        else:
            at = bisect_left(matches, cursor) - 1
        wrapped = not 0 <= at < len(matches)
        self.table.cursor = matches[at % len(matches)]
        around = " · from the top" if step > 0 else " · from the end"
        self.tell_match(around if wrapped else "")

    def tell_match(self, note: str = "") -> None:
        """Say how many rows hold the text, and which of them the cursor is on."""
        if self._matches is None:
            return
        total = len(self._matches)
        if not total:
            told = "not in these rows"
        else:
            at = bisect_left(self._matches, self.table.cursor)
            here = at < total and self._matches[at] == self.table.cursor
            told = f"{at + 1:,} of {total:,}" if here else f"{total:,} rows"
        self.results.find_bar.tell(f"{told}{note}  n N")
