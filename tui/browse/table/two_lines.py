"""Rows of two lines: who, as what, when and how surely above; the claim over the whole width below,
with the article it stands in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from db.claims.view import ClaimRow
from tui.browse.table.columns import Column
from tui.browse.table.folding import WITHIN, Folds
from tui.text import words
from tui.widgets.cells import in_cells

ROOM_FOR_TWO: Final = 100
"""Cells that a table has two lines a row from."""

ROOM_FOR_CLASS: Final = 112
"""Cells from which the first line tells the class of the cue."""

_GAP: Final = 2
_SPEAKER: Final = 22
_MOST_TITLE: Final = 48
_BARS: Final = "▁▂▃▄▅▆▇█"


def above(columns: Sequence[Column], width: int) -> tuple[Column, ...]:
    """What stands in the first line: all but the claim and its article; affiliations take what
    the others leave, before the class of the cue has any room.

    Args:
        columns: Those to be shown.
        width: Cells for all of them.
    """
    elsewhere = (
        {"content", "article"} if width >= ROOM_FOR_CLASS else {"content", "article", "class"}
    )
    return tuple(_above(column) for column in columns if column.key not in elsewhere)


def below(row: ClaimRow, width: int, folds: Folds) -> list[tuple[str, int, str]]:
    """The second line: the claim, how many are folded under it, its article.

    Args:
        row: The claim.
        width: Cells for all of it.
        folds: What is shown below which claim.

    Returns:
        Each text with its cells and the component class it is drawn with.
    """
    title, sign = words.article(row), folds.sign(row)
    cells = min(len(title), _MOST_TITLE, width // 3)
    fold = len(sign) + 1 if sign else 0
    return [
        (indented(row), width - cells - _GAP - fold, "table--content"),
        ("", min(fold, 1), "table--content"),
        (sign, len(sign), "table--confidence"),
        ("", _GAP, "table--article"),
        (title, cells, "table--article"),
    ]


def with_fold(row: ClaimRow, width: int, folds: Folds) -> str:
    """What a row of one line says in its column of claims, with the sign of a fold at its end."""
    sign = folds.sign(row)
    text = indented(row)
    return f"{in_cells(text, width - len(sign) - 1)} {sign}" if sign else text


def indented(row: ClaimRow) -> str:
    """The words of a claim, behind a sign where it stands within another."""
    return row.content if row.parent is None else f"{WITHIN}{row.content}"


def _above(column: Column) -> Column:
    if column.key == "affiliation":
        return replace(column, least=0, most=0, rank=0)
    if column.key == "speaker" and column.least < column.most:
        return replace(column, least=_SPEAKER)
    if column.key == "confidence":
        return replace(column, least=6, most=6, cell=_confidence)
    return column


def _confidence(row: ClaimRow) -> str:
    """A bar of one cell before the number."""
    at = min(int(row.confidence * len(_BARS)), len(_BARS) - 1)
    return f"{_BARS[at]} {row.confidence:.2f}"
