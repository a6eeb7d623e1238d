"""What a screen of claims does to compare them: reads in the background, then opens the screen."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine
from textual import on, work
from textual.message import Message
from textual.screen import Screen

from db.engine import ArchiveError
from db.errors import archive_errors
from db.query import ClaimQuery
from db.view import rows_by_id
from tui import queries
from tui.comparing import By, ComparedColumn, columns_by, marked_columns
from tui.pages import ArticlePages
from tui.screens.compare import CompareScreen


class ComparingScreen(Screen[None]):
    """A screen over an archive that can set claims side by side."""

    @dataclass
    class _ToCompare(Message):
        title: str
        columns: list[ComparedColumn]

    @dataclass
    class Failed(Message):
        """A worker could not do its work; told as a toast."""

        reason: str

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine
        self._pages = ArticlePages(engine)

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        event.stop()
        self.notify(event.reason, severity="error", markup=False)

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

    @on(_ToCompare)
    def _show_comparison(self, event: _ToCompare) -> None:
        event.stop()
        if len(event.columns) < 2:
            self.notify("There is only one to compare.", severity="warning")
        else:
            self.app.push_screen(CompareScreen(self._pages, event.title, event.columns))
