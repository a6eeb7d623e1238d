"""Exporting: ids first, then records by page, straight into the format's writer."""

from __future__ import annotations

import io
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple, TextIO

from sqlalchemy import Engine

from db.claims.view import read_ids
from db.connection.cancel import Cancel
from db.connection.reading import reading
from db.export import excel, json_text, parquet, table
from db.export.columns import COLUMNS, Record, in_cells
from db.export.dossier.titles import title_of
from db.export.errors import NotOfferedError
from db.export.formats import ALL_AS_IT_IS, FORMATS, FORMS, Options
from db.export.pages import Pages, Progress
from db.export.records import full_records, shaped_rows
from db.export.target import as_text, written_whole
from db.query.model import ClaimQuery

_TABLES: Final = ("csv", "xlsx", "parquet")
"""Formats that have the usual columns where none are chosen."""


class Written(NamedTuple):
    """What was written.

    Args:
        claims: How many.
        cut: How many cells were longer than a spreadsheet takes, and were cut.
    """

    claims: int
    cut: int = 0


def export(
    engine: Engine,
    target: Path | TextIO | BinaryIO,
    form: str,
    *,
    query: ClaimQuery | None = None,
    ids: Sequence[int] | None = None,
    options: Options = ALL_AS_IT_IS,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Written:
    """Write claims, reading them page by page.

    Args:
        engine: Of the archive.
        target: A file, which is replaced once all is written, or an open stream; one of text must
            leave newlines as they are, and does for no format that is binary.
        form: One of `FORMATS`.
        query: Which claims, in which order; all of them by default.
        ids: The claims themselves, in order, instead of a query.
        options: How.
        progress: Told claims done and claims in all, after each page.
        cancel: Stops it from another thread, in the midst of a query too.

    Raises:
        NotOfferedError: The file cannot be written.
        Cancelled: It was stopped; a file that was there is unharmed.
        ArchiveError: The database failed.
    """
    if form not in FORMATS:
        raise NotOfferedError(f"{form}: not a format; use one of {', '.join(FORMATS)}")
    cancel = cancel or Cancel()
    with _opened(target, form) as out, reading(engine) as connection, cancel.watch(connection):
        wanted = array("q", ids or ())
        if ids is None:
            wanted = read_ids(connection, query or ClaimQuery(), cancel)
        rejected, columns = FORMS[form].columns, _columns_of(form, options)
        pages = Pages(connection, wanted, progress, cancel, rejected=rejected, columns=columns)
        cut = 0
        if FORMS[form].columns:
            cut = _write_records(pages, out, form, options)
        else:
            title = options.title or title_of(connection, query, ids)
            # Imported late: what they are made with, for which tables would wait.
            from db.export import dossiers_and_reports

            dossiers_and_reports.write(pages, out, form, options, title)
        return Written(pages.written, cut)


def rows_in_words(
    engine: Engine, ids: array[int], columns: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    """Claims as the cells of these columns, read page by page.

    Raises:
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        pages = Pages(connection, ids, None, Cancel(), rejected=True, columns=columns)
        yield from shaped_rows(pages, columns, in_cells)


def _columns_of(form: str, options: Options) -> tuple[str, ...] | None:
    """The columns that a file has; None for one that tells more than columns do."""
    return options.columns or (COLUMNS if form in _TABLES else None)


@contextmanager
def _opened(target: Path | TextIO | BinaryIO, form: str) -> Iterator[Any]:
    """The stream to write a format to: text, or bytes where the format is binary."""
    with ExitStack() as stack:
        out: Any = target
        if isinstance(target, Path):
            out = stack.enter_context(written_whole(target))
        if not FORMS[form].binary and not isinstance(out, io.TextIOBase):
            out = stack.enter_context(as_text(out))
        yield out


def _write_records(pages: Pages, out: Any, form: str, options: Options) -> int:
    """Write the claims under columns, and tell how many cells were cut."""
    if form == "csv":
        columns, shape = options.columns or COLUMNS, in_cells if options.raw else table.tame_cells
        rows = shaped_rows(pages, columns, shape)
        return table.write_rows(rows, out, columns, excel=options.excel)
    records: Iterable[Record] = full_records(pages)
    if form == "xlsx":
        return excel.write_claims(records, out, options.columns or COLUMNS)
    if form == "parquet":
        parquet.write_claims(records, out, options.columns or COLUMNS)
        return 0
    if options.columns is not None:
        records = _only(records, options.columns)
    if form == "json":
        json_text.write_array(records, out)
    else:
        json_text.write_lines(records, out)
    return 0


def _only(records: Iterable[Record], columns: tuple[str, ...]) -> Iterator[Record]:
    for record in records:
        yield {name: record[name] for name in columns}
