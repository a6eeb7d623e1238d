"""The claims and the one under the cursor: table and detail, or why there is nothing to show."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from db.analysis.facets.left_out import LeftOut
from db.claims.article_page import ArticlePage
from db.query.model import ClaimQuery
from tui.browse.find.find_bar import FindBar
from tui.browse.table.claim_table import ClaimTable
from tui.browse.table.open_view import OpenedView
from tui.core.background import in_background
from tui.core.claim_detail import ClaimDetailPane
from tui.core.page_cache import ArticlePages
from tui.core.queries import in_words
from tui.text.safe_text import safe_line
from tui.text.words import reasons
from tui.textual_private import ring_once
from tui.widgets.bare import Bare
from tui.widgets.lines.line_list import LineList

DETAIL_SECONDS: Final = 0.06

EMPTY_ARCHIVE: Final = """\
No claims are stored here yet.

Add articles with   claims ingest FOLDER
then press f5 to see what they say.   ? shows all keys."""
NOTHING_FITS: Final = """\
No claim fits this filter.

/ changes it, esc clears it."""
HIDDEN_FIT: Final = """\
All claims that fit this filter are hidden: {reasons}.

z shows them."""
MEANT: Final = """\
No claim fits this filter.

Did you mean {claims}?
⏎ shows them, / changes the filter, esc clears it."""
NO_MARKS: Final = """\
No claims are marked any more.

" or esc returns to the others."""


class Results(Bare):
    """Table and detail side by side, or one above the other.

    Args:
        pages: Where articles are read from.
        selection: The marked claims.
    """

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

    def show(self, opened: OpenedView, *, offering: bool = False) -> None:
        """Show a view.

        Args:
            opened: What is to be shown.
            offering: Names that may be meant are offered above, so that nothing is missing yet.
        """
        query = opened.query
        self.table.show(opened.rows, opened.cursor, (query.sort, query.descending))
        if opened.rows.n:
            self.empty.display = False
            return
        text = EMPTY_ARCHIVE
        if opened.only_selected:
            text = NO_MARKS
        elif offering:
            text = ""
        elif query.narrows:
            text = NOTHING_FITS
        self.empty.update(Content(text))
        self.empty.display = True
        self.detail.show_note("")

    def grow(self, whole: OpenedView, first: OpenedView) -> None:
        """Show the whole of a view of which the first rows are shown.

        The cursor goes to its claim unless somebody has moved it meanwhile.
        """
        moved = self.table.cursor != first.cursor
        self.table.grow(whole.rows, self.table.cursor if moved else whole.cursor)

    def tell_unseen(
        self, hidden: LeftOut, meant: ClaimQuery | None, *, offering: bool = False
    ) -> None:
        """Say, where nothing is shown, what would be, or what may have been meant, unless names
        are offered."""
        if self.table.row_count or offering:
            return
        if hidden.total:
            self.empty.update(Content(HIDDEN_FIT.format(reasons=reasons(hidden))))
        elif meant is not None:
            self.empty.update(Content(MEANT.format(claims=safe_line(in_words(meant)))))

    def follow(self) -> None:
        """Show the claim under the cursor in the detail pane, once the cursor rests."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = ring_once(self, DETAIL_SECONDS, self._show_detail)

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
            read = partial(self._pages.read, row.article_id, row.id)
            failed = self.detail.show_note
            in_background(self, "detail", read, self._show_page, failed=failed)

    def _show_page(self, page: ArticlePage) -> None:
        current = self.table.current_id
        claim = None if current is None else page.claim(current)
        if claim is not None:
            self.detail.show_claim(page, claim)
