"""Lines of a printed page in the order in which they are read, column by column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claims.reading.formats.readers.printed.lines import Line, middle
from claims.reading.layout.bylines import is_dated_byline, names_persons

_NEAR: Final = 6
"""Rows above and below one that tell whether a gap in it is one between columns."""
_RARE: Final = 4
_TOUCHING: Final = 0.12
"""Gap within a word, as a share of the size of letters."""
_EDGE: Final = 3.0
_GUTTER: Final = 6.0
"""Points that columns are apart at least."""


def joined_in_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines, words that stand far apart in one joined again.

    What parts them is a gap between columns only if it runs through the rows above and below, and
    not if it parts a byline under a line that stands alone, as under a title. Two persons beside
    each other stay two.
    """
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: -middle(one)):
        if rows and middle(rows[-1][0]) - middle(line) < line.size / 3:
            rows[-1].append(line)
        else:
            rows.append([line])
    found: list[Line] = []
    for number, row in enumerate(rows):
        row.sort(key=lambda one: one.box[0])
        around = rows[max(0, number - _NEAR) : number] + rows[number + 1 : number + 1 + _NEAR]
        alone = number == 0 or len(rows[number - 1]) == 1
        signs = alone and is_dated_byline(" ".join(one.text for one in row))
        kept = row[:1]
        for line in row[1:]:
            before = kept[-1]
            gap = line.box[0] - before.box[2]
            if (
                signs
                or gap < _TOUCHING * line.size
                or (
                    before.size == line.size
                    and not (names_persons(before.text) and names_persons(line.text))
                    and _is_within(before, line, _sized(around, line.size))
                )
            ):
                kept[-1] = _joined(before, line)
            else:
                kept.append(line)
        found += kept
    return found


def _sized(rows: Sequence[Sequence[Line]], size: float) -> list[list[Line]]:
    """The lines of one size in each row that has some."""
    found = ([line for line in row if line.size == size] for row in rows)
    return [row for row in found if row]


def _is_within(before: Line, line: Line, rows: Sequence[Sequence[Line]]) -> bool:
    """Whether the gap between two lines of a row is one between words."""
    return _is_crossed(before.box[2], line.box[0], rows) or _is_justified(before, line, rows)


def _is_justified(before: Line, line: Line, rows: Sequence[Sequence[Line]]) -> bool:
    """Whether a line beside them is as wide as two together, and hardly any begins where one does.

    Few words that fill the width of a column stand as far apart as columns.
    """
    starts = sum(any(abs(one.box[0] - line.box[0]) < _EDGE for one in row) for row in rows)
    return _RARE * starts <= len(rows) and any(
        abs(one.box[0] - before.box[0]) < _EDGE and one.box[2] > line.box[2] - _EDGE
        for row in rows
        for one in row
    )


def _is_crossed(left: float, right: float, rows: Sequence[Sequence[Line]]) -> bool:
    """Whether lines run through all of a gap in half of the rows that reach as far.

    A row that ends or begins at the edge of the gap speaks for two columns.
    """
    reaching = [
        row
        for row in rows
        if min(one.box[0] for one in row) < right + _EDGE
        and max(one.box[2] for one in row) > left - _EDGE
    ]
    crossed = sum(not _leaves_open(left, right, row) for row in reaching)
    return bool(reaching) and 2 * crossed >= len(reaching)


def _leaves_open(left: float, right: float, row: Sequence[Line]) -> bool:
    """Whether the lines of a row leave a gap between columns, or their end, within a stretch."""
    reached = left
    for line in sorted(row, key=lambda one: one.box[0]):
        if line.box[2] <= reached:
            continue
        if line.box[0] - reached >= _GUTTER or line.box[0] >= right:
            break
        reached = line.box[2]
    return right - reached >= _GUTTER


def _joined(one: Line, other: Line) -> Line:
    left, lower, _, upper = one.box
    box = (left, min(lower, other.box[1]), other.box[2], max(upper, other.box[3]))
    space = " " if other.box[0] - one.box[2] >= _TOUCHING * other.size else ""
    return replace(one, text=f"{one.text}{space}{other.text}", box=box)


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """The lines from top to bottom, the columns of each band from left to right.

    Bands are cut where no line crosses; bands below each other belong together as long as the
    same gap runs through them.
    """
    found: list[Line] = []
    waiting: list[Line] = []
    for band in _bands(lines):
        together = [*waiting, *band]
        several = _gap(together) is not None and _gap(waiting) is not None
        if waiting and (several or _is_side(waiting, together)):
            waiting = together
        else:
            found += _by_columns(waiting)
            waiting = list(band)
    return found + _by_columns(waiting)


def _is_side(waiting: Sequence[Line], together: Sequence[Line]) -> bool:
    """Whether one column's lines are met by those of another beside them."""
    gap = _gap(together)
    if gap is None:
        return False
    beside = [line for line in waiting if line.box[0] >= gap] or list(waiting)
    return len(beside) < len(waiting) or all(line.box[2] <= gap for line in waiting)


def _bands(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines cut where a horizontal stripe of the page has none, from the top."""
    bands: list[list[Line]] = []
    lower = float("inf")
    for line in sorted(lines, key=lambda one: (-one.box[3], one.box[0])):
        if bands and middle(line) > lower:
            bands[-1].append(line)
            lower = min(lower, line.box[1])
        else:
            bands.append([line])
            lower = line.box[1]
    return bands


def _by_columns(lines: Sequence[Line]) -> list[Line]:
    gap = _gap(lines)
    if gap is None:
        return sorted(lines, key=lambda one: (-round(one.box[3]), one.box[0]))
    left = [line for line in lines if line.box[2] <= gap]
    right = [line for line in lines if line.box[2] > gap]
    return in_reading_order(left) + in_reading_order(right)


def _gap(lines: Sequence[Line]) -> float | None:
    """Where a stripe without a line runs from top to bottom between two columns."""
    right = float("-inf")
    for line in sorted(lines, key=lambda one: one.box[0]):
        if right > float("-inf") and line.box[0] - right >= _GUTTER:
            return right
        right = max(right, line.box[2])
    return None
