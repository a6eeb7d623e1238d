"""Speakers, articles and cue classes beside the table, counted in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Engine
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from db.cancel import Cancel, Cancelled
from db.engine import ArchiveError
from db.query import ClaimQuery
from tui import facets
from tui.widgets.facet_list import FacetValues
from tui.widgets.facet_pane import FacetPane

Count = Callable[[Engine, ClaimQuery, Cancel], FacetValues]


class SidePanes(Vertical):
    """The panes; each counts over the filter but for its own part, so others can be had."""

    @dataclass
    class _Counted(Message):
        pane: FacetPane
        query: ClaimQuery
        values: FacetValues | None
        failure: str | None

    def __init__(self, engine: Engine, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._engine = engine
        self.speakers = FacetPane("Speakers", "speaker", id="speakers")
        self.articles = FacetPane("Articles", "article", id="articles")
        self.cue_classes = FacetPane("Classes", "class", id="classes")
        self._counting: dict[FacetPane, tuple[ClaimQuery, Cancel]] = {}
        self._counted_over: dict[FacetPane, ClaimQuery] = {}

    def compose(self) -> ComposeResult:
        yield self.speakers
        yield self.articles
        yield self.cue_classes

    def count(self, query: ClaimQuery) -> None:
        """Show what is in the filter, and count anew what it changes, if the panes are shown."""
        self.speakers.choose(frozenset(name.casefold() for name in query.speakers))
        self.articles.choose(frozenset({(query.article or "").casefold()}))
        self.cue_classes.choose(frozenset(query.cue_classes))
        if not self.display:
            return
        self._count_one(self.speakers, facets.of_speakers(query), facets.count_speakers)
        self._count_one(self.articles, facets.of_articles(query), facets.count_articles)
        self._count_one(self.cue_classes, facets.of_classes(query), facets.count_classes)

    def on_unmount(self) -> None:
        self.stop()

    def stop(self) -> None:
        """Stop counting; what is shown stays until the next count."""
        for _, cancel in self._counting.values():
            cancel.cancel()
        self._counting.clear()

    def forget(self) -> None:
        """Count everything anew the next time."""
        self.stop()
        self._counted_over.clear()

    def _count_one(self, pane: FacetPane, query: ClaimQuery, count: Count) -> None:
        running = self._counting.pop(pane, None)
        if running is not None and running[0] == query:
            self._counting[pane] = running
            return
        if running is not None:
            running[1].cancel()
        if self._counted_over.get(pane) == query:
            pane.tell()
            return
        cancel = Cancel()
        self._counting[pane] = (query, cancel)
        pane.counting()
        self._count(pane, query, count, cancel)

    @work(thread=True, group="facets")
    def _count(self, pane: FacetPane, query: ClaimQuery, count: Count, cancel: Cancel) -> None:
        try:
            values = count(self._engine, query, cancel)
            self.post_message(self._Counted(pane, query, values, None))
        except Cancelled:
            return
        except ArchiveError as error:
            self.post_message(self._Counted(pane, query, None, str(error)))

    @on(_Counted)
    def _counted(self, event: _Counted) -> None:
        event.stop()
        running = self._counting.get(event.pane)
        if running is None or running[0] != event.query:
            return
        del self._counting[event.pane]
        self._counted_over[event.pane] = event.query
        if event.values is None:
            event.pane.failed()
            self.notify(event.failure or "", severity="error", markup=False)
        else:
            event.pane.fill(event.values)
