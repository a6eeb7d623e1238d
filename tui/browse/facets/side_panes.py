"""The facets beside the table: one pane each, counted in the background one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Engine
from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from db.analysis.facets.facet_counts import field_of
from db.analysis.facets.facets import (
    Facet,
    FacetCounts,
    FacetValue,
    but_for,
    chosen,
    chosen_values,
    facet_counts,
)
from db.connection.cancel import Cancel, Cancelled
from db.connection.engine import ArchiveError
from db.query.model import ClaimQuery
from tui.browse.facets.facet_list import FacetList
from tui.browse.facets.facet_pane import FacetPane
from tui.textual_private import draw_by
from tui.widgets.lines.line_cache import KeptLines

TITLES: Final = {facet: field_of(facet).facet for facet in Facet}
"""Of the panes, in their order."""

MANY: Final = 200_000
"""Claims from which only what somebody looks for is counted: an app at rest is to be at rest."""

LEAST_LINES: Final = 4
"""Lines of a facet, its heading not counted, below which only one of them is open."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a pane shows, or is to show: values over a query that hold a text, and those chosen.

    ``ever`` tells that organizations are those of any article.
    """

    over: ClaimQuery
    text: str
    ever: bool
    chosen: tuple[str, ...]


class SidePanes(Vertical):
    """A pane a facet; each counts over the filter but for its own part, so others can be had."""

    @dataclass
    class _Counted(Message):
        pane: FacetPane
        asked: _Asked
        cancel: Cancel
        counts: FacetCounts | None
        chosen: Sequence[FacetValue]
        failure: str | None = None

    def __init__(self, engine: Engine, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, classes="pane")
        self.border_title = "Filter by"
        draw_by(self, KeptLines())
        self._engine = engine
        self._panes = {facet: FacetPane(facet, title) for facet, title in TITLES.items()}
        self._last = Facet.SPEAKER
        self._query: ClaimQuery | None = None
        self._claims: int | None = None
        self._most_seen = 0
        self._batch: tuple[Cancel, list[tuple[FacetPane, _Asked]]] | None = None
        self._shown: dict[FacetPane, _Asked] = {}
        self._heights: dict[FacetPane, int] = {}
        self._all_open = False

    def compose(self) -> ComposeResult:
        yield from self._panes.values()

    def pane(self, facet: Facet) -> FacetPane:
        """The pane of a facet."""
        return self._panes[facet]

    @property
    def last(self) -> FacetPane:
        """The pane that has the focus, or had it last."""
        return self._panes[self._last]

    def turn_to(self, pane: FacetPane) -> None:
        """Have a pane be the last one used, which is open where there is room for one."""
        self._last = pane.facet

    # Counting

    def count(self, query: ClaimQuery, claims: int | None) -> None:
        """Show what is in the filter, and count anew what it changes, if the panes are shown.

        Args:
            query: The filter.
            claims: How many it finds; None if that is not known.
        """
        self._query, self._claims = query, claims
        self._most_seen = max(self._most_seen, claims or 0)
        for facet, pane in self._panes.items():
            pane.choose(chosen(query, facet))
        self._arrange()
        if self.display:
            self._count_open()

    def on_unmount(self) -> None:
        self.stop()

    def stop(self) -> None:
        """Stop counting; what is shown stays until the next count."""
        self._query = None
        self._cancel()

    def stop_counting(self) -> bool:
        """Leave uncounted what is being counted, until something asks for it again; tells whether
        anything was."""
        if self._batch is None:
            return False
        for pane, _ in self._batch[1]:
            pane.failed()
        self._cancel()
        return True

    def _cancel(self) -> None:
        if self._batch is not None:
            self._batch[0].cancel()
            self._batch = None

    def forget(self) -> None:
        """Count everything anew the next time."""
        self.stop()
        self._shown.clear()

    def expire(self) -> None:
        """Have the next count be of everything; what is shown stays till then."""
        self._shown.clear()
        if self._batch is not None:
            self._cancel()
            self._count_open()

    def _count_open(self) -> None:
        if self._query is None:
            return
        asked = {pane: self._asked(pane, self._query) for pane in self._panes.values()}
        news = [pane for pane in self._open() if self._is_news(pane, asked[pane])]
        wanted = [(pane, asked[pane]) for pane in news if self._is_counted_unasked(pane)]
        if self._batch is not None and self._batch[1] == wanted:
            return
        self._cancel()
        for pane in self._panes.values():
            pane.tell(counted=not self._is_news(pane, asked[pane]))
        for pane in news:
            if not self._is_counted_unasked(pane):
                pane.put_off()
        if wanted:
            cancel = Cancel()
            self._batch = cancel, wanted
            # What is counted already for other choices need not be counted again.
            known = dict(self._shown)
            for pane, _ in wanted:
                pane.counting()
            self._count(list(wanted), known, self._query, cancel)

    def _open(self) -> Iterator[FacetPane]:
        """The panes that are open, the last one used first."""
        for pane in sorted(self._panes.values(), key=lambda pane: pane is not self.last):
            if self._heights and (self._all_open or pane is self.last):
                yield pane

    def _is_counted_unasked(self, pane: FacetPane) -> bool:
        """Whether a pane is over few enough claims to be counted before somebody goes to it."""
        if pane.list.has_focus or pane.narrow_input.has_focus:
            return True
        if self._claims is None or pane.list.chosen:
            # Over what is not shown, which may be all that there is.
            return self._most_seen <= MANY
        return self._claims <= MANY

    def _asked(self, pane: FacetPane, query: ClaimQuery) -> _Asked:
        """What a pane should show."""
        over = but_for(query, pane.facet)
        return _Asked(over, pane.text, query.ever, chosen(query, pane.facet))

    def _is_news(self, pane: FacetPane, asked: _Asked) -> bool:
        return self._shown.get(pane) != asked

    @work(thread=True, group="facets")
    def _count(
        self,
        wanted: list[tuple[FacetPane, _Asked]],
        known: dict[FacetPane, _Asked],
        query: ClaimQuery,
        cancel: Cancel,
    ) -> None:
        for pane, asked in wanted:
            counts, picked, failure = None, list[FacetValue](), None
            before = known.get(pane)
            try:
                if before is None or replace(before, chosen=asked.chosen) != asked:
                    counts = facet_counts(
                        self._engine, pane.facet, query, text=asked.text, cancel=cancel
                    )
                picked = chosen_values(self._engine, pane.facet, query, cancel)
            except Cancelled:
                return
            except ArchiveError as error:
                failure = str(error)
            self.post_message(self._Counted(pane, asked, cancel, counts, picked, failure))

    @on(_Counted)
    def _show(self, event: _Counted) -> None:
        event.stop()
        if self._batch is None or self._batch[0] is not event.cancel:
            return
        rest = [each for each in self._batch[1] if each[0] is not event.pane]
        self._batch = (event.cancel, rest) if rest else None
        if event.failure is not None:
            event.pane.failed()
            self.notify(event.failure, severity="error", markup=False)
            return
        self._shown[event.pane] = event.asked
        event.pane.fill(event.counts, event.chosen, event.asked.text)
        self._arrange()

    @on(FacetPane.Narrowed)
    def _narrow(self, event: FacetPane.Narrowed) -> None:
        event.stop()
        self._arrange()
        self._count_open()

    # Room

    def on_resize(self) -> None:
        self._rearrange()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        for facet, pane in self._panes.items():
            if event.widget in (pane.list, pane.narrow_input):
                self._last = facet
        self._rearrange()

    @on(FacetList.NextAsked)
    def _next(self, event: FacetList.NextAsked) -> None:
        event.stop()
        facets = list(self._panes)
        to = facets[(facets.index(self._last) + event.step) % len(facets)]
        self._panes[to].list.focus()

    def _rearrange(self) -> None:
        self._arrange()
        if self.display:
            self._count_open()

    def _arrange(self) -> None:
        """Give the facets their lines: all of them some where there is room, else all to one."""
        lines = self.size.height - len(self._panes)
        if lines <= 0:
            return
        self._all_open = lines >= LEAST_LINES * len(TITLES)
        heights = self._shared(lines) if self._all_open else self._one(lines)
        for pane, height in heights.items():
            if self._heights.get(pane) != height:
                self._heights[pane] = height
                pane.styles.height = height + 1

    def _shared(self, lines: int) -> dict[FacetPane, int]:
        """To each what it needs to show all, as far as there is room; what some leave, the others
        get."""
        # What is not counted yet may come to need some; an empty facet needs its heading alone.
        least = 0 if self._batch is None and self._shown else LEAST_LINES
        wanted = {pane: max(least, pane.lines_wanted) for pane in self._panes.values()}
        given = dict.fromkeys(wanted, 0)
        while lines > 0 and (hungry := [pane for pane in given if given[pane] < wanted[pane]]):
            each, more = divmod(lines, len(hungry))
            for n, pane in enumerate(hungry):
                part = min(each + int(n < more), wanted[pane] - given[pane])
                given[pane] += part
                lines -= part
        return given

    def _one(self, lines: int) -> dict[FacetPane, int]:
        return {pane: lines if pane is self.last else 0 for pane in self._panes.values()}
