"""How many claims there are beside those that are shown: counted in the background, then told."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine
from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from db.analysis.summary import count_claims, count_rejected
from db.connection.engine import ArchiveError
from db.connection.errors import archive_errors
from db.query.model import ClaimQuery, QueryError
from db.query.vocabulary import vocabulary
from tui.browse.filter.completion import Vocabulary
from tui.browse.table.open_view import OpenedView
from tui.core import queries
from tui.core.claim_screen import ClaimScreen


class ClaimNumbers(Static):
    """The line of numbers above the table, and what it needs to have counted.

    ``total`` is how many claims there are of all that the query stands for, None until that is
    known; ``rejected`` is how many the view lacks because they are rejected.

    Args:
        engine: Of the archive.
    """

    @dataclass
    class Counted(Message):
        """Another number is known; ``rejected`` if it is that of claims left out."""

        rejected: bool = False

    @dataclass
    class Known(Message):
        """The names that the archive has, to complete with."""

        known: Vocabulary

    @dataclass
    class _Total(Message):
        everything: ClaimQuery
        total: int

    @dataclass
    class _LeftOut(Message):
        opened: OpenedView
        rejected: int

    def __init__(self, engine: Engine, *, id: str) -> None:  # noqa: A002
        super().__init__(Content(""), id=id)
        self.total: int | None = None
        self.rejected = 0
        self._engine = engine
        self._counted_for: ClaimQuery | None = None
        self._opened: OpenedView | None = None

    def count(self, opened: OpenedView) -> None:
        """Count what is beside a view: all claims unless that was done, and those left out."""
        self._opened = opened
        self.rejected = 0
        if not opened.only_selected:
            self._count_left_out(opened)
        query, everything = opened.query, queries.everything(opened.query)
        if self._counted_for != everything:
            whole = not (query.narrows or query.limit or opened.only_selected)
            self._count_all(everything, opened.rows.n if whole else None)

    def expire(self) -> None:
        """Count all claims again for the next view; the number is told until then."""
        self._counted_for = None

    def forget(self) -> None:
        """Know the number of all claims no more."""
        self.total = self._counted_for = None

    @work(thread=True, group="total", exclusive=True)
    def _count_all(self, everything: ClaimQuery, total: int | None) -> None:
        """Count all claims, unless their number is known, and read the names."""
        try:
            with archive_errors(self._engine):
                if total is None:
                    total = count_claims(self._engine, everything)
                self.post_message(self._Total(everything, total))
                self.post_message(self.Known(Vocabulary(vocabulary(self._engine))))
        except ArchiveError as error:
            self.post_message(ClaimScreen.Failed(str(error)))

    @on(_Total)
    def _counted(self, event: _Total) -> None:
        event.stop()
        self.total, self._counted_for = event.total, event.everything
        self.post_message(self.Counted())

    @work(thread=True, group="rejected", exclusive=True)
    def _count_left_out(self, opened: OpenedView) -> None:
        try:
            with archive_errors(self._engine):
                rejected = count_rejected(self._engine, opened.query)
        except (ArchiveError, QueryError) as error:
            self.post_message(ClaimScreen.Failed(str(error)))
        else:
            self.post_message(self._LeftOut(opened, rejected))

    @on(_LeftOut)
    def _left_out(self, event: _LeftOut) -> None:
        event.stop()
        if event.rejected and event.opened is self._opened:
            self.rejected = event.rejected
            self.post_message(self.Counted(rejected=True))
