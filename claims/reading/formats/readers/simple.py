"""Files that are one text or one page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claims.reading.formats.source import (
    BOOK_LIMIT,
    LIMIT,
    Options,
    Outcome,
    Source,
    too_large,
)
from claims.reading.text.errors import ReadingError

_INLINED: Final = re.compile(rb"data:[\w/+.;=-]{0,100},[\w+/=%-]{100,}")


def read_plain(source: Source, options: Options) -> Iterator[Outcome]:
    """A text file."""
    # Imported late: what only listing files does without.
    from claims.reading.plain import read_text

    yield read_text(source.path, filled(source), options.encoding)


def read_page(source: Source, options: Options) -> Iterator[Outcome]:
    """A web page."""
    # Imported late: trafilatura, which plain text does without.
    from claims.reading.pages.html import read_html

    yield read_html(source.path, _without_pictures(source), encoding=options.encoding)


def _without_pictures(source: Source) -> bytes:
    """The bytes of a page; of a large one without the pictures and fonts that are written into it.

    Raises:
        ReadingError: It is too large without them.
    """
    data = filled(source, BOOK_LIMIT)
    if len(data) >= LIMIT:
        data = _INLINED.sub(b"data:,", data)
    if len(data) >= LIMIT:
        raise too_large(source.path, len(data), LIMIT)
    return data


def filled(source: Source, limit: int = LIMIT) -> bytes:
    """The bytes of a file that has some.

    Raises:
        ReadingError: It has none, has ``limit`` bytes or more, or cannot be read.
    """
    data = source.data(limit)
    if not data:
        raise ReadingError(source.path, "the file is empty")
    return data
