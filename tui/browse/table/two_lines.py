"""Rows of more lines than one: when, who, as what, where and how surely above; the claim over the
whole width below, on one line or wrapped over two.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from db.claims.view import ClaimRow
from tui.browse.table.columns import ARTICLE, Column
from tui.browse.table.folding import WITHIN, Folds
from tui.text import words
from tui.text.safe_text import safe_line
from tui.widgets.lines.cells import in_cells
from tui.widgets.lines.wrapping import wrap

ROOM_FOR_TWO: Final = 100
"""Cells that a table has two lines a row from."""

ROOM_FOR_CLASS: Final = 150
"""Cells from which the first line tells the class of the cue."""

_TITLED: Final = ("outlet", "article")
"""Columns that have one place together."""
_SPEAKER: Final = 22
_LEAST_TITLE: Final = 18
_MOST_TITLE: Final = 48
_BESIDE_TITLE: Final = 80
"""Cells of the first line that others need before a title has more than its least."""

_BARS: Final = "▁▂▃▄▅▆▇█"


def above(columns: Sequence[Column], width: int, lines: int) -> tuple[Column, ...]:
    """What stands in the first line: all where it is the only one, else all but the claim.

    Then the article has one place with its outlet, and is named whatever is hidden; affiliations
    take what the others leave, before the class of the cue has any room.

    Args:
        columns: Those to be shown.
        width: Cells for all of them.
        lines: How many lines a row has.
    """
    if lines == 1:
        return tuple(columns)
    placed: list[Column] = []
    titled, outlet = False, any(column.key == "outlet" for column in columns)
    for column in columns:
        if column.key in _TITLED:
            if not titled:
                placed.append(_titled(column, width, outlet=outlet))
            titled = True
        elif column.key != "content" and (column.key != "class" or width >= ROOM_FOR_CLASS):
            placed.append(_above(column))
    if not titled:
        placed.append(_titled(ARTICLE, width, outlet=False))
    return tuple(placed)


def filling(columns: Sequence[Column], set_by_hand: Collection[str]) -> list[Column]:
    """The columns of the first line, of which the article has what is left if no other takes it.

    Args:
        columns: Those that say something.
        set_by_hand: Those that keep their width.
    """
    if any(column.least == 0 for column in columns):
        return [*columns]
    return [
        replace(column, least=0, most=0)
        if column.key in _TITLED and column.key not in set_by_hand
        else column
        for column in columns
    ]


def below(row: ClaimRow, width: int, lines: int, folds: Folds) -> list[tuple[str, str]]:
    """The other lines: the claim, and at the end of the first how many are folded under it.

    Args:
        row: The claim.
        width: Cells for a line.
        lines: How many there are: one or two.
        folds: What is shown below which claim.

    Returns:
        For each line its part of the claim, and the sign of the fold if it stands there.
    """
    sign, text = folds.sign(row), indented(row)
    room = width - len(sign) - 1 if sign else width
    if lines == 1:
        return [(text, sign)]
    text = safe_line(text)
    (start, end), *rest = wrap(text, room)
    return [(text[start:end], sign), (text[rest[0][0] :] if rest else "", "")]


def with_fold(row: ClaimRow, width: int, folds: Folds) -> str:
    """What a row of one line says in its column of claims, with the sign of a fold at its end."""
    sign = folds.sign(row)
    text = indented(row)
    return f"{in_cells(text, width - len(sign) - 1)} {sign}" if sign else text


def indented(row: ClaimRow) -> str:
    """The words of a claim, behind a sign where it stands within another."""
    return row.content if row.parent is None else f"{WITHIN}{row.content}"


def _titled(column: Column, width: int, *, outlet: bool) -> Column:
    """The place of the article's title; of a width that was set, the column keeps it."""
    cells = max(_LEAST_TITLE, min(_MOST_TITLE, width - _BESIDE_TITLE))
    set_by_hand = column.least == column.most
    return replace(
        column,
        title="Outlet, article" if outlet else "Article",
        least=column.least if set_by_hand else cells,
        most=column.most if set_by_hand else cells,
        rank=min(column.rank, 2),
        cell=words.outlet_and_article if outlet else words.article,
    )


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
