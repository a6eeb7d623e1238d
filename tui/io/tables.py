"""Tables: fitted to the width of a terminal, whole and uncoloured anywhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

import click

from tui.io.streams import one_line, out_is_terminal, width

if TYPE_CHECKING:
    from rich.table import Table

GAP: Final = 2
"""Cells between two columns."""
SAMPLE: Final = 200
"""How many rows set the widths of a table in a pipe."""
_WIDEST: Final = 60
_NO_VALUE: Final = frozenset({"", "–"})

Row = Sequence[str | Sequence[str]]
"""A cell is a text, or a list of texts that go below each other."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Args:
        title: Heads the column.
        rank: On a narrow terminal, columns of a higher rank go first.
        least: Width in cells that it is not squeezed below.
        style: A rich style; meaning never rests on it alone.
        right: Whether cells are set flush right.
    """

    title: str
    rank: int = 0
    least: int = 8
    style: str = ""
    right: bool = False


def print_table(columns: Sequence[Column], rows: Iterable[Row], *, wrap: bool = False) -> int:
    """Print rows to standard output, for a person on a terminal or for a pipe.

    On a terminal a column without a value is left out.

    Args:
        columns: In order; the last one is the one that gets what room is left.
        rows: Cells in the order of the columns.
        wrap: On a terminal, break long cells over lines instead of cutting them with "…".

    Returns:
        How many columns had no room.
    """
    if out_is_terminal():
        return _print_fitted(columns, list(rows), wrap=wrap)
    _print_plain(columns, rows)
    return 0


def fit(natural: Sequence[int], columns: Sequence[Column], room: int) -> list[int]:
    """Widths in cells that fit ``room``: 0 for a column left out, else its share.

    Columns give up their highest ranks until the least widths fit; then the widest shrinks first.
    """
    widths = list(natural)
    least = [min(need, column.least) for need, column in zip(natural, columns, strict=True)]
    for index in sorted(range(len(columns)), key=lambda i: -columns[i].rank):
        if _total(least) <= room or columns[index].rank == 0:
            break
        widths[index] = least[index] = 0
    while _total(widths) > room:
        slack = [have - need for have, need in zip(widths, least, strict=True)]
        widest = max(range(len(widths)), key=lambda i: (slack[i] > 0, widths[i]))
        if slack[widest] <= 0:
            break
        widths[widest] -= 1
    return widths


def _total(widths: Sequence[int]) -> int:
    shown = [one for one in widths if one]
    return sum(shown) + GAP * (len(shown) - 1)


def _lines(cell: str | Sequence[str]) -> list[str]:
    return [one_line(cell)] if isinstance(cell, str) else [one_line(line) for line in cell]


def _print_fitted(columns: Sequence[Column], rows: Sequence[Row], *, wrap: bool) -> int:
    from rich.cells import cell_len
    from rich.console import Console
    from rich.text import Text

    cells = [[_lines(cell) for cell in row] for row in rows]
    natural = [
        max([cell_len(column.title), *(cell_len(line) for row in cells for line in row[index])])
        for index, column in enumerate(columns)
    ]
    empty = _without_values(columns, cells)
    for index in empty:
        natural[index] = 0
    widths = fit(natural, columns, width())
    table = _rich_table(columns, widths, wrap=wrap)
    for row in cells:
        # Text objects: a str would be read as markup, and articles hold brackets.
        table.add_row(*(Text("\n".join(lines)) for lines, w in zip(row, widths, strict=True) if w))
    Console(highlight=False).print(table)
    return widths.count(0) - len(empty)


def _without_values(columns: Sequence[Column], cells: Sequence[Sequence[list[str]]]) -> list[int]:
    """The columns in which every cell is empty; one of the least rank stays in any case."""
    return [
        index
        for index, column in enumerate(columns)
        if column.rank and cells and all(_NO_VALUE.issuperset(row[index]) for row in cells)
    ]


def _rich_table(columns: Sequence[Column], widths: Sequence[int], *, wrap: bool) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, header_style="bold underline")
    for column, cells in zip(columns, widths, strict=True):
        if cells:
            table.add_column(
                Text(column.title),
                style=column.style,
                width=cells,
                justify="right" if column.right else "left",
                no_wrap=not wrap,
                overflow="fold" if wrap else "ellipsis",
            )
    return table


def _print_plain(columns: Sequence[Column], rows: Iterable[Row]) -> None:
    """Aligned by the first rows only, so that a million rows stream; nothing is cut."""
    from rich.cells import cell_len

    flat = (_flat(row) for row in rows)
    sample = list(islice(flat, SAMPLE))
    titles = [column.title for column in columns]
    widths = [
        min(max(cell_len(row[index]) for row in [titles, *sample]), _WIDEST)
        for index in range(len(columns))
    ]
    for row in chain([titles], sample, flat):
        click.echo(_padded(row, widths, columns))


def _flat(row: Row) -> list[str]:
    return ["; ".join(line for line in _lines(cell) if line) for cell in row]


def _padded(row: Sequence[str], widths: Sequence[int], columns: Sequence[Column]) -> str:
    from rich.cells import cell_len

    parts = []
    for text, cells, column in zip(row, widths, columns, strict=True):
        blank = " " * (cells - cell_len(text))
        parts.append(blank + text if column.right else text + blank)
    return (" " * GAP).join(parts).rstrip()
