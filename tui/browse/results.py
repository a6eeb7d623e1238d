"""The claims and the one under the cursor: table and detail, or why there is nothing to show."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from db.claims.article_page import ArticlePage
from db.connection.engine import ArchiveError
from db.query.model import QueryError
from tui.browse.find_bar import FindBar
from tui.browse.table.claim_table import ClaimTable
from tui.browse.table.open_view import OpenedView
from tui.core.claim_detail import ClaimDetailPane
from tui.core.page_cache import ArticlePages
from tui.widgets.bare import Bare
from tui.widgets.line_list import LineList

DETAIL_SECONDS: Final = 0.06

EMPTY_ARCHIVE: Final = """\
No claims are stored here yet.

Add articles with   claims ingest FOLDER
then press f5 to see what they say.   ? shows all keys."""
NOTHING_FITS: Final = """\
No claim fits this filter.

/ changes it, esc clears it."""
REJECTED_FIT: Final = """\
All claims that fit this filter were rejected.

include:rejected in the filter (/) shows them."""
NO_MARKS: Final = """\
No claims are marked any more.

" or esc returns to all claims."""


class Results(Bare):
    """Table and detail side by side, or one above the other.

    Args:
        pages: Where articles are read from.
        selection: The marked claims.
    """

    @dataclass
    class _PageRead(Message):
        page: ArticlePage

    @dataclass
    class _Failed(Message):
        reason: str

    def __init__(
        self,
        pages: ArticlePages,
        selection: Collection[int],
        *,
        id: str,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._pages = pages
        self._timer: Timer | None = None
        self.table = ClaimTable(selection, id="claims")
        self.table.border_title = "Claims"
        self.table.add_class("pane")
        self.empty = Static(Content(""), id="empty")
        self.find_bar = FindBar(id="find")
        self.detail = ClaimDetailPane(id="detail")

    def compose(self) -> ComposeResult:
        yield self.table
        yield self.empty
        yield self.find_bar
        yield self.detail

    def show(self, opened: OpenedView) -> None:
        """Show a view."""
        query = opened.query
        self.table.show(opened.rows, opened.cursor, (query.sort, query.descending))
        if opened.rows.n:
            self.empty.display = False
            return
        text = EMPTY_ARCHIVE
        if opened.only_selected:
            text = NO_MARKS
        elif query.narrows:
            text = NOTHING_FITS
        self.empty.update(Content(text))
        self.empty.display = True
        self.detail.show_note("")

    def tell_rejected(self) -> None:
        """Say, where nothing is shown, that rejected claims would be."""
        if not self.table.row_count:
            self.empty.update(Content(REJECTED_FIT))

    def follow(self) -> None:
        """Show the claim under the cursor in the detail pane, once the cursor rests."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(DETAIL_SECONDS, self._show_detail)

    @on(LineList.CursorMoved, "#claims")
    def _cursor_moved(self, event: LineList.CursorMoved) -> None:
        event.stop()
        self.follow()

    def _show_detail(self) -> None:
        self._timer = None
        row = self.table.current_row
        if row is None or not self.detail.display:
            return
        page = self._pages.kept(row.article_id, row.id)
        if page is not None:
            self._show_page(page)
        else:
            self._read(row.article_id, row.id)

    @work(thread=True, group="detail", exclusive=True)
    def _read(self, article_id: str, claim: int) -> None:
        try:
            self.post_message(self._PageRead(self._pages.read(article_id, claim)))
        except (ArchiveError, QueryError) as error:
            self.post_message(self._Failed(str(error)))

    @on(_PageRead)
    def _page_read(self, event: _PageRead) -> None:
        event.stop()
        self._show_page(event.page)

    @on(_Failed)
    def _not_read(self, event: _Failed) -> None:
        event.stop()
        self.detail.show_note(event.reason)

    def _show_page(self, page: ArticlePage) -> None:
        ident = self.table.current_id
        for claim in page.claims:
            if claim.row.id == ident:
                self.detail.show_claim(page, claim)
                return
