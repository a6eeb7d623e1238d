"""Tables of articles: JSON lines, CSV and the like, and Parquet by pyarrow."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final

from claims.reading.formats.fields import (
    DELIMITERS,
    STATED_DELIMITER,
    article_of_record,
    check_columns,
    columns_of,
    no_text,
    with_inner,
)
from claims.reading.formats.source import HEAD, LIMIT, Options, Outcome, Source
from claims.reading.text.decoding import given_codec, guess, wide_encoding
from claims.reading.text.errors import ReadingError

_BATCH: Final = 64
_GUESSED: Final = 1_000_000


def read_lines(source: Source, options: Options) -> Iterator[Outcome]:
    """An article for each line of JSON."""
    rows = _Rows(source, options, "field")
    with source.open() as stream:
        # JSON is in UTF-8: a guess by a piece of a file need not be the same as by all of it.
        name = _known_encoding(source, stream.read(HEAD), options) or "utf-8"
        if options.columns and not source.continues:
            _check_fields(source, _lines(source.whole or stream, name), options)
        for number, line in enumerate(_lines(stream, name), 1):
            source.rows = number
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except UnicodeDecodeError:
                reason = "line {row} is not in UTF-8; say in what with --encoding"
                yield ReadingError(source.path, reason, number)
                continue
            except (ValueError, RecursionError) as error:
                reason = "too long" if len(line) >= LIMIT else str(error)
                yield ReadingError(source.path, f"line {{row}} is no JSON ({reason})", number)
                if len(line) >= LIMIT:
                    source.gave_up = True
                    return
                continue
            if isinstance(record, dict):
                yield from rows.article(with_inner(record), number)
            else:
                yield ReadingError(source.path, "line {row} is no object", number)


def read_table(source: Source, options: Options) -> Iterator[Outcome]:
    """An article for each row of CSV, whatever parts its cells."""
    with source.open() as stream:
        head = stream.read(_GUESSED)
        name = _encoding(source, head, options)
        stream.seek(0)
        first = (head.decode(name, "replace").lstrip("\ufeff").splitlines() or [""])[0]
        stated = STATED_DELIMITER.fullmatch(first)
        delimiter = stated[1] if stated else max(DELIMITERS, key=first.count)
        encoding = "utf-8-sig" if name == "utf-8" else name
        # Not closed here: what lies in an archive is closed with that.
        text = _Kept(io.TextIOWrapper(stream, encoding, "replace", newline=""))
        if stated:
            next(text)
        csv.field_size_limit(LIMIT)
        rows = _Rows(source, options, "column")
        last: tuple[dict[str, Any], int] | None = None
        try:
            records = csv.DictReader(text, delimiter=delimiter)
            check_columns(source.path, records.fieldnames or (), options)
            for number, record in enumerate(records, 1):
                if last is not None:
                    yield from rows.article(*last)
                record.pop(None, None)  # cells without a column
                last = record, number
                text.next_row()
            if last is not None and _is_open(text.row, delimiter):
                reason = "a quotation mark in row {row} is never closed; the rest is not read"
                yield ReadingError(source.path, reason, last[1])
            elif last is not None:
                yield from rows.article(*last)
        except csv.Error as error:
            raise ReadingError(source.path, f"it is no table that can be read ({error})") from error


def read_parquet(source: Source, options: Options) -> Iterator[Outcome]:
    """An article for each row of a Parquet file."""
    try:
        # Imported late: it comes with an extra, and takes a second.
        from pyarrow import parquet
    except ImportError:
        reason = 'Parquet needs the extra "parquet": pip install "claims[parquet]"'
        raise ReadingError(source.path, reason) from None
    rows = _Rows(source, options, "column")
    with source.open() as stream:
        file = parquet.ParquetFile(stream)
        check_columns(source.path, file.schema_arrow.names, options)
        names = columns_of(file.schema_arrow.names, options)
        if "text" not in names:
            raise no_text(source.path, file.schema_arrow.names)
        number = 0
        for batch in file.iter_batches(batch_size=_BATCH, columns=list(names.values())):
            for record in batch.to_pylist():
                number += 1
                yield from rows.article(record, number)


def _check_fields(source: Source, lines: Iterator[bytes | str], options: Options) -> None:
    """Make sure that of the columns that somebody named each is a field of some object.

    Mostly the first few lines tell.

    Raises:
        ReadingError: No object has one.
    """
    wanted = {column.casefold() for column in options.columns.values()}
    names: dict[str, None] = {}
    for line in lines:
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(record, dict):
            found = with_inner(record)
            names.update(dict.fromkeys(found))
            wanted -= {name.strip().casefold() for name in found}
        if not wanted:
            return
    if names:
        check_columns(source.path, list(names), options)


def _encoding(source: Source, head: bytes, options: Options) -> str:
    """The encoding of a table as Python knows it, by its first bytes."""
    # The last character may be cut.
    whole = head if len(head) < _GUESSED else head[:-4]
    return _known_encoding(source, head, options) or guess(whole)


def _known_encoding(source: Source, head: bytes, options: Options) -> str | None:
    """The encoding that a table is said to be in, or that its first bytes leave no doubt of."""
    return given_codec(source.path, options.encoding) if options.encoding else wide_encoding(head)


def _lines(stream: BinaryIO, name: str) -> Iterator[bytes | str]:
    """The lines of a file of JSON from its start, each of a length that can be read."""
    stream.seek(0)
    if "\n".encode(name) != b"\n":
        # What ends a line there takes several bytes, or another one.
        text = io.TextIOWrapper(stream, name, "replace")
        try:
            yield from iter(lambda: text.readline(LIMIT), "")
        finally:
            text.detach()  # which else is closed with it
        return
    for line in iter(lambda: stream.readline(LIMIT), b""):
        yield line if name == "utf-8" else line.decode(name, "replace")


def _is_open(lines: list[str], delimiter: str) -> bool:
    """Whether the last row of a table ends within a cell."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False


class _Kept:
    """The lines of a table, those of its last row kept."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.row: list[str] = []
        self._lines = lines
        self._taken: list[str] = []

    def __iter__(self) -> _Kept:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._taken.append(line)
        return line

    def next_row(self) -> None:
        """Keep what was taken since the row before."""
        self.row, self._taken = self._taken, []


class _Rows:
    """The articles of a table's rows, each named by its number."""

    def __init__(self, source: Source, options: Options, what: str) -> None:
        self._path = source.path
        self._options = options
        self._what = what
        self._names = source.names
        self._columns: dict[str, str] | None = {} if source.continues else None

    def article(self, record: Mapping[str, Any], number: int) -> Iterator[Outcome]:
        """The article of a row; an error where it has none.

        Raises:
            ReadingError: The first row has no column that is the text.
        """
        columns = columns_of(record, self._options)
        if "text" not in columns:
            if self._columns is None:
                raise no_text(self._path, record)
            reason = f"{self._what} of the text is missing in row {{row}}"
            yield ReadingError(self._path, reason, number)
            return
        self._columns = columns
        identity = (record[columns["url"]] if "url" in columns else None) or record.get("id")
        path = self._names.name(str(identity) if identity else number)
        try:
            yield from article_of_record(path, record, columns, self._what)
        except ReadingError as error:
            yield error
