"""What every screen with a current claim can do: take its words away, explain it, follow its
speaker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen

from db.claims.model import SpeakerRef
from db.claims.view import ClaimRow
from db.query.model import ClaimQuery
from tui.core.copying import copy_command, copy_text
from tui.core.navigation import (
    Destination,
    ShowArticle,
    ShowQuotations,
    ShowRelations,
    ShowStories,
    ShowSuggestions,
    ShowThread,
    ShowThreads,
    ShowTimeline,
    ShowWhole,
    ShowWhy,
    go,
)
from tui.core.page_cache import ArticlePages
from tui.core.queries import only_asked
from tui.dialogs.pick import PickScreen
from tui.keys import keymap
from tui.keys.in_order import under_way
from tui.text import citation as citing
from tui.textual_private import draw_by
from tui.widgets.lines.cells import in_cells
from tui.widgets.lines.line_cache import KeptLines

_LABEL: Final = 18
_CELL: Final = 38


class ClaimScreen(Screen[None]):
    """A screen that shows claims, one of them as the current one.

    Args:
        pages: Where articles are read from.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.CLAIM
    EXPECTED: ClassVar[frozenset[str]] = frozenset(("compare", "correct", "history"))
    """Groups of workers whose outcome the next keys are meant for."""

    @dataclass
    class Failed(Message):
        """A worker could not do its work; the app tells it in a toast."""

        reason: str

    def __init__(self, pages: ArticlePages) -> None:
        super().__init__()
        draw_by(self, KeptLines())
        self._pages = pages
        self._engine = pages.engine
        self.shown_command: Callable[[], list[str] | None] = lambda: None
        """The command that shows the same, without its name; None where there is none."""

    @property
    def current_claim(self) -> ClaimRow | None:
        """The claim that is looked at; None where there is none."""
        return None

    @property
    def current_id(self) -> int | None:
        """Its number, be it here or still to be read."""
        return None if self.current_claim is None else self.current_claim.id

    @property
    def claims_asked(self) -> ClaimQuery:
        """Which claims the screen is about; timelines keep to them."""
        return ClaimQuery()

    @property
    def expects_soon(self) -> bool:
        """Whether it is about to show what the next keys are meant for; they wait a moment."""
        return under_way(self, self.EXPECTED)

    # Taking away

    def copy(self, what: str, text: str) -> None:
        """Copy text, as `copy_text`."""
        copy_text(self, what, text)

    def _current(self) -> ClaimRow | None:
        row = self.current_claim
        if row is None:
            self.notify("There is no claim here.", severity="warning")
        return row

    def action_copy_quote(self) -> None:
        if (row := self._current()) is not None:
            self.copy("Quote", citing.quote(row))

    def action_copy_citation(self) -> None:
        if (row := self._current()) is not None:
            self.copy("Citation", citing.citation(row))

    def action_copy_cell(self) -> None:
        if (row := self._current()) is None:
            return
        cells = citing.cells(row)

        def copy(name: str | None) -> None:
            if name is not None:
                self.copy(name, cells[name])

        options = [
            (name, f"{name.ljust(_LABEL)}{in_cells(text, _CELL)}") for name, text in cells.items()
        ]
        self.app.push_screen(PickScreen("Copy a cell", options, "content"), copy)

    def action_copy_command(self) -> None:
        copy_command(self, self._engine, self.shown_command())

    # Looking closer

    def go(self, destination: Destination, then: Callable[[Any], None] | None = None) -> None:
        """Open the screen that shows a destination, and go on with what it gives back."""
        go(self.app, self._pages, destination, then)

    def action_open(self) -> None:
        if (row := self.current_claim) is not None:
            self.go(ShowArticle(row.article_id, row.id))

    def action_why(self) -> None:
        if (row := self._current()) is not None:
            self.go(ShowWhy(row))

    def action_whole(self) -> None:
        if (row := self._current()) is not None:
            self.go(ShowWhole(row))

    def action_thread(self) -> None:
        if (row := self._current()) is None:
            return
        if row.thread is None:
            line = "This claim was never compared with others; 'claims compare --rebuild' does."
            self.notify(line, severity="warning")
        else:
            self.go(ShowThread(row.claim_id, row.id))

    def action_quotations(self) -> None:
        """Show where its quotation stands again."""
        if (row := self._current()) is not None:
            self.go(ShowQuotations(row))

    def action_relations(self) -> None:
        """Show which other claims repeat, deny or update it, to be judged."""
        if (row := self._current()) is not None:
            self.go(ShowRelations(row))

    def action_suggestions(self) -> None:
        """Show all suggested relations of the claims that the screen is about, to be judged."""
        self.go(ShowSuggestions(self.claims_asked))

    def action_threads(self) -> None:
        """List what the claims that the screen is about say again and again."""
        self.go(ShowThreads(self.claims_asked))

    def action_stories(self) -> None:
        """List the articles that are copies of one text, from that of the claim at hand on."""
        row = self.current_claim
        self.go(ShowStories(self.claims_asked, None if row is None else row.article_id))

    def action_timeline(self) -> None:
        self.with_speaker("Whose timeline?", self.open_timeline)

    def with_speaker(self, title: str, do: Callable[[SpeakerRef], None]) -> None:
        """Do something with the speaker of the claim at hand, chosen if there are several."""
        if (row := self._current()) is None:
            return
        speakers = {one.id: one for one in row.speaker_refs}

        def choose(key: str | None) -> None:
            if key is not None:
                do(speakers[key])

        if not speakers:
            self.notify("No speaker of this claim is known by name.", severity="warning")
        elif len(speakers) == 1:
            choose(*speakers)
        elif (asked := only_asked(self.claims_asked, row.speaker_refs)) is not None:
            do(asked)
        else:
            self.app.push_screen(PickScreen(title, row.speaker_refs), choose)

    def open_timeline(self, speaker: SpeakerRef) -> None:
        """Show one speaker over time, among the claims that this screen is about."""
        self.go(ShowTimeline(speaker, self.claims_asked))
