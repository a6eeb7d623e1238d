"""The queue of a review beside the claim at hand: what is next, and what was reviewed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar, Final

from rich.segment import Segment
from textual.strip import Strip

from db.claims.view import ClaimRow
from tui.text import words
from tui.widgets.lines.cells import in_cells
from tui.widgets.lines.line_list import LineList
from tui.widgets.lines.styling import lay_over

CURSOR: Final = "▸"


class QueueList(LineList, can_focus=False):
    """Claims by doubt, two lines each: how surely and by whom, and what is said."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"queue--here", "queue--done", "queue--content"}

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, classes="pane")
        self.border_title = "Queue"
        self._claims: Sequence[ClaimRow] = ()
        self._reviewed: Collection[int] = ()
        self.set_row_lines(2)

    def show(self, claims: Sequence[ClaimRow], reviewed: Collection[int], at: int) -> None:
        """List claims, with the cursor on one of them.

        Args:
            claims: In the order of the review.
            reviewed: Numbers of those that have been.
            at: The place of the one at hand.
        """
        self._reviewed = reviewed
        if len(claims) != self.row_count:
            self._claims = claims
            self.set_rows(len(claims), at)
        else:
            self._claims = claims
            self.redraw()
            self.cursor = at

    def draw_row(self, index: int, width: int) -> Strip:
        row = self._claims[index]
        margin = CURSOR if index == self.cursor else " "
        who = f"{margin}{words.review_glyph(row)} {row.confidence:.2f} {words.speakers(row)}"
        return self._line(index, who, width)

    def draw_further_line(self, index: int, line: int, width: int) -> Strip:
        return self._line(index, f"   {self._claims[index].content}", width, "queue--content")

    def strip_key(self, index: int) -> tuple[int, bool]:
        return index, self._claims[index].id in self._reviewed

    def _line(self, index: int, text: str, width: int, *over: str) -> Strip:
        style = self.base_style
        if self._claims[index].id in self._reviewed:
            over = (*over, "queue--done")
        if index == self.cursor:
            over = (*over, "queue--here")
        for name in over:
            style = lay_over(self, style, name)
        # A margin is not to be cut off as white space around the words.
        start = len(text) - len(text.lstrip())
        shown = text[:start] + in_cells(text[start:], width - start)
        return Strip([Segment(shown, style)]).adjust_cell_length(width, style)
