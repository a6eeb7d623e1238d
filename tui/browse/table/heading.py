"""The heading of the claims table: its columns, which sorts the rows, which is the current one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Final

from rich.segment import Segment
from rich.style import Style

from tui.browse.table.columns import Fitted
from tui.widgets.lines.cells import in_cells

MARGIN: Final = 4
"""Cells at the left of every line, before the columns."""

ASCENDING: Final = "▲"
DESCENDING: Final = "▼"
MORE_LEFT: Final = "‹"
MORE_RIGHT: Final = "›"
FROZEN: Final = "│"


@dataclass(frozen=True, slots=True)
class Heading:
    """What the heading tells.

    Args:
        fitted: The columns.
        more_left: Some are left out at the left.
        more_right: Some are left out, for want of room.
        sorted_by: The field that rows are sorted by, and whether descending.
        current: The key of the current column.
        frozen: The keys of those that stay at the left.
    """

    fitted: Sequence[Fitted]
    more_left: bool
    more_right: bool
    sorted_by: tuple[str, bool] | None
    current: str | None
    frozen: Collection[str]

    def segments(self, style: Callable[..., Style]) -> list[Segment]:
        """The heading as it is drawn; ``style`` gives that of component classes."""
        base = style("table--header")
        margin = f"{MORE_LEFT if self.more_left else ' '}{MORE_RIGHT if self.more_right else ' '}"
        segments = [Segment(margin.ljust(MARGIN), base)]
        for one in self.fitted:
            title, own = one.column.title, base
            if self.sorted_by is not None and one.column.sort == self.sorted_by[0]:
                title = f"{title}{DESCENDING if self.sorted_by[1] else ASCENDING}"
                own = style("table--header", "table--sorted")
            if one.column.key == self.current:
                own = style("table--header", "table--column")
            segments.append(Segment(in_cells(title, one.width), own))
            frozen = one.column.key in self.frozen
            segments.append(Segment(FROZEN if frozen else " ", base))
        return segments
