"""What a screen of claims does to compare them: reads in the background, then opens the screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.message import Message

from db.engine import ArchiveError
from db.errors import archive_errors
from db.query import ClaimQuery, QueryError
from db.reader import ArticlePage
from db.summary import list_articles
from db.view import rows_by_id
from tui import keymap, queries
from tui.comparing import By, ComparedColumn, columns_by, marked_columns
from tui.screens.align import AlignScreen
from tui.screens.claim_screen import ClaimScreen
from tui.screens.compare import CompareScreen
from tui.screens.matrix import MatrixScreen


class ComparingScreen(ClaimScreen):
    """A screen over an archive that can set claims side by side."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.COMPARING

    @dataclass
    class _ToCompare(Message):
        title: str
        columns: list[ComparedColumn]

    @dataclass
    class _ToAlign(Message):
        """The two articles to align; none if it is not clear which."""

        pages: list[ArticlePage]

    @work(thread=True, group="compare", exclusive=True)
    def compare_claims(self, marks: list[int]) -> None:
        """Show these claims side by side."""
        try:
            with archive_errors(self._engine):
                rows = rows_by_id(self._engine, marks)
        except ArchiveError as error:
            self.post_message(self.Failed(str(error)))
        else:
            self.post_message(self._ToCompare("Marked claims", marked_columns(rows)))

    @work(thread=True, group="compare", exclusive=True)
    def compare_by(self, by: By, query: ClaimQuery, marks: list[int]) -> None:
        """Show the articles or speakers of marked claims side by side, else those of a query."""
        try:
            with archive_errors(self._engine):
                columns = columns_by(self._engine, query, by, rows_by_id(self._engine, marks))
        except ArchiveError as error:
            self.post_message(self.Failed(str(error)))
        else:
            self.post_message(self._ToCompare(f"By {by}: {queries.in_words(query)}", columns))

    @work(thread=True, group="compare", exclusive=True)
    def align_articles(self, query: ClaimQuery, marks: list[int]) -> None:
        """Show the two articles of marked claims, else those of a query, by whom both quote."""
        try:
            with archive_errors(self._engine):
                if marks:
                    rows = rows_by_id(self._engine, marks)
                    ids = list(dict.fromkeys(row.article_id for row in rows))
                else:
                    # A third tells that there are too many.
                    found = list_articles(self._engine, replace(query, limit=3))
                    ids = [article.article_id for article in found if article.claims]
                pages = [self._pages.read(ident) for ident in ids] if len(ids) == 2 else []
        except (ArchiveError, QueryError) as error:
            self.post_message(self.Failed(str(error)))
        else:
            self.post_message(self._ToAlign(pages))

    @on(_ToAlign)
    def _show_alignment(self, event: _ToAlign) -> None:
        event.stop()
        if len(event.pages) == 2:
            left, right = event.pages
            self.app.push_screen(AlignScreen(self._pages, left, right))
        else:
            told = "Mark a claim in each of two articles, or filter to two articles"
            self.notify(f"{told}, to align them.", severity="warning")

    @on(_ToCompare)
    def _show_comparison(self, event: _ToCompare) -> None:
        event.stop()
        if len(event.columns) < 2:
            self.notify("There is only one to compare.", severity="warning")
        else:
            self.app.push_screen(CompareScreen(self._pages, event.title, event.columns))

    def action_matrix(self) -> None:
        """Count the claims that are asked for, by speaker and article or month."""
        self.app.push_screen(MatrixScreen(self._pages, self.claims_asked))
