"""XLSX: a workbook that is written row by row, in which nothing runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import chain, islice
from typing import Any, BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZipFile

from db.export.columns import cell
from db.export.table import Fitted, without_controls

MOST_ROWS: Final = 1_048_576
"""Rows of a sheet, its header among them."""

_WIDTH: Final = 16
_WIDTHS: Final = {"content": 80, "article_title": 40, "speaker": 24, "note": 40}


def write_claims(
    records: Iterable[Mapping[str, object]], out: BinaryIO, columns: Sequence[str]
) -> int:
    """Write records under a header, in as many sheets as they need.

    Numbers, and what is true or false, are such cells; all else is text, formulas too. Control
    characters are replaced, and what is longer than a cell takes is cut.

    Returns:
        How many cells were cut.
    """
    # Imported late: only this format needs it.
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook(write_only=True)
    fitted = Fitted()
    rows = iter(records)
    number = 0
    # An empty export has a header too.
    while (first := next(rows, None)) is not None or not number:
        number += 1
        sheet = book.create_sheet("claims" if number == 1 else f"claims {number}")
        here = islice(rows, MOST_ROWS - 2) if first is not None else ()
        # Where a disk is full, what is not closed here would be closed late, and not in silence.
        with closing(sheet):
            _fill(sheet, chain(filter(None, [first]), here), columns, fitted)
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).save()
    return fitted.cut


def _fill(
    sheet: Any,
    records: Iterable[Mapping[str, object]],
    columns: Sequence[str],
    fitted: Fitted,
) -> None:
    # Imported late: as above.
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    for index, name in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = _WIDTHS.get(name, _WIDTH)
    header = [WriteOnlyCell(sheet, name) for name in columns]
    for each in header:
        each.font = Font(bold=True)
    sheet.append(header)

    def as_cells(record: Mapping[str, object]) -> Iterator[object]:
        for name in columns:
            value = record.get(name)
            if not isinstance(value, int | float):
                value = fitted(without_controls(cell(value))) or None
                # Else what begins so would be run, or shown as an error.
                if isinstance(value, str) and value[0] in "=#":
                    text = WriteOnlyCell(sheet, value)
                    text.data_type = "s"
                    value = text
            yield value

    for record in records:
        sheet.append(list(as_cells(record)))
