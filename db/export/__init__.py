"""Exports: the claims of a query as a file, one module a format."""

from __future__ import annotations

from db.export.columns import CHOOSABLE, COLUMNS, EXTRA_COLUMNS, MEANINGS
from db.export.errors import ExportError, NotOfferedError
from db.export.formats import FORMATS, FORMS, Options, format_of
from db.export.records import record
from db.export.table import write_table
from db.export.writing import Written, export, rows_in_words

__all__ = [
    "CHOOSABLE",
    "COLUMNS",
    "EXTRA_COLUMNS",
    "FORMATS",
    "FORMS",
    "MEANINGS",
    "ExportError",
    "NotOfferedError",
    "Options",
    "Written",
    "export",
    "format_of",
    "record",
    "rows_in_words",
    "write_table",
]
