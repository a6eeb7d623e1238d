"""What a screen of claims does to compare them: reads in the background, then opens the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.message import Message

from claims.review import ReviewState
from db.analysis.summary import list_articles
from db.claims.article_page import ArticlePage
from db.claims.view import rows_by_id
from db.connection.cancel import Cancel, Cancelled
from db.connection.engine import ArchiveError
from db.connection.errors import archive_errors
from db.query.model import ClaimQuery, QueryError
from tui.compare.align import AlignScreen
from tui.compare.alignment import without_rejected
from tui.compare.columns import By, ComparedColumn, columns_by, marked_columns
from tui.compare.screen import CompareScreen
from tui.core import queries
from tui.core.claim_screen import ClaimScreen
from tui.core.marks import Marked
from tui.core.navigation import ShowMatrix
from tui.keys import keymap


@dataclass(frozen=True, slots=True)
class _Columns:
    """What is set side by side, under a title."""

    title: str
    columns: list[ComparedColumn]


@dataclass(frozen=True, slots=True)
class _Articles:
    """The two articles to align; none if it is not clear which."""

    pages: list[ArticlePage]


class ComparingScreen(ClaimScreen):
    """A screen over an archive that can set claims side by side."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.COMPARING

    _comparing: Cancel | None = None

    @dataclass
    class _ReadToCompare(Message):
        cancel: Cancel
        found: _Columns | _Articles | str

    # Reading what is compared

    @property
    def comparing(self) -> bool:
        """Whether something to compare is being read."""
        return self._comparing is not None

    def tell_comparing(self) -> None:
        """Say that something to compare is being read, or no more."""

    def stop_comparing(self) -> bool:
        """Stop reading what is to be compared; tells whether anything was being read."""
        if self._comparing is None:
            return False
        self._comparing.cancel()
        self._comparing = None
        self.tell_comparing()
        return True

    def _begin(self, read: Callable[[Cancel], _Columns | _Articles]) -> None:
        self.stop_comparing()
        self._comparing = Cancel()
        self._read_to_compare(read, self._comparing)
        self.tell_comparing()

    @work(thread=True, group="compare", exclusive=True)
    def _read_to_compare(
        self, read: Callable[[Cancel], _Columns | _Articles], cancel: Cancel
    ) -> None:
        found: _Columns | _Articles | str
        try:
            with archive_errors(self._engine):
                found = read(cancel)
        except Cancelled:
            return
        except (ArchiveError, QueryError) as error:
            found = str(error)
        self.post_message(self._ReadToCompare(cancel, found))

    @on(_ReadToCompare)
    def _show_compared(self, event: _ReadToCompare) -> None:
        event.stop()
        if event.cancel is not self._comparing:
            return
        self._comparing = None
        self.tell_comparing()
        if isinstance(event.found, str):
            self.post_message(self.Failed(event.found))
        elif isinstance(event.found, _Columns):
            self._show_columns(event.found)
        else:
            self._show_articles(event.found.pages)

    def _show_columns(self, found: _Columns) -> None:
        if len(found.columns) < 2:
            self.notify("There is only one to compare.", severity="warning")
        else:
            self.app.push_screen(CompareScreen(self._pages, found.title, found.columns))

    def _show_articles(self, pages: list[ArticlePage]) -> None:
        if len(pages) == 2:
            self.app.push_screen(AlignScreen(self._pages, *pages))
        else:
            told = "Mark a claim in each of two articles, or filter to two articles"
            self.notify(f"{told}, to align them.", severity="warning")

    # What can be compared

    def compare_claims(self, marked: Marked) -> None:
        """Show the marked claims side by side."""

        def read(_: Cancel) -> _Columns:
            columns = marked_columns(rows_by_id(self._engine, marked.ids))
            return _Columns(f"Marked claims{marked.out_told}", columns)

        self._begin(read)

    def compare_by(self, by: By, query: ClaimQuery, marked: Marked) -> None:
        """Show the articles or speakers of marked claims side by side, else those of a query."""

        def read(cancel: Cancel) -> _Columns:
            rows = rows_by_id(self._engine, marked.ids)
            columns = columns_by(self._engine, query, by, rows, cancel)
            of_marked = f" – {marked.told}" if marked.out_of_view else ""
            return _Columns(f"By {by}: {queries.in_words(query)}{of_marked}", columns)

        self._begin(read)

    def align_articles(self, query: ClaimQuery, marked: Marked) -> None:
        """Show the two articles of marked claims, else those of a query, by whom both quote."""

        def read(cancel: Cancel) -> _Articles:
            if marked.ids:
                rows = rows_by_id(self._engine, marked.ids)
                ids = list(dict.fromkeys(row.article_id for row in rows))
            else:
                # A third tells that there are too many.
                found = list_articles(self._engine, replace(query, limit=3), cancel)
                ids = [article.article_id for article in found if article.claims]
            pages = [self._pages.read(ident) for ident in ids] if len(ids) == 2 else []
            if ReviewState.REJECTED not in query.states:
                pages = [without_rejected(page) for page in pages]
            return _Articles(pages)

        if marked.out_of_view:
            self.notify(f"{marked.told}.")
        self._begin(read)

    def action_matrix(self) -> None:
        """Count the claims that are asked for, by speaker and article or month."""
        self.go(ShowMatrix(self.claims_asked))
