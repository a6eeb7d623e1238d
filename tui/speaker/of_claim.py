"""Showing who speaks a claim: picked among several, then shown above the screen of the claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from db.claims.model import SpeakerRef
from db.query.model import ClaimQuery
from db.speakers.page import speakers_of_claim
from tui.core.background import Host, in_background
from tui.core.page_cache import ArticlePages
from tui.core.queries import only_asked
from tui.dialogs.pick import PickScreen
from tui.speaker.screen import SpeakerScreen


class SpeakersOfClaims:
    """Shows the speakers of claims above a screen.

    Args:
        screen: The one above which they are shown.
        pages: Where articles are read from.
        names: Gives names to complete with.
        changed: Called when names may have changed.
    """

    def __init__(
        self,
        screen: Host,
        pages: ArticlePages,
        names: Callable[[], Sequence[str]],
        changed: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._pages = pages
        self._names = names
        self._changed = changed

    def show(self, claim: int, query: ClaimQuery) -> None:
        """Show the speaker of a claim: of several the one that a query asks for, else one that is
        chosen."""
        read = partial(speakers_of_claim, self._pages.engine, claim)
        in_background(self._screen, "speaker", read, partial(self._choose, query))

    def _choose(self, query: ClaimQuery, found: Sequence[SpeakerRef]) -> None:
        """Show one of these speakers."""
        if not found:
            self._screen.notify("Nobody is named as the speaker of this claim.")
        elif len(found) == 1:
            self._show(found[0].id)
        elif (asked := only_asked(query, found)) is not None:
            self._show(asked.id)
        else:
            self._screen.app.push_screen(PickScreen("Which speaker?", found), self._show)

    def _show(self, ident: str | None) -> None:
        def left(changed: bool | None) -> None:
            if changed:
                self._changed()

        if ident is not None:
            screen = SpeakerScreen(self._pages.engine, self._pages, ident, self._names())
            self._screen.app.push_screen(screen, left)
