"""Web archives: the pages of WARC files, by warcio, and of WACZ, which packs some."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from claims.reading.formats.source import (
    LIMIT,
    ArticlePaths,
    Options,
    Outcome,
    PassedOver,
    Source,
    within,
)
from claims.reading.text.dates import read_stamp
from claims.reading.text.errors import ReadingError, printable

if TYPE_CHECKING:
    from pathlib import Path

_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_KINDS: Final = frozenset({"response", "resource", "conversion"})
_CHARSET: Final = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)
_CHUNK: Final = 1 << 20
_STARTS: Final = (b"WARC/", b"\x1f\x8b")
_CUT_OFF: Final = "it ends in the middle of a record"
_WITHOUT: Final = "pages without an article"


def read_warc(source: Source, options: Options) -> Iterator[Outcome]:
    """The pages and texts that were answered whole; pictures, scripts and the like are none."""
    with source.open() as stream:
        yield from _records(source.path, stream, options, source.names)


def read_wacz(source: Source, options: Options) -> Iterator[Outcome]:
    """The pages of the WARC files in a WACZ file."""
    with source.open() as stream, _unpacked(source, stream) as packed:
        archives = [one for one in packed.namelist() if re.search(r"\.warc(?:\.gz)?$", one)]
        if not archives:
            raise ReadingError(source.path, "there is no WARC file in it")
        for name in archives:
            with packed.open(name) as member:
                yield from _records(within(source.path, name), member, options, source.names)


def _records(
    path: Path, stream: BinaryIO | Any, options: Options, names: ArticlePaths
) -> Iterator[Outcome]:
    # Imported late: its reader loads a library of its own.
    from warcio.archiveiterator import ArchiveIterator

    head = stream.read(5)
    stream.seek(0)
    if not head.startswith(_STARTS):
        raise ReadingError(path, "it is no WARC file")
    records = ArchiveIterator(stream)
    for record in _quietly(path, records):
        if record.rec_type in _KINDS and (kind := _kind(record)) is not None:
            yield from _page(record, kind, options, names)
    # Its reader is silent about a record of which it has only the beginning.
    stream.seek(records.offset)
    if stream.read(5).startswith(_STARTS):
        raise ReadingError(path, _CUT_OFF)


def _unpacked(source: Source, stream: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, EOFError, ValueError) as error:
        raise ReadingError(source.path, f"it is a damaged WACZ file ({error})") from error


def _quietly(path: Path, records: Iterator[Any]) -> Iterator[Any]:
    """The records; what their reader writes on standard error about damage is not shown.

    Raises:
        ReadingError: The reader stumbles on what comes next.
    """
    while True:
        try:
            with redirect_stderr(io.StringIO()):
                record = next(records, None)
        except Exception as error:  # its own, and any that it has on damaged records
            if isinstance(error, AttributeError):  # over nothing where a line should be
                raise ReadingError(path, _CUT_OFF) from error
            reason = " ".join(str(error).split())[:120]
            raise ReadingError(path, f"it is damaged, or no WARC file ({reason})") from error
        if record is None:
            return
        yield record


def _kind(record: Any) -> str | None:
    """The type of a record that is a page or a text, None if it is another or was not answered."""
    if record.http_headers is not None:
        if record.http_headers.get_statuscode() != "200":
            return None
        content_type = record.http_headers.get_header("Content-Type")
    else:
        content_type = record.rec_headers.get_header("Content-Type")
    kind = (content_type or "").partition(";")[0].strip().lower()
    plain = kind == "text/plain" and record.rec_type == "conversion"
    return (content_type or "") if kind in _PAGES or plain else None


def _is_cut(record: Any) -> bool:
    """Whether a record that has been read is shorter than it says."""
    while record.raw_stream.read(_CHUNK):  # what may follow on its page
        pass
    return int(getattr(record.raw_stream, "limit", 0)) > 0


def _page(record: Any, kind: str, options: Options, names: ArticlePaths) -> Iterator[Outcome]:
    # Imported late: trafilatura, which other formats do without.
    from claims.reading.pages.html import read_html
    from claims.reading.plain import read_text

    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    path = names.name(address)
    data = record.content_stream().read(LIMIT)
    if len(data) >= LIMIT:
        yield ReadingError(path, "the page is too large (limit 10 MB)")
        return
    if _is_cut(record):
        yield ReadingError(path, "the file ends in the middle of this page")
        return
    charset = _CHARSET.search(kind)
    stamp = record.rec_headers.get_header("WARC-Date") or ""
    try:
        if kind.lower().startswith("text/plain"):
            article = replace(read_text(path, data, options.encoding), url=address, html=True)
        else:
            article = read_html(
                path,
                data,
                encoding=options.encoding,
                declared=charset[1] if charset else None,
                address=address or None,
            )
    except ReadingError:
        # Most of what a crawler finds is no article, and no fault.
        yield PassedOver(printable(path), _WITHOUT)
        return
    fetched = read_stamp(stamp, f'WARC-Date "{stamp}"')
    yield replace(article, fetched=fetched if fetched.value else article.fetched)
