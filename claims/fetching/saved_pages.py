"""Pages as they were sent, each in a web archive (WARC) of its own, to be read like any other."""

from __future__ import annotations

import hashlib
import io
import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claims.fetching.client import Fetched
from claims.fetching.errors import FetchError
from claims.system_error import system_reason

PAGES: Final = ("text/html", "application/xhtml+xml")
_ASKED: Final = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
_LONGEST: Final = 60


def file_of(folder: Path, address: str) -> Path:
    """The file in which the page of an address is kept; the same each time."""
    parts = urlsplit(address)
    words = re.sub(r"\W+", "-", parts.path.rsplit(".", 1)[0]).strip("-")[-_LONGEST:].strip("-")
    mark = hashlib.sha256(address.encode("utf-8", "replace")).hexdigest()[:8]
    host = re.sub(r"[^\w.-]", "-", parts.netloc)
    return folder / host / f"{words or 'page'}-{mark}.warc.gz"


def conditions_of(path: Path) -> dict[str, str]:
    """The headers that ask for a page only if it is another than the one kept."""
    try:
        with path.open("rb") as file:
            record = next(iter(ArchiveIterator(file)))
            headers = record.http_headers
            conditions = {asked: headers.get_header(name) for name, asked in _ASKED.items()}
    except (OSError, StopIteration, ArchiveLoadFailed, AttributeError):
        return {}
    return {name: value for name, value in conditions.items() if value}


def save(path: Path, address: str, page: Fetched) -> None:
    """Write a page to its file, whole or not at all.

    Raises:
        FetchError: It is no page, or cannot be written.
    """
    kind = page.header("content-type").partition(";")[0].strip().lower()
    if kind not in PAGES:
        raise FetchError(address, f"it is {kind or 'of no type that is told'}, not a page")
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    record = writer.create_warc_record(
        page.address,
        "response",
        payload=io.BytesIO(page.body or b""),
        http_headers=StatusAndHeaders("200 OK", list(page.headers), protocol="HTTP/1.1"),
        warc_headers_dict={"WARC-Date": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"},
    )
    writer.write_record(record)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".part")
        beside.write_bytes(buffer.getvalue())
        os.replace(beside, path)
    except OSError as error:
        reason = system_reason(error)
        raise FetchError(address, f"{path} cannot be written: {reason}") from error
