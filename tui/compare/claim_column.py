"""Claims one below the other, one of them the current one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.message import Message

from db.claims.view import ClaimRow
from tui.keys import keymap
from tui.widgets.lines.blocks import Block, Mark
from tui.widgets.lines.paper import Paper

HERE: Final = "┃"


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim as blocks, the last of which is its content; or, without a claim, a heading."""

    blocks: tuple[Block, ...]
    row: ClaimRow | None = None


class ClaimColumn(Paper):
    """Entries with a current claim, which arrows move."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.COLUMN

    @dataclass
    class Moved(Message):
        """Another claim is the current one."""

        column: ClaimColumn

        @property
        def control(self) -> ClaimColumn:
            return self.column

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(gutter=2, id=id, classes="pane")
        self._entries: tuple[Entry, ...] = ()
        self._contents: list[int] = []
        self._drawn = 0
        self.at = 0

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self._entries

    @property
    def row(self) -> ClaimRow | None:
        """The current claim."""
        return self._entries[self.at].row if self._entries else None

    def fill(self, entries: Sequence[Entry], at: int = 0) -> None:
        """Show other entries.

        Args:
            entries: In order.
            at: The place of the current one; the first claim from there on is taken.
        """
        claims = [n for n, entry in enumerate(entries) if entry.row is not None]
        self.at = next((n for n in claims if n >= at), claims[-1] if claims else 0)
        self.lay_out(entries)
        if at:
            self.reveal_entry(self.at)

    def lay_out(self, entries: Sequence[Entry], *, keep_scroll: bool = False) -> None:
        """Show the blocks of entries; the current one stays the same."""
        self._entries = tuple(entries)
        self._contents = [n - 1 for n in accumulate(len(entry.blocks) for entry in entries)]
        self.show([block for entry in entries for block in entry.blocks], keep_scroll=keep_scroll)
        self._drawn = self.at
        self.draw()

    def marks_over(self, row: ClaimRow) -> Sequence[Mark]:
        """What is marked in the words of the current claim; subclasses say."""
        return ()

    def draw(self) -> None:
        """Mark the current claim, and no longer the one before."""
        for number in {self._drawn, self.at}:
            if number < len(self._entries) and self._entries[number].row is not None:
                self.mark_block(self._contents[number], self._marks(number))
        self._drawn = self.at

    def _marks(self, number: int) -> Sequence[Mark]:
        entry = self._entries[number]
        content = entry.blocks[-1]
        if number != self.at or entry.row is None:
            return content.marks
        here = [Mark(0, len(content.text), "here", HERE)] if self.has_focus else []
        return (*here, *content.marks, *self.marks_over(entry.row))

    def reveal_entry(self, number: int, offset: int = 0) -> None:
        """Have the last block of an entry in sight."""
        if number < len(self._contents):
            self.reveal(self._contents[number], offset)

    def watch_has_focus(self, has_focus: bool) -> None:
        # Not on the events: they come before the widget knows that it has lost the focus.
        super().watch_has_focus(has_focus)
        self.draw()

    def go(self, number: int) -> None:
        """Make the claim of an entry the current one."""
        self.at = number
        self.draw()
        self.reveal_entry(number)
        self.post_message(self.Moved(self))

    def go_to(self, claim: int) -> None:
        """Go to a claim by its id."""
        for number, entry in enumerate(self._entries):
            if entry.row is not None and entry.row.id == claim:
                self.go(number)
                return

    def action_claim(self, step: int) -> None:
        ahead = range(self.at + step, len(self._entries) if step > 0 else -1, step)
        found = next((n for n in ahead if self._entries[n].row is not None), None)
        if found is None:
            self.scroll_relative(y=step, animate=False)
        else:
            self.go(found)
