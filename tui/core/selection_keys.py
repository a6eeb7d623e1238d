"""What the keys of selection do, on any screen with a current claim."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from sqlalchemy import Engine

from db.claims.same_speaker import said_by_the_same
from tui.core.background import Host, in_background
from tui.core.navigation import MainScreen, main_screen
from tui.core.selection import Selection
from tui.text import words


class SelectingHost(Host, Protocol):
    """A screen on which claims can be marked."""

    @property
    def current_id(self) -> int | None:
        """Number of the claim that a key is about."""

    def after_toggle(self) -> None:
        """Show that this claim is marked now, or not any more, and go on to the next one."""

    def show_selection(self) -> None:
        """Show that other claims are marked."""


class Selecting:
    """Marks claims from one screen; the selection is that of the main screen.

    Args:
        screen: The one that has the current claim.
        engine: Of the archive.
    """

    def __init__(self, screen: SelectingHost, engine: Engine) -> None:
        self._screen = screen
        self._engine = engine
        self._keys: dict[str, Callable[[], None]] = {
            "toggle": self.toggle,
            "speaker": self.select_speaker,
            "clear": partial(self._choose, []),
        }

    @property
    def selection(self) -> Selection:
        """The marked claims."""
        return self._main.selection

    @property
    def _main(self) -> MainScreen:
        return main_screen(self._screen.app)

    def do(self, what: str) -> None:
        """Do what a key asks for by its word in the keymap."""
        self._keys[what]()

    def toggle(self) -> None:
        """Mark the current claim, or no longer."""
        if (claim := self._screen.current_id) is not None:
            self.selection.toggle(claim)
            self._main.show_selection()
            self._screen.after_toggle()

    def mark(self, claims: list[int], *, several: bool) -> None:
        """Mark several claims besides those that are, or one, or that one no longer."""
        before = self.selection
        if not several and claims[0] in before:
            self._choose([ident for ident in before if ident != claims[0]])
        else:
            self._choose([*before, *(ident for ident in claims if ident not in before)])

    def select_speaker(self) -> None:
        """Mark the claims of the current one's speaker in the view, or no longer if all are."""
        claim, view = self._screen.current_id, self.selection.view
        if view is None:
            self._screen.notify("Not all claims of this view are here yet.", severity="warning")
        elif claim is not None:

            def read() -> list[int]:
                same = set(said_by_the_same(self._engine, claim))
                return [ident for ident in view if ident in same]

            in_background(self._screen, "same", read, self._toggle_all)

    def _choose(self, claims: list[int]) -> None:
        self.selection.choose(claims)
        # On the main screen itself the two are one.
        for show in dict.fromkeys((self._main.show_selection, self._screen.show_selection)):
            show()

    def _toggle_all(self, ids: list[int]) -> None:
        before = self.selection
        fresh = [ident for ident in ids if ident not in before]
        if not ids:
            self._screen.notify("No speaker of this claim is known by name.", severity="warning")
        elif fresh:
            self._choose([*before, *fresh])
            already = len(ids) - len(fresh)
            more = f"; {already:,} had been" if already else ""
            line = f"Marked {words.counted(len(fresh), 'claim')} of this speaker{more}."
            self._screen.notify(line)
        else:
            gone = set(ids)
            self._choose([ident for ident in before if ident not in gone])
            self._screen.notify(f"{words.counted(len(ids), 'claim')} of this speaker unmarked.")
