"""CSV: RFC 4180, UTF-8, and by default safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TextIO

from db.export.columns import COLUMNS, cells

BYTE_ORDER_MARK: Final = "\ufeff"

_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_AT_ONCE: Final = ("\t", "\r", "\n")
# What a spreadsheet may drop before it looks at a cell: white space, invisibles and controls.
_SKIPPED: Final = (
    "".join(
        chr(code)
        for code in range(0x10000)
        if chr(code).isspace() or code < 0x20 or 0x7F <= code < 0xA0 or 0x200B <= code < 0x2010
    )
    + "\u2060\ufeff\u00ad"
)


def write_claims(
    records: Iterable[Mapping[str, object]], out: TextIO, *, raw: bool, excel: bool
) -> None:
    """Write claims under `COLUMNS`."""
    write_table(records, out, COLUMNS, raw=raw, excel=excel)


def write_table(
    records: Iterable[Mapping[str, object]],
    out: TextIO,
    columns: Sequence[str],
    *,
    raw: bool = False,
    excel: bool = False,
) -> None:
    """Write records as CSV with a header, as they come.

    Args:
        records: By column name; what one lacks is left empty, several values are joined.
        out: Must leave newlines as they are.
        columns: In order.
        raw: Every cell verbatim; else one that a spreadsheet would run is prefixed with ``'``.
        excel: Begin with the byte-order mark.
    """
    if excel:
        out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    names = tuple(columns)
    rows: Iterator[list[str]] = (cells(record, names) for record in records)
    # Most cells begin with a letter or a digit, as `guarded` would find too.
    safe = (
        [cell if not cell or cell[0].isalnum() else guarded(cell) for cell in row] for row in rows
    )
    writer.writerows(rows if raw else safe)


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
