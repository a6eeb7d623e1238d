"""How many claims there are beside those that are shown: counted in the background, then told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import Final

from rich.cells import cell_len
from sqlalchemy import Engine
from textual import events, on, work
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from db.analysis.facets.did_you_mean import did_you_mean
from db.analysis.facets.facets import Facet, facet_counts
from db.analysis.facets.left_out import LeftOut, left_out
from db.analysis.summary import count_claims
from db.connection.cancel import Cancel
from db.connection.engine import ArchiveError
from db.connection.errors import archive_errors
from db.query.model import ClaimQuery
from db.query.vocabulary import persons, vocabulary
from tui.browse.facets.side_panes import MANY
from tui.browse.filter.completion import Vocabulary
from tui.browse.opening import Opening
from tui.browse.table.open_view import OpenedView
from tui.core import queries
from tui.core.background import in_background
from tui.core.claim_screen import ClaimScreen
from tui.text import words

ROOM_FOR_SENTENCE: Final = 30
"""Cells that must be left for what is shown where it is told why claims are hidden."""


class ClaimNumbers(Static):
    """The line of numbers above the table, and what it needs to have counted.

    ``total`` is how many claims there are of all that the query stands for, None until that is
    known; ``hidden`` is what the view leaves out without being asked to.

    Args:
        engine: Of the archive.
    """

    @dataclass
    class Counted(Message):
        """Another number is known, or what may have been meant."""

    @dataclass
    class Known(Message):
        """The names that the archive has, to complete with."""

        known: Vocabulary

    @dataclass
    class _Total(Message):
        everything: ClaimQuery
        total: int

    def __init__(self, engine: Engine, *, id: str) -> None:  # noqa: A002
        super().__init__(Content(""), id=id)
        self.total: int | None = None
        self.hidden = LeftOut()
        self.meant: ClaimQuery | None = None
        self._engine = engine
        self._counted_for: ClaimQuery | None = None
        self._names_wanted = False
        self._opened: OpenedView | None = None
        self._cancel = Cancel()

    def count(self, opened: OpenedView) -> None:
        """Count what is beside a view: all claims unless that was done, and those left out."""
        self._opened = opened
        self.hidden, self.meant = LeftOut(), None
        if not opened.only_selected:
            self._count_left_out(opened)
        query, everything = opened.query, queries.everything(opened.query)
        if self._counted_for != everything:
            whole = not (query.narrows or query.limit or opened.only_selected)
            self._count_all(everything, opened.claims if whole else None)

    def stop(self) -> None:
        """Count no more what a view leaves out."""
        self._cancel.cancel()

    async def on_click(self, event: events.Click) -> None:
        """Do what the line says that z does."""
        event.stop()
        if self.hidden.total or (
            self._opened is not None and queries.shows_all(self._opened.query)
        ):
            await self.run_action("screen.hidden")

    def on_unmount(self) -> None:
        self.stop()

    def go_on(self) -> None:
        """Count after all what is left out, where that was stopped and no other view came."""
        if self._opened is not None and self._cancel.cancelled:
            self._count_left_out(self._opened)

    def tell(self, opening: Opening, marked: int, *, reading: bool) -> None:
        """Say how many claims are shown, and are not, or what is on its way; that is not delayed
        by counting what the view before leaves out.

        Args:
            opening: The view.
            marked: How many claims are.
            reading: What is to be compared is on its way.
        """
        if opening.busy:
            self.stop()
        else:
            self.go_on()
        self.update(Content(self._in_words(opening, marked, reading=reading)))

    def _in_words(self, opening: Opening, marked: int, *, reading: bool) -> str:
        first, shown = opening.first, opening.shown
        if reading:
            return "reading what to compare… esc cancels"
        if first is not None:
            return f"first {first.rows.n:,}, searching on… esc stops"
        if opening.busy:
            return "searching… esc cancels"
        if shown is None:
            return "cancelled; f5 searches again"
        if not shown.complete:
            return f"only the first {shown.rows.n:,}; f5 finds all"
        line = partial(words.numbers, shown.claims, self.total or 0, marked, self.hidden)
        room = self.screen.size.width - ROOM_FOR_SENTENCE
        return line() if cell_len(line()) <= room else line(brief=True)

    def expire(self) -> None:
        """Count all claims again for the next view; the number is told until then."""
        self._counted_for = None

    def forget(self) -> None:
        """Know the number of all claims no more."""
        self.total = self._counted_for = None

    def want_names(self) -> None:
        """Read the names that the archive has, if there are so many claims that this waited."""
        if not self._names_wanted:
            self._names_wanted = True
            if self.total is not None and self.total > MANY:
                self._read_names()

    @work(thread=True, group="total", exclusive=True)
    def _count_all(self, everything: ClaimQuery, total: int | None) -> None:
        """Count all claims, unless their number is known."""
        try:
            with archive_errors(self._engine):
                if total is None:
                    total = count_claims(self._engine, everything)
                self.post_message(self._Total(everything, total))
        except ArchiveError as error:
            self.post_message(ClaimScreen.Failed(str(error)))

    @work(thread=True, group="names", exclusive=True)
    def _read_names(self) -> None:
        try:
            with archive_errors(self._engine):
                known = vocabulary(self._engine)
                self.post_message(self.Known(Vocabulary(known)))
                self.post_message(
                    self.Known(Vocabulary(known, *self._numbers(), persons(self._engine)))
                )
        except ArchiveError as error:
            self.post_message(ClaimScreen.Failed(str(error)))

    def _numbers(self) -> tuple[dict[str, dict[str, int]], dict[str, dict[str, str]]]:
        """Claims by speaker, organization, article and outlet, as a first look has them, and what
        means each alone."""
        numbers: dict[str, dict[str, int]] = {}
        exact: dict[str, dict[str, str]] = {}
        for facet in (Facet.SPEAKER, Facet.ORGANIZATION, Facet.ARTICLE, Facet.OUTLET):
            values = facet_counts(self._engine, facet, queries.PLAIN).values
            called = Counter(value.label for value in values)
            alone = [value for value in values if called[value.label] == 1]
            numbers[facet.value] = {value.label: value.claims for value in alone}
            exact[facet.value] = {value.label: value.key for value in alone}
        return numbers, exact

    @on(_Total)
    def _counted(self, event: _Total) -> None:
        event.stop()
        self.total, self._counted_for = event.total, event.everything
        if event.total <= MANY or self._names_wanted:
            self._read_names()
        self.post_message(self.Counted())

    def _count_left_out(self, opened: OpenedView) -> None:
        self._cancel = cancel = Cancel()

        def read() -> tuple[LeftOut, ClaimQuery | None]:
            with archive_errors(self._engine):
                hidden = left_out(self._engine, opened.query, cancel)
                if opened.rows.n or hidden.total:
                    return hidden, None
                return hidden, did_you_mean(self._engine, opened.query)

        in_background(self, "hidden", read, partial(self._know_left_out, opened))

    def _know_left_out(self, opened: OpenedView, found: tuple[LeftOut, ClaimQuery | None]) -> None:
        hidden, meant = found
        if opened is self._opened and (hidden.total or meant):
            self.hidden, self.meant = hidden, meant
            self.post_message(self.Counted())
