"""Exporting: ids first, then records by page, straight into the format's writer."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Final, TextIO

from sqlalchemy import Connection, Engine

from db.claims.rows import fetch_page
from db.claims.view import read_ids
from db.connection.cancel import Cancel
from db.connection.reading import reading
from db.export import json_array, json_lines, table
from db.export.columns import Record, full_record
from db.export.errors import ExportError
from db.export.provenance import fetch_provenance
from db.export.target import written_whole
from db.query.model import ClaimQuery
from db.sql.chunks import CHUNK

FORMATS: Final = ("csv", "json", "jsonl")

_OTHER_NAMES: Final = {".ndjson": "jsonl"}
# Names that promise what none of the formats is; a program that goes by them would choke.
_REFUSED: Final = (
    ".xlsx",
    ".xls",
    ".ods",
    ".parquet",
    ".html",
    ".xml",
    ".md",
    ".tsv",
    ".db",
    ".pdf",
)

Progress = Callable[[int, int], None]


def format_of(path: Path | str) -> str:
    """The format that a file's name asks for; ``csv`` where it asks for none.

    Raises:
        ExportError: The name asks for a format that cannot be written.
    """
    suffix = Path(path).suffix.lower()
    if suffix in _REFUSED:
        raise ExportError(f"{path}: {suffix} cannot be written; use .csv, .json or .jsonl")
    form = _OTHER_NAMES.get(suffix, suffix.removeprefix("."))
    return form if form in FORMATS else "csv"


def export(
    engine: Engine,
    target: Path | TextIO,
    form: str,
    *,
    query: ClaimQuery | None = None,
    ids: Sequence[int] | None = None,
    raw: bool = False,
    excel: bool = False,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> int:
    """Write claims, reading them page by page.

    Args:
        engine: Of the archive.
        target: A file, which is replaced once all is written, or an open text stream, which must
            leave newlines as they are.
        form: One of `FORMATS`.
        query: Which claims, in which order; all of them by default.
        ids: The claims themselves, in order, instead of a query.
        raw: CSV: cells verbatim, without the guard against formulas.
        excel: CSV: with a byte-order mark.
        progress: Told claims done and claims in all, after each page.
        cancel: Stops it from another thread, in the midst of a query too.

    Returns:
        How many claims were written.

    Raises:
        ExportError: The file cannot be written.
        Cancelled: It was stopped; a file that was there is unharmed.
        ArchiveError: The database failed.
    """
    if form not in FORMATS:
        raise ExportError(f"{form}: not a format; use one of {', '.join(FORMATS)}")
    opened = written_whole(target) if isinstance(target, Path) else nullcontext(target)
    cancel = cancel or Cancel()
    with opened as out, reading(engine) as connection, cancel.watch(connection):
        wanted = array("q", ids or ())
        if ids is None:
            wanted = read_ids(connection, query or ClaimQuery(), cancel)
        pages = _Pages(connection, wanted, progress, cancel)
        _write(pages, out, form, raw=raw, excel=excel)
        return pages.written


def _write(records: Iterable[Record], out: TextIO, form: str, *, raw: bool, excel: bool) -> None:
    if form == "csv":
        table.write_claims(records, out, raw=raw, excel=excel)
    elif form == "json":
        json_array.write_claims(records, out)
    else:
        json_lines.write_claims(records, out)


class _Pages:
    """The records of claims, read as they are asked for, and counted."""

    def __init__(
        self,
        connection: Connection,
        ids: array[int],
        progress: Progress | None,
        cancel: Cancel,
    ) -> None:
        self._connection = connection
        self._ids = ids
        self._progress = progress
        self._cancel = cancel
        self.written = 0

    def __iter__(self) -> Iterator[Record]:
        total = len(self._ids)
        for start in range(0, total, CHUNK):
            self._cancel.check()
            yield from self._page(self._ids[start : start + CHUNK])
            if self._progress is not None:
                self._progress(min(start + CHUNK, total), total)

    def _page(self, ids: array[int]) -> Iterator[Record]:
        page = fetch_page(self._connection, ids)
        for row, origin in fetch_provenance(self._connection, page):
            yield full_record(row, origin)
            self.written += 1
