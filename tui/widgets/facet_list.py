"""Names with numbers of claims, to filter by: of any length, with typing to narrow."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from tui import keymap
from tui.widgets.columns import in_cells
from tui.widgets.line_list import LineList
from tui.widgets.styling import lay_over

CHOSEN = "✓"


@dataclass(frozen=True, slots=True)
class FacetValues:
    """What can be chosen: keys, labels and numbers of claims, of equal length."""

    keys: Sequence[str] = ()
    labels: Sequence[str] = ()
    counts: Sequence[int] = ()


@dataclass
class Narrowed:
    """Which of the values are listed, for a text that their labels hold."""

    values: FacetValues = field(default_factory=FacetValues)
    text: str = ""
    places: Sequence[int] = ()

    def narrow(self, text: str) -> None:
        """List the values whose label holds all words of a text, whatever their case."""
        words, labels = text.casefold().split(), self.values.labels
        # What a longer text finds, the shorter one found already.
        among = self.places if self.text and text.startswith(self.text) else range(len(labels))
        self.text = text
        if words:
            among = [n for n in among if all(word in labels[n].casefold() for word in words)]
        self.places = among

    def fill(self, values: FacetValues) -> None:
        """List other values, narrowed as before."""
        self.values, text, self.text = values, self.text, ""
        self.narrow(text)


class FacetList(LineList):
    """The list itself; the pane around it has the line to narrow by."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.PANE
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "facet--cursor",
        "facet--cursor-blurred",
        "facet--chosen",
        "facet--count",
    }

    @dataclass
    class NarrowAsked(Message):
        """The line to narrow by is wanted."""

        list: FacetList

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.narrowed = Narrowed()
        self.chosen: frozenset[str] = frozenset()

    @property
    def current(self) -> int | None:
        """The place, among all values, of the one under the cursor."""
        return self.narrowed.places[self.cursor] if self._rows else None

    def fill(self, values: FacetValues) -> None:
        """List other values, narrowed as before, with the cursor on the same key if it is there."""
        before = self.current
        key = self.narrowed.values.keys[before] if before is not None else None
        self.narrowed.fill(values)
        cursor = 0
        if key is not None and self.cursor:
            here = (n for n, place in enumerate(self.narrowed.places) if values.keys[place] == key)
            cursor = next(here, 0)
        self.set_rows(len(self.narrowed.places), cursor)

    def narrow(self, text: str) -> None:
        """List only what holds a text."""
        self.narrowed.narrow(text)
        self.set_rows(len(self.narrowed.places))

    def choose(self, chosen: frozenset[str]) -> None:
        """Show which keys or labels are in the filter, in lower case."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.redraw()

    def strip_key(self, index: int) -> Hashable | None:
        return index, self.has_focus

    def draw_row(self, index: int, width: int) -> Strip:
        place = self.narrowed.places[index]
        values = self.narrowed.values
        label, key = values.labels[place], values.keys[place]
        taken = bool({label.casefold(), key.casefold()} & self.chosen)
        base = self.base_style
        if taken:
            base = lay_over(self, base, "facet--chosen")
        count_style = lay_over(self, base, "facet--count")
        if index == self.cursor:
            name = "facet--cursor" if self.has_focus else "facet--cursor-blurred"
            base = lay_over(self, base, name)
            count_style = base
        count = f" {values.counts[place]:,} "
        name_width = max(1, width - 2 - len(count))
        text = f"{CHOSEN if taken else ' '} {in_cells(label, name_width)}"
        segments = [Segment(text, base), Segment(count, count_style)]
        return Strip(segments).adjust_cell_length(width, base)

    def action_narrow(self) -> None:
        self.post_message(self.NarrowAsked(self))

    def action_choose(self) -> None:
        if self._rows:
            self.post_message(self.Opened(self, self.cursor))
