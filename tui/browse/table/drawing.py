"""Rows of the claims table as they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from db.claims.view import ClaimRow
from tui.browse.table.columns import Fitted
from tui.browse.table.folding import Folds
from tui.browse.table.heading import MARGIN
from tui.browse.table.matches import cell
from tui.browse.table.paged_rows import Absent
from tui.browse.table.two_lines import below, with_fold
from tui.text import words
from tui.widgets.lines.line_list import faded

CURSOR: Final = "▸"
SELECTED: Final = "●"


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row with what is told of it.

    Args:
        row: The claim, or why it is not here.
        style: The style of a cell in the row, by its component class, or of the row itself.
        folds: What stands within which claim, and is shown.
        sought: What is looked for, in lower case; empty if nothing is.
        width: Cells.
    """

    row: ClaimRow | Absent
    style: Callable[..., Style]
    folds: Folds
    sought: str
    width: int

    def first_line(self, fitted: Sequence[Fitted], *, cursor: bool, selected: bool) -> Strip:
        """The line with the columns.

        Args:
            places: The columns.
            cursor: Whether it is under the cursor.
            selected: Whether it is marked.
        """
        row, width = self.row, self.width
        glyph = " " if isinstance(row, Absent) else words.review_glyph(row)
        margin = f"{CURSOR if cursor else ' '}{SELECTED if selected else ' '}{glyph} "
        segments = [Segment(margin, self.style("table--header"))]
        if isinstance(row, Absent):
            text = "…" if row is Absent.LOADING else "no longer in the database"
            base = self.style()
            segments.append(Segment(text.ljust(width - MARGIN), faded(base)))
            return Strip(segments, width).adjust_cell_length(width, base)
        end = MARGIN
        for one in fitted:
            gap = "" if one.x + one.width >= width else " "
            text = one.column.cell(row)
            if one.column.key == "content":
                text = with_fold(row, one.width, self.folds)
            style = self.style(one.column.style)
            segments += cell(text, one.width, self.sought, style, gap)
            end += one.width + len(gap)
        # The length is known; to count it anew would take as long as all the rest.
        return Strip(segments, end).adjust_cell_length(width, self.style())

    def further_line(self, line: int, lines: int) -> Strip:
        """A line below the columns, the first of so many being number 1."""
        base = self.style()
        segments = [Segment(" " * MARGIN, base)]
        if not isinstance(self.row, Absent):
            room = self.width - MARGIN
            text, sign = below(self.row, room, lines, self.folds)[line - 1]
            gap = " " if sign else ""
            style = self.style("table--content")
            segments += cell(text, room - len(sign + gap), self.sought, style, gap)
            segments.append(Segment(sign, self.style("table--confidence")))
        return Strip(segments).adjust_cell_length(self.width, base)
