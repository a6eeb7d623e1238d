"""Columns of claims side by side, in sections that begin on the same lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from db.claims.view import ClaimRow
from tui.compare.alignment import Side, Sides
from tui.compare.claim_column import ClaimColumn, Entry
from tui.core.claim_screen import ClaimScreen
from tui.core.page_cache import ArticlePages
from tui.keys import keymap
from tui.text.safe_text import safe_line
from tui.widgets.key_footer import KeyFooter
from tui.widgets.lines.paper import Paper


class AlignedColumn(ClaimColumn):
    """One side, in sections that begin on the same lines as those of the others."""

    @dataclass
    class Scrolled(Message):
        """The column stands at another line."""

        column: AlignedColumn
        y: int

    def __init__(self, side: Side) -> None:
        super().__init__()
        self.sections = side.sections
        self.extra = [0] * len(side.sections)
        self.border_title = Content(safe_line(side.title))
        self.border_subtitle = Content(safe_line(side.subtitle))

    def heights(self) -> list[int]:
        """The lines that each section takes by itself."""
        counts = [sum(len(entry.blocks) for entry in section) for section in self.sections]
        ends = [0, *accumulate(counts)]
        return [self.lines_of(ends[n], ends[n + 1]) - extra for n, extra in enumerate(self.extra)]

    def spread(self, heights: Sequence[int]) -> None:
        """Have each section take so many lines."""
        self.extra = [wanted - own for wanted, own in zip(heights, self.heights(), strict=True)]
        entries: list[Entry] = []
        for section, extra in zip(self.sections, self.extra, strict=True):
            *before, last = section
            *blocks, block = last.blocks
            block = replace(block, gap=block.gap + extra)
            entries += [*before, Entry((*blocks, block), last.row)]
        self.lay_out(entries, keep_scroll=True)

    def first_of(self, section: int) -> int:
        """The place of a section's heading among the entries."""
        return sum(len(one) for one in self.sections[:section])

    def section_at(self, number: int) -> int:
        """Which section an entry is of."""
        ends = accumulate(len(section) for section in self.sections)
        return next((n for n, end in enumerate(ends) if number < end), 0)

    def line_of_section(self, section: int) -> int:
        """The line that a section begins at."""
        counts = [sum(len(entry.blocks) for entry in one) for one in self.sections[:section]]
        return self.lines_of(0, sum(counts))

    def watch_scroll_y(self, before: float, now: float) -> None:
        super().watch_scroll_y(before, now)
        if round(before) != round(now):
            self.post_message(self.Scrolled(self, round(now)))


class AlignScreen(ClaimScreen):
    """Columns face to face on what they share."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.ALIGNED

    def __init__(self, pages: ArticlePages, sides: Sides) -> None:
        super().__init__(pages)
        self._title = sides.title
        self.shared = sides.shared
        self.shown_command = lambda: sides.command
        self.sides = tuple(AlignedColumn(side) for side in sides.columns)

    def compose(self) -> ComposeResult:
        yield Static(Content(safe_line(self._title)), id="headline")
        with Horizontal(id="columns"):
            yield from self.sides
        yield KeyFooter()

    def on_mount(self) -> None:
        for side in self.sides:
            side.fill([entry for section in side.sections for entry in section])
        self.sides[0].focus()
        self.call_after_refresh(self._align)

    def on_resize(self) -> None:
        self.call_after_refresh(self._align)

    def _align(self) -> None:
        heights = [max(each) for each in zip(*(one.heights() for one in self.sides), strict=True)]
        for side in self.sides:
            side.spread(heights)

    @property
    def side(self) -> AlignedColumn:
        """The side that has the focus."""
        return next((side for side in self.sides if side.has_focus), self.sides[0])

    @property
    def current_claim(self) -> ClaimRow | None:
        return self.side.row

    @on(AlignedColumn.Scrolled)
    def _scroll_both(self, event: AlignedColumn.Scrolled) -> None:
        event.stop()
        for side in self.sides:
            if side is not event.column:
                side.scroll_to(y=event.y, animate=False, force=True)

    def action_side(self, step: int) -> None:
        """To another side, at the same section."""
        here = self.side
        number = max(0, min(self.sides.index(here) + step, len(self.sides) - 1))
        there = self.sides[number]
        if here is not there:
            section = here.section_at(here.at)
            there.focus()
            if there.section_at(there.at) != section:
                self._go(there, section)

    def action_section(self, step: int) -> None:
        """To the next section, on all sides."""
        section = self.side.section_at(self.side.at) + step
        if not 0 <= section < self.shared:
            self.notify("This is the last of them." if step > 0 else "This is the first of them.")
            return
        for side in self.sides:
            self._go(side, section)
        line = self.side.line_of_section(section)
        for side in self.sides:
            side.scroll_to(y=line, animate=False, force=True)

    def _go(self, side: AlignedColumn, section: int) -> None:
        """Make the first claim of a section the current one."""
        first = side.first_of(section) + 1
        if section < self.shared and side.entries[first].row is not None:
            side.go(first)

    @on(Paper.Clicked)
    def _click(self, event: Paper.Clicked) -> None:
        event.stop()
        assert isinstance(event.paper, AlignedColumn)
        if event.block.claim is not None:
            event.paper.go_to(event.block.claim)
            if event.chain == 2:
                self.action_open()

    def action_leave(self) -> None:
        self.dismiss(None)
