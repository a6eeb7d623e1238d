"""What a click in the claims table is about: marks at the left, the sign of a fold at the right."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from db.claims.view import ClaimRow
from tui.browse.table.columns import Fitted
from tui.browse.table.folding import Folds
from tui.browse.table.heading import MARGIN


def rows_marked(event: events.Click, x: int, index: int, cursor: int) -> range:
    """The rows that a click marks: with shift all from the cursor to it; with control, or where the
    glyphs stand, the one that was clicked; any other marks none.

    Args:
        event: The click.
        x: The cell of the table that was clicked.
        index: The row that was.
        cursor: The row with the cursor before that.
    """
    if event.shift:
        return range(min(index, cursor), max(index, cursor) + 1)
    return range(index, index + (event.ctrl or x < MARGIN))


def fold_at(row: ClaimRow, line: int, fitted: Sequence[Fitted], folds: Folds, width: int) -> range:
    """The cells at which the sign of a fold stands in a line of a row: in the first where it is
    the only one, else in the second.

    Args:
        row: The claim.
        line: Which of its lines, from 0.
        fitted: The columns, where a row has one line; else none.
        folds: What is shown below which claim.
        width: Cells of the table.
    """
    if fitted:
        at = next((one.x + one.width for one in fitted if one.column.key == "content"), 0)
        return range(at - len(folds.sign(row)), at)
    return range(width - len(folds.sign(row)), width) if line == 1 else range(0)
