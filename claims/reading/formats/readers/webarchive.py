"""Webarchives: a page with all that belongs to it, as Safari saves it in a property list."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from typing import Any

from claims.reading.formats.source import BOOK_LIMIT, Options, Outcome, Source
from claims.reading.text.errors import ReadingError


def read_webarchive(source: Source, options: Options) -> Iterator[Outcome]:
    """The article of the page."""
    # Imported late: trafilatura, which other formats do without.
    from claims.reading.pages.html import read_html

    page = _page(source)
    data, address = page.get("WebResourceData"), page.get("WebResourceURL")
    if not isinstance(data, bytes) or "html" not in str(page.get("WebResourceMIMEType")):
        raise ReadingError(source.path, "there is no page in it")
    declared = page.get("WebResourceTextEncodingName")
    yield read_html(
        source.path,
        data,
        encoding=options.encoding,
        declared=str(declared) if declared else None,
        address=address if isinstance(address, str) and address.startswith("http") else None,
    )


def _page(source: Source) -> dict[str, Any]:
    try:
        found = plistlib.loads(source.data(BOOK_LIMIT))
    except plistlib.InvalidFileException as error:
        raise ReadingError(source.path, "it is no property list, as webarchives are") from error
    page = found.get("WebMainResource") if isinstance(found, dict) else None
    return page if isinstance(page, dict) else {}
