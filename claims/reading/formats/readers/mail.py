"""E-mail: a message is an article, and what it quotes of others is none of its words."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final, cast

from claims.article import Article, SegmentKind
from claims.reading.formats import table
from claims.reading.formats.documents import Known, Part, article_of_parts, parts_of_markup
from claims.reading.formats.readers.mail_quotes import (
    parts_of_plain,
    quoted_message,
    with_quotes,
)
from claims.reading.formats.readers.packed import DEEPEST, Budget, read_member
from claims.reading.formats.source import (
    LIMIT,
    ArticlePaths,
    Options,
    Outcome,
    PassedOver,
    Source,
    within,
)
from claims.reading.layout.bylines import persons
from claims.reading.text.dates import UNDATED, read_stamp
from claims.reading.text.decoding import decode_text
from claims.reading.text.errors import ReadingError, printable

_START: Final = b"From "
_LARGEST: Final = 5 * LIMIT
"""Bytes of a message in a mailbox, pictures and all, from which it is not read."""
_LEAST_WORDS: Final = 30
"""Words below which a message in plain text is only a hint that there is one in HTML."""
_ENCRYPTED: Final = frozenset({"multipart/encrypted", "application/pkcs7-mime"})
_MESSAGE: Final = "message/rfc822"
_LAST_FIRST: Final = re.compile(r"^([^\s,][^,]*), ([^\s,][^,]*)$")
"""How the programs of offices write the names of people."""
_HANDS_ON: Final = re.compile(r"(?:fwd?|wg|tr)\s*:", re.IGNORECASE)
_HEADERS: Final = re.compile(r"^From: .+\n(?:(?:Date|Sent|Subject|To|Cc): .*\n){2,}", re.MULTILINE)
_PREFIX: Final = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


def read_mail(source: Source, options: Options) -> Iterator[Outcome]:
    """The message in an .eml file, and what is attached to it."""
    yield from _message(source, source.data(_LARGEST), options, table.MAIL)


def read_mailbox(source: Source, options: Options) -> Iterator[Outcome]:
    """The messages of an mbox file, one after another, each with what is attached to it."""
    names = ArticlePaths(source.path)
    with source.open() as stream:
        for data in _messages(stream):
            path = names.name(_identity(data))
            if len(data) >= _LARGEST:
                yield ReadingError(path, "the message is too large")
                continue
            try:
                # As deep as its mailbox, which is no archive.
                yield from _message(Source(path, depth=source.depth), data, options, table.MAILBOX)
            except ReadingError as error:
                yield error


def _message(
    source: Source, data: bytes, options: Options, found: table.Format
) -> Iterator[Outcome]:
    """A message, what is attached to it and what it forwards.

    Raises:
        ReadingError: It has no text, and nothing that is attached to it is an article.
    """
    message = message_from_bytes(data, policy=policy.default)
    attached = [
        *_attached(source, message, data, options),
        *_forwarded(source, message, options, found),
    ]
    try:
        yield table.marked(_article(source.path, message, options), found)
    except ReadingError:
        if not any(isinstance(one, Article) for one in attached):
            yield from attached
            raise
    yield from attached


def _attached(
    source: Source, message: EmailMessage, data: bytes, options: Options
) -> Iterator[Outcome]:
    """What lies in the files that are attached to a message, other messages among them."""
    budget = Budget(source, io.BytesIO(data))
    for number, part in enumerate(_leaves(message)):
        name = part.get_filename() or ""
        if part.get_content_type() == _MESSAGE:
            content = cast(MIMEPart, part.get_payload(0)).as_bytes()
            name = name if Path(name).suffix == ".eml" else f"{number}.eml"
        elif name and (part.is_attachment() or table.format_by_name(Path(name)) is not None):
            content = cast(bytes, part.get_payload(decode=True) or b"")
        else:
            continue  # of its text, or a picture in it
        if source.depth >= DEEPEST:
            yield PassedOver(printable(source.path), "attachments that lie too deep")
            continue
        yield from read_member(source, name, options, budget, partial(io.BytesIO, content))


def _forwarded(
    source: Source, message: EmailMessage, options: Options, found: table.Format
) -> Iterator[Outcome]:
    """The message that one hands on in its own text, below that one's headers."""
    if source.depth >= DEEPEST or not _HANDS_ON.match(_header(message, "Subject")):
        return
    kind, text = _body(source.path, message, options)
    inner = Source(within(source.path, "forwarded"), depth=source.depth + 1)
    with suppress(ReadingError):  # it only looks like one, and is kept as a quotation
        if kind == "plain" and (match := _HEADERS.search(text)):
            yield from _message(inner, text[match.start() :].encode(), options, found)
        elif kind == "html":
            parts = parts_of_markup(source.path, text)
            if quoted := quoted_message(parts):
                told = quoted.headers
                known = _known(told["from"], told["sent"], told.get("subject", ""))
                own = [_unquoted(part) for part in parts[quoted.body :]]
                article = article_of_parts(inner.path, with_quotes(own), known)
                yield table.marked(article, found)


def _unquoted(part: Part) -> Part:
    return replace(part, kind=SegmentKind.PARAGRAPH) if part.kind is SegmentKind.COMMENT else part


def _leaves(part: MIMEPart) -> Iterator[MIMEPart]:
    """The parts of a message that consist of no others, attached messages as a whole."""
    if part.get_content_type() == _MESSAGE or not part.is_multipart():
        yield part
        return
    for one in part.iter_parts():
        yield from _leaves(one)


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """The messages of a mailbox; of one that is too large only as much as tells so."""
    lines: list[bytes] = []
    size, blank = 0, True
    for line in stream:
        if blank and line.startswith(_START):
            if size:
                yield b"".join(lines)
            lines, size = [], 0
        elif size < _LARGEST:
            lines.append(line[1:] if re.match(rb">+From ", line) else line)
            size += len(line)
        blank = not line.strip()
    if size:
        yield b"".join(lines)


def _identity(data: bytes) -> str | None:
    head = re.split(rb"\r?\n\r?\n", data, maxsplit=1)[0]
    match = re.search(rb"^message-id:\s*(\S+)", head, re.IGNORECASE | re.MULTILINE)
    return match[1].decode("ascii", "replace") if match else None


def _article(path: Path, message: EmailMessage, options: Options) -> Article:
    stamp = _header(message, "Date") or _header(message, "Sent")
    known = _known(_header(message, "From"), stamp, _header(message, "Subject"))
    return article_of_parts(path, _parts(path, message, options), known)


def _known(sender_line: str, stamp: str, subject: str) -> Known:
    """What the headers of a message tell."""
    sender, address = _sender(sender_line)
    byline = persons(_LAST_FIRST.sub(r"\2 \1", sender))
    return Known(
        title=_PREFIX.sub("", subject) or None,
        outlet=None if byline else sender or address.partition("@")[2] or None,
        byline=byline,
        published=read_stamp(stamp, f'Date of the message "{stamp}"') if stamp else UNDATED,
    )


def _sender(line: str) -> tuple[str, str]:
    """The name and the address of who sent a message."""
    name, address = parseaddr(line)
    if "@" not in address and "<" in line:  # a comma in a name, unquoted
        name, _, address = line.partition("<")
    return name.strip(" \"'"), address.strip(" >")


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message[name] or "").split())
    except (LookupError, ValueError, AttributeError, OverflowError):
        # The standard library trips over some headers that are no headers.
        return ""


def _parts(path: Path, message: EmailMessage, options: Options) -> list[Part]:
    kind, text = _body(path, message, options)
    if kind == "html":
        return with_quotes(parts_of_markup(path, text))
    if not text.strip():
        locked = any(one.get_content_type() in _ENCRYPTED for one in message.walk())
        raise ReadingError(path, f"the message {'is encrypted' if locked else 'has no text'}")
    return parts_of_plain(text)


def _body(path: Path, message: EmailMessage, options: Options) -> tuple[str, str]:
    """The text of a message and of what kind it is: plain text where that is more than a hint."""
    found = {
        kind: part for kind in ("plain", "html") if (part := message.get_body((kind,))) is not None
    }
    plain = _text(path, found["plain"], options) if "plain" in found else ""
    if "html" in found and len(plain.split()) < _LEAST_WORDS:
        return "html", _text(path, found["html"], options)
    return "plain", plain


def _text(path: Path, part: MIMEPart, options: Options) -> str:
    data = cast(bytes, part.get_payload(decode=True) or b"")
    if options.encoding:
        text, _ = decode_text(path, data, options.encoding)
        return text.replace("\r\n", "\n")
    try:
        text = data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeError):
        text, _ = decode_text(path, data)
    return text.replace("\r\n", "\n")
