"""Files that are one text or one page."""

from __future__ import annotations

from collections.abc import Iterator

from claims.reading.formats.source import Options, Outcome, Source
from claims.reading.text.errors import ReadingError


def read_plain(source: Source, options: Options) -> Iterator[Outcome]:
    """A text file."""
    # Imported late: what only listing files does without.
    from claims.reading.plain import read_text

    yield read_text(source.path, filled(source), options.encoding)


def read_page(source: Source, options: Options) -> Iterator[Outcome]:
    """A web page."""
    # Imported late: trafilatura, which plain text does without.
    from claims.reading.html import read_html

    yield read_html(source.path, filled(source), encoding=options.encoding)


def filled(source: Source) -> bytes:
    """The bytes of a file that has some.

    Raises:
        ReadingError: It has none, or cannot be read.
    """
    data = source.data()
    if not data:
        raise ReadingError(source.path, "the file is empty")
    return data
