"""MHTML: a page with all that belongs to it, as browsers save it in one file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from typing import cast

from claims.reading.formats.source import BOOK_LIMIT, Options, Outcome, Source
from claims.reading.text.dates import read_stamp
from claims.reading.text.errors import ReadingError


def read_mhtml(source: Source, options: Options) -> Iterator[Outcome]:
    """The article of the page."""
    # Imported late: trafilatura, which other formats do without.
    from claims.reading.pages.html import read_html

    message = message_from_bytes(source.data(BOOK_LIMIT), policy=policy.default)
    page = next((one for one in message.walk() if one.get_content_type() == "text/html"), None)
    if page is None:
        raise ReadingError(source.path, "there is no page in it")
    data = cast(bytes, page.get_payload(decode=True)) or b""
    address = message["Snapshot-Content-Location"] or page["Content-Location"] or ""
    article = read_html(
        source.path,
        data,
        encoding=options.encoding,
        declared=page.get_content_charset(),
        address=str(address) if str(address).startswith("http") else None,
    )
    stamp = str(message["Date"] or "")
    saved = read_stamp(stamp, f'saved "{stamp}"') if stamp else article.fetched
    yield replace(article, fetched=saved if saved.value else article.fetched)
