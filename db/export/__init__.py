"""Exports: the claims of a query as a file, one module a format."""

from __future__ import annotations

from db.export.columns import COLUMNS, EXTRA_COLUMNS, MEANINGS, record
from db.export.errors import ExportError
from db.export.table import write_table
from db.export.writing import FORMATS, export, format_of

__all__ = [
    "COLUMNS",
    "EXTRA_COLUMNS",
    "FORMATS",
    "MEANINGS",
    "ExportError",
    "export",
    "format_of",
    "record",
    "write_table",
]
