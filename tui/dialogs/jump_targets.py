"""Where jump mode can go, and the letters that lead there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList

from tui.widgets.lines.line_list import LineList

LETTERS: Final = "fjdksleiwoghruvncmtyaxbqpz"
"""Those under strong fingers first."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place on the screen to go to.

    Args:
        widget: What gets the focus.
        x: Where its label is drawn, in cells of the screen.
        y: As ``x``, in lines.
        row: The row that gets the cursor too, if it is one.
    """

    widget: Widget
    x: int
    y: int
    row: int | None = None

    def go(self) -> None:
        """Focus the widget, and put its cursor on the row."""
        self.widget.focus()
        if self.row is not None and isinstance(self.widget, LineList):
            self.widget.cursor = self.row
        elif self.row is not None and isinstance(self.widget, OptionList):
            self.widget.highlighted = self.row


def targets(screen: Screen[Any]) -> dict[str, Target]:
    """Every focusable widget that is in sight, then the rows of the lists, by their labels.

    The focused widget leads nowhere new itself, but its rows do.
    """
    panes: list[Target] = []
    rows: list[Target] = []
    for widget in screen.focus_chain:
        # An empty facet has no line that its list could be seen on.
        seen = screen.find_widget(widget).visible_region
        if not seen.area:
            continue
        here = [*_rows(widget)]
        rows += here
        if widget is screen.focused and here:
            continue
        # Beside the corner of its border; above the first row of a list that has none of its own.
        bordered = bool(widget.styles.border_top[0])
        above = 1 if here and not bordered and seen.y else 0
        panes.append(Target(widget, seen.x + bordered, seen.y - above))
    return dict(zip(labels(len(panes), len(rows)), panes + rows, strict=False))


def labels(panes: int, rows: int) -> list[str]:
    """Labels of which none begins with another: for the panes one letter, for the rows two.

    Args:
        panes: How many panes there are; those beyond the letters get none.
        rows: How many rows; where all fit, one letter does for them too.
    """
    if panes + rows <= len(LETTERS):
        return list(LETTERS[: panes + rows])
    single, first = LETTERS[:panes], LETTERS[panes:]
    double = [one + two for one in first for two in LETTERS]
    return [*single, *double[:rows]]


def _rows(widget: Widget) -> Iterator[Target]:
    place = widget.content_region
    top, each = widget.scroll_offset.y, 1
    if isinstance(widget, LineList):
        head, count, each = widget.HEADER_LINES, widget.row_count, widget.row_lines
    elif isinstance(widget, OptionList) and widget.virtual_size.height == widget.option_count:
        head, count = 0, widget.option_count
    else:
        return
    for row in range(-(-top // each), count):
        line = row * each - top
        if line >= place.height - head:
            return
        yield Target(widget, place.x, place.y + head + line, row)
