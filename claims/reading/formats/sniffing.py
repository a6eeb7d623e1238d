"""What a file is by its first bytes, where its name does not tell or may mislead."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import Final

from claims.reading.formats.source import Options

_MAGIC: Final = (
    (re.compile(rb"%PDF-"), "PDF"),
    (re.compile(rb"WARC/1"), "WARC"),
    (re.compile(rb"PK\x03\x04.{26}mimetypeapplication/epub", re.DOTALL), "EPUB"),
    (re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis.*text", re.DOTALL), "ODT"),
    (re.compile(rb"PK\x03\x04.*\[Content_Types\]\.xml.*", re.DOTALL), "DOCX"),
    (re.compile(rb"PK\x03\x04"), "ZIP"),
    (re.compile(rb"\x1f\x8b|BZh\d|\xfd7zXZ|\x28\xb5\x2f\xfd"), "compressed"),
    (re.compile(rb".{257}ustar", re.DOTALL), "tar"),
    (re.compile(rb"PAR1"), "Parquet"),
    (re.compile(rb"From \S+.*\n[A-Za-z-]+: "), "mailbox"),
)
_BLANK: Final = re.compile(rb"^(?:\xef\xbb\xbf)?\s*")
_HTML: Final = re.compile(rb"<!doctype html|<html\b", re.IGNORECASE)
_FEED: Final = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)\b")
_ROOT: Final = re.compile(rb"<(?![?!])(?:\w+:)?(\w+)")
_HEADER: Final = re.compile(rb"^([A-Za-z][A-Za-z-]+):[ \t]", re.MULTILINE)
_OF_MAIL: Final = frozenset({b"from", b"to", b"subject", b"date"})
_OF_MAIL_ONLY: Final = frozenset(
    {b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to"}
)
_FEWEST_HEADERS: Final = 3
_LINES: Final = re.compile(rb"(?:\xef\xbb\xbf)?\{[^\n]*\}\r?\n\{")
_RELATED: Final = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def kind_of(head: bytes) -> str | None:
    """The name of the format of a file that has no ending we know."""
    for pattern, name in _MAGIC:
        if pattern.match(head):
            return name
    return "HTML" if _opens_page(head) else _letter(head)


def _letter(head: bytes) -> str | None:
    """Whether a file opens with the headers of a message, and of which kind."""
    headers = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    names = {name.lower() for name in _HEADER.findall(headers)}
    if len(names & (_OF_MAIL | _OF_MAIL_ONLY)) < _FEWEST_HEADERS or not names & _OF_MAIL_ONLY:
        return None
    return "MHTML" if _RELATED.search(headers) and b"<mailto:" not in headers else "e-mail"


def _opens_page(head: bytes) -> bool:
    return _HTML.match(head[_BLANK.match(head).end() :]) is not None  # type: ignore[union-attr]  # it always does


def _text(head: bytes, options: Options) -> str:
    return "HTML" if _opens_page(head) else _letter(head) or "text"


def _page(head: bytes, options: Options) -> str:
    return "MHTML" if not head.lstrip().startswith(b"<") and _letter(head) == "MHTML" else "HTML"


def _xml(head: bytes, options: Options) -> str | None:
    if _FEED.search(head):
        return "feed"
    root = _ROOT.search(head)
    return "HTML" if root is not None and root[1].lower() == b"html" else None


def _json(head: bytes, options: Options) -> str | None:
    # Imported late: only JSON needs to know the columns of articles.
    from claims.reading.formats.fields import has_text_key

    if b"jsonfeed.org/version" in head or has_text_key(head, options):
        return "JSON lines" if _LINES.match(head) else "JSON"
    return None


def _lines(head: bytes, options: Options) -> str:
    return "JSON" if head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"[") else "JSON lines"


def _table(head: bytes, options: Options) -> str | None:
    # Imported late: only tables need to know the columns of articles.
    from claims.reading.formats.fields import has_text_column

    return "table" if has_text_column(head, options) else None


LOOSE: Final[dict[str, Callable[[bytes, Options], str | None]]] = {
    "text": _text,
    "HTML": _page,
    "feed": _xml,
    "JSON": _json,
    "JSON lines": _lines,
    "table": _table,
}
"""Formats whose ending many kinds of files have, and what tells by the first bytes."""
