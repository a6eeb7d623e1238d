"""Tables of articles: JSON lines, CSV and the like, and Parquet by pyarrow."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from claims.reading.formats.fields import DELIMITERS, article_of_record, columns_of, no_text
from claims.reading.formats.source import LIMIT, Options, Outcome, Source
from claims.reading.text.decoding import codec_of, guess
from claims.reading.text.errors import ReadingError

_BATCH: Final = 64
_GUESSED: Final = 1_000_000


def read_lines(source: Source, options: Options) -> Iterator[Outcome]:
    """An article for each line of JSON."""
    rows = _Rows(source, options, "field")
    with source.open() as stream:
        for number, line in enumerate(iter(lambda: stream.readline(LIMIT), b""), 1):
            source.rows = number
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except (ValueError, RecursionError) as error:
                reason = "too long" if len(line) >= LIMIT else str(error)
                yield ReadingError(source.path, f"line {{row}} is no JSON ({reason})", number)
                if len(line) >= LIMIT:
                    source.gave_up = True
                    return
                continue
            if isinstance(record, dict):
                yield from rows.article(record, number)
            else:
                yield ReadingError(source.path, "line {row} is no object", number)


def read_table(source: Source, options: Options) -> Iterator[Outcome]:
    """An article for each row of CSV, whatever parts its cells."""
    with source.open() as stream:
        head = stream.read(_GUESSED)
        # The last character may be cut.
        name = codec_of(source.path, options.encoding) if options.encoding else guess(head[:-4])
        stream.seek(0)
        first = head.decode(name, "replace").lstrip("\ufeff").splitlines()[:1]
        delimiter = max(DELIMITERS, key=(first or [""])[0].count)
        encoding = "utf-8-sig" if name == "utf-8" else name
        # Not closed here: what lies in an archive is closed with that.
        text = io.TextIOWrapper(stream, encoding, "replace", newline="")
        csv.field_size_limit(LIMIT)
        rows = _Rows(source, options, "column")
        try:
            for number, record in enumerate(csv.DictReader(text, delimiter=delimiter), 1):
                record.pop(None, None)  # cells without a column
                yield from rows.article(record, number)
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
        names = columns_of(file.schema_arrow.names, options)
        if "text" not in names:
            raise no_text(source.path, file.schema_arrow.names)
        number = 0
        for batch in file.iter_batches(batch_size=_BATCH, columns=list(names.values())):
            for record in batch.to_pylist():
                number += 1
                yield from rows.article(record, number)


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
        identity = record.get(columns.get("url", "")) or record.get("id")
        path = self._names.name(str(identity) if identity else number)
        try:
            yield from article_of_record(path, record, columns, self._what)
        except ReadingError as error:
            yield error
