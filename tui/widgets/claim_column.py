"""Claims one below the other, one of them the current one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from db.view import ClaimRow
from tui import keymap
from tui.widgets.paper import Block, Mark, Paper

HERE = "┃"


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
        self._entries = tuple(entries)
        claims = [n for n, entry in enumerate(entries) if entry.row is not None]
        self.at = next((n for n in claims if n >= at), claims[-1] if claims else 0)
        self.draw(keep_place=False)
        if at:
            self.reveal_entry(self.at)

    def marks_over(self, row: ClaimRow) -> Sequence[Mark]:
        """What is marked in the words of the current claim; subclasses say."""
        return ()

    def draw(self, *, keep_place: bool = True) -> None:
        """Show the entries, the current claim marked."""
        blocks: list[Block] = []
        for number, entry in enumerate(self._entries):
            if number == self.at and entry.row is not None:
                *before, content = entry.blocks
                here = [Mark(0, len(content.text), "here", HERE)] if self.has_focus else []
                marks = (*here, *content.marks, *self.marks_over(entry.row))
                blocks += [*before, replace(content, marks=marks)]
            else:
                blocks += entry.blocks
        self.show(blocks, keep_place=keep_place)

    def reveal_entry(self, number: int, offset: int = 0) -> None:
        """Have the last block of an entry in sight."""
        self.reveal(sum(len(entry.blocks) for entry in self._entries[: number + 1]) - 1, offset)

    def on_focus(self) -> None:
        self.draw()

    def on_blur(self) -> None:
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
