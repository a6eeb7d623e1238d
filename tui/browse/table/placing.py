"""Where the columns of the claims table stand: fitted into a width, and kept until it changes."""

from __future__ import annotations

from tui.browse.table.column_layout import ColumnLayout
from tui.browse.table.columns import Column, Fitted, fit, fit_around
from tui.browse.table.heading import MARGIN, Heading
from tui.browse.table.two_lines import above, filling

SortedBy = tuple[str, bool]
"""The field that rows are sorted by, and whether descending."""


class Placing:
    """The columns of a layout, placed."""

    def __init__(self) -> None:
        self.layout = ColumnLayout()
        self.sorted_by: SortedBy | None = None
        self._fitted: tuple[Fitted, ...] = ()
        self._skipped = self._more = 0
        self._for: tuple[int, frozenset[str]] | None = None

    def forget(self) -> None:
        """Place the columns anew when they are asked for next."""
        self._for = None

    def placeable(self, width: int, lines: int) -> tuple[Column, ...]:
        """The columns of the first of so many lines of a row, where there is room for all."""
        return above(self.layout.shown, width - MARGIN, lines)

    def fitted(
        self, width: int, lines: int, blank: frozenset[str], current: str | None
    ) -> tuple[Fitted, ...]:
        """The columns that have room.

        Args:
            width: Cells of a row, with the margin.
            lines: Of a row.
            blank: Columns that say nothing in any row.
            current: The one that must be seen.
        """
        if (width, blank) != self._for:
            room = width - MARGIN
            columns = self.placeable(width, lines)
            frozen = sum(column.key in self.layout.frozen for column in columns)
            placed, self._skipped = fit_around(room, columns, frozen, current, MARGIN)
            self._more = len(columns) - self._skipped - len(placed)
            sort = self.sorted_by[0] if self.sorted_by else ""
            given_up = self.layout.given_up(blank, current, sort, lines)
            left = [one.column for one in placed if one.column.key not in given_up]
            if lines > 1:
                left = filling(left, self.layout.widths)
            self._fitted = fit(room, left, MARGIN)
            self._for = width, blank
        return self._fitted

    def heading(self, current: str | None) -> Heading:
        """The heading above the columns as they were placed last."""
        return Heading(
            self._fitted,
            more_left=bool(self._skipped),
            more_right=self._more > 0,
            sorted_by=self.sorted_by,
            current=current,
            frozen=self.layout.frozen,
        )
