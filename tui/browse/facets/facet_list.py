"""Values with numbers of claims, to filter by: those chosen first, then the most frequent."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from db.analysis.facets.facets import FacetValue
from tui.keys import keymap
from tui.widgets.lines.cells import in_cells
from tui.widgets.lines.line_list import LineList
from tui.widgets.lines.styling import lay_over

CHOSEN: Final = "✓"
CURSOR: Final = "▸"


class FacetList(LineList):
    """The list itself, each value on a bar as long as its share of the most frequent one's claims;
    the pane around it has the line to narrow by."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.PANE
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "facet--cursor",
        "facet--chosen",
        "facet--count",
        "facet--bar",
    }

    @dataclass
    class NarrowAsked(Message):
        """The line to narrow by is wanted."""

        list: FacetList

    @dataclass
    class NextAsked(Message):
        """Another facet is wanted, so many further down."""

        list: FacetList
        step: int

    @dataclass
    class ClearAsked(Message):
        """None of the values is to be chosen any more."""

        list: FacetList

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.chosen: Sequence[FacetValue] = ()
        self.values: Sequence[FacetValue] = ()
        self._listed: Sequence[FacetValue] = ()
        self._most = 0

    @property
    def listed(self) -> Sequence[FacetValue]:
        """The values in the order of the list."""
        return self._listed

    @property
    def current(self) -> FacetValue | None:
        """The value under the cursor."""
        return self._listed[self.cursor] if self._rows else None

    def fill(self, chosen: Sequence[FacetValue], values: Sequence[FacetValue]) -> None:
        """List other values, with the cursor on the same one if it is there.

        Args:
            chosen: Those that are filtered by.
            values: All that are to be listed; one that is chosen is listed once.
        """
        before = self.current
        self.chosen, self.values = chosen, values
        taken = {value.means for value in chosen}
        self._listed = [*chosen, *(value for value in values if value.means not in taken)]
        self._most = max((value.claims for value in self._listed), default=0)
        cursor = 0
        if before is not None and self.cursor:
            here = (n for n, value in enumerate(self._listed) if value.means == before.means)
            # One that is chosen goes to the top; who chooses from a list goes on from there.
            cursor = min(next(here, self.cursor), len(self._listed) - 1)
            if cursor < len(chosen) <= self.cursor:
                cursor = min(self.cursor, len(self._listed) - 1)
        self.set_rows(len(self._listed), cursor)

    def strip_key(self, index: int) -> Hashable | None:
        return index, self.has_focus

    def draw_row(self, index: int, width: int) -> Strip:
        value = self._listed[index]
        taken = index < len(self.chosen)
        base = self.base_style
        if taken:
            base = lay_over(self, base, "facet--chosen")
        count_style = lay_over(self, base, "facet--count")
        here = index == self.cursor and self.has_focus
        if here:
            base = count_style = lay_over(self, base, "facet--cursor")
        count = f" {value.claims:,} "
        name_width = max(1, width - 2 - len(count))
        label = f"{value.dated} {value.label}" if value.dated else value.label
        margin = f"{CHOSEN if taken else ' '}{CURSOR if here else ' '}"
        text = f"{margin}{in_cells(label, name_width)}"
        segments = [Segment(text, base), Segment(count, count_style)]
        strip = Strip(segments).adjust_cell_length(width, base)
        if here:
            return strip
        bar = lay_over(self, Style(), "facet--bar")
        long = round(width * value.claims / self._most) if self._most else 0
        return Strip.join([_over(strip.crop(0, long), bar), strip.crop(long)])

    def action_narrow(self) -> None:
        self.post_message(self.NarrowAsked(self))

    def action_choose(self) -> None:
        if self._rows:
            self.post_message(self.Opened(self, self.cursor))

    def action_clear_facet(self) -> None:
        self.post_message(self.ClearAsked(self))

    def action_facet(self, step: int) -> None:
        self.post_message(self.NextAsked(self, step))


def _over(strip: Strip, style: Style) -> Strip:
    """A strip with a style over that of its segments; Textual's own lies under it."""
    segments = [Segment(text, (own or Style()) + style) for text, own, _ in strip]
    return Strip(segments, strip.cell_length)
