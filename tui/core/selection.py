"""Marking claims, on the main screen and wherever else there is a current claim to mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.message import Message

from db.claims.same_speaker import said_by_the_same
from db.connection.engine import ArchiveError
from tui.core.claim_screen import ClaimScreen
from tui.keys import keymap
from tui.text import words


class MarkingScreen(ClaimScreen):
    """A screen of claims on which they can be marked; the marks are those of the main screen."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.MARK

    EXPECTED = ClaimScreen.EXPECTED | {"same"}

    @dataclass
    class _Same(Message):
        """The claims of the view that have a speaker of one claim, in the order of the view."""

        ids: list[int]

    # What the screen is of

    @property
    def claim_to_mark(self) -> int | None:
        """Number of the claim that a key is about."""
        raise NotImplementedError

    def after_mark(self) -> None:
        """Show that the claim is marked now, or not any more, and go on to the next one."""
        raise NotImplementedError

    def show_marks(self) -> None:
        """Show other marks."""
        raise NotImplementedError

    # The marks

    @property
    def keeper(self) -> MarkingScreen:
        """The main screen, which has the marks and the view."""
        return next(one for one in self.app.screen_stack if isinstance(one, MarkingScreen))

    @property
    def marks(self) -> dict[int, None]:
        """The marked claims, in the order of marking."""
        return self.keeper.marks

    def set_marks(self, marks: dict[int, None]) -> None:
        """Mark these claims and no others."""
        self.keeper.set_marks(marks)
        self.show_marks()

    @property
    def ids_in_view(self) -> Sequence[int] | None:
        """All claims of the view that the main screen shows; None if not all are known yet."""
        return self.keeper.ids_in_view

    # Actions

    def action_mark(self) -> None:
        ident = self.claim_to_mark
        if ident is None:
            return
        if ident in self.marks:
            del self.marks[ident]
        else:
            self.marks[ident] = None
        self.after_mark()

    def action_unmark_all(self) -> None:
        self.set_marks({})

    def action_mark_speaker(self) -> None:
        ident, view = self.claim_to_mark, self.ids_in_view
        if view is None:
            self.notify("Not all claims of this view are here yet.", severity="warning")
        elif ident is not None:
            self._find_same(ident, view)

    @work(thread=True, group="same", exclusive=True)
    def _find_same(self, claim: int, view: Sequence[int]) -> None:
        try:
            same = set(said_by_the_same(self._engine, claim))
        except ArchiveError as error:
            self.post_message(self.Failed(str(error)))
        else:
            self.post_message(self._Same([ident for ident in view if ident in same]))

    @on(_Same)
    def _mark_same(self, event: _Same) -> None:
        """Mark them, or if all are marked already take the marks off."""
        event.stop()
        ids, before = event.ids, self.marks
        fresh = [ident for ident in ids if ident not in before]
        if not ids:
            self.notify("No speaker of this claim is known by name.", severity="warning")
        elif fresh:
            self.set_marks({**before, **dict.fromkeys(fresh)})
            already = len(ids) - len(fresh)
            more = f"; {already:,} had been" if already else ""
            self.notify(f"Marked {words.counted(len(fresh), 'claim')} of this speaker{more}.")
        else:
            gone = set(ids)
            self.set_marks({ident: None for ident in before if ident not in gone})
            self.notify(f"{words.counted(len(ids), 'claim')} of this speaker unmarked.")
