"""CSV: RFC 4180, UTF-8, and by default safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TextIO

from db.export.columns import in_cells

BYTE_ORDER_MARK: Final = "\ufeff"

MOST_IN_CELL: Final = 32_767
"""Characters that a cell of a spreadsheet holds, as UTF-16 counts them."""

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
# Of what can be seen, a space alone is dropped by a spreadsheet before it looks at a cell.
_LOOKED_AT: Final = re.compile(rf"\|[ {re.escape(''.join(_FORMULA))}]")
_AT_ONCE: Final = ("\t", "\r", "\n")
# What a spreadsheet may drop before it looks at a cell: white space, invisibles and controls.
_SKIPPED: Final = "".join(
    chr(code)
    for code in (
        *(*range(0x21), *range(0x7F, 0xA1), 0xAD, 0x1680, *range(0x2000, 0x2010)),
        *(0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF),
    )
)


def write_table(
    records: Iterable[Mapping[str, object]],
    out: TextIO,
    columns: Sequence[str],
    *,
    raw: bool = False,
    excel: bool = False,
) -> int:
    """Write records as CSV with a header, as they come.

    Args:
        records: By column name; what one lacks is left empty, several values are joined.
        out: Must leave newlines as they are.
        columns: In order.
        raw: Every cell verbatim; else they are `tame_cells`.
        excel: As for ``write_rows``.

    Returns:
        How many cells were cut.
    """
    names, shape = tuple(columns), in_cells if raw else tame_cells
    rows = (shape(map(record.get, names)) for record in records)
    return write_rows(rows, out, names, excel=excel)


def write_rows(
    rows: Iterable[Sequence[str]], out: TextIO, columns: Sequence[str], *, excel: bool = False
) -> int:
    """Write rows of cells as CSV under a header, as they come.

    Args:
        rows: With a cell for each column.
        out: Must leave newlines as they are.
        columns: In order.
        excel: Begin with the byte-order mark, and cut cells that are longer than a spreadsheet's.

    Returns:
        How many cells were cut.
    """
    if excel:
        out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    fitted = Fitted()
    writer.writerows((list(map(fitted, row)) for row in rows) if excel else rows)
    return fitted.cut


def tame_cells(values: Iterable[object]) -> tuple[str, ...]:
    """Values as cells of which a spreadsheet runs none: one that it would is prefixed with ``'``,
    and control characters are replaced."""
    cells = in_cells(values)
    return cells if _are_harmless(cells) else tuple(map(tame, cells))


def _are_harmless(cells: Sequence[str]) -> bool:
    """Whether no cell has anything that is not seen, or may begin a formula.

    All of them at once, which takes a tenth of the time: of most rows and columns it is so. Where
    a cell has a bar within it may not be told, and each is looked at.
    """
    joined = f"|{'|'.join(cells)}"
    return joined.isprintable() and _LOOKED_AT.search(joined) is None


class Fitted:
    """Cells that a spreadsheet takes; ``cut`` counts those that were longer."""

    def __init__(self) -> None:
        self.cut = 0

    def __call__(self, cell: str) -> str:
        """The cell, or as much of it as a spreadsheet takes, with "…" in place of the rest."""
        if len(cell) <= MOST_IN_CELL // 2 or utf_16_length(cell) <= MOST_IN_CELL:
            return cell
        self.cut += 1
        kept = cell.encode("utf-16-le")[: 2 * (MOST_IN_CELL - 1)]
        # Half of a character at the end goes with the rest.
        return kept.decode("utf-16-le", errors="ignore") + "…"


def utf_16_length(text: str) -> int:
    """How long a spreadsheet takes a text to be."""
    return len(text.encode("utf-16-le")) // 2


def tame(cell: str) -> str:
    """A cell without control characters that no spreadsheet runs as a formula."""
    if cell.isprintable() and cell[:1].isalnum():
        return cell
    return guarded(without_controls(cell))


def without_controls(text: str) -> str:
    """Text in which another character stands for each that controls a program; lines stay."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula.

    Looked at is the first character, and the first that is left when white space and invisible
    characters before it are dropped; full-width signs count too.
    """
    if not cell or cell[0].isalnum():
        return cell
    if cell.startswith(_AT_ONCE) or cell.lstrip(_SKIPPED).startswith(_FORMULA):
        return f"'{cell}"
    return cell
