"""E-mail: a message is an article, and what it quotes of others is none of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, Final, cast

from mailparser_reply import EmailReplyParser

from claims.article import SegmentKind
from claims.reading.formats.documents import Known, Part, article_of_parts, parts_of_markup
from claims.reading.formats.source import LIMIT, Names, Options, Outcome, Source
from claims.reading.layout.bylines import persons
from claims.reading.text.dates import UNDATED, read_stamp
from claims.reading.text.decoding import decode_text
from claims.reading.text.errors import ReadingError

_START: Final = b"From "
_LARGEST: Final = 5 * LIMIT
"""Bytes of a message in a mailbox, pictures and all, from which it is not read."""
_LEAST_WORDS: Final = 30
"""Words below which a message in plain text is only a hint that there is one in HTML."""
_ENCRYPTED: Final = frozenset({"multipart/encrypted", "application/pkcs7-mime"})
_PREFIX: Final = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
_QUOTED: Final = re.compile(r"\s*>")
_LED: Final = re.compile(r"^(?:on|am|le|el|il)\b.{5,200}:\s*$", re.IGNORECASE | re.DOTALL)


def read_mail(source: Source, options: Options) -> Iterator[Outcome]:
    """The message in an .eml file."""
    yield _article(source.path, source.data(_LARGEST), options)


def read_mailbox(source: Source, options: Options) -> Iterator[Outcome]:
    """The messages of an mbox file, one after another."""
    names = Names(source.path)
    with source.open() as stream:
        for data in _messages(stream):
            path = names.name(_identity(data))
            if len(data) >= _LARGEST:
                yield ReadingError(path, "the message is too large")
                continue
            try:
                yield _article(path, data, options)
            except ReadingError as error:
                yield error


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


def _article(path: Path, data: bytes, options: Options) -> Outcome:
    message = message_from_bytes(data, policy=policy.default)
    sender, address = parseaddr(_header(message, "From"))
    stamp = _header(message, "Date")
    byline = persons(sender)
    known = Known(
        title=_PREFIX.sub("", _header(message, "Subject")) or None,
        outlet=None if byline else sender or address.partition("@")[2] or None,
        byline=byline,
        published=read_stamp(stamp, f'Date of the message "{stamp}"') if stamp else UNDATED,
    )
    return article_of_parts(path, _parts(path, message, options), known)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message[name] or "").split())
    except (LookupError, ValueError, AttributeError, IndexError):
        # The standard library trips over some headers that are no headers.
        return ""


def _parts(path: Path, message: EmailMessage, options: Options) -> list[Part]:
    """The text of a message, as plain text where that is more than a hint."""
    found = {
        kind: part for kind in ("plain", "html") if (part := message.get_body((kind,))) is not None
    }
    plain = _text(path, found["plain"], options) if "plain" in found else ""
    if "html" in found and len(plain.split()) < _LEAST_WORDS:
        return parts_of_markup(path, _text(path, found["html"], options))
    if not plain.strip():
        locked = any(one.get_content_type() in _ENCRYPTED for one in message.walk())
        raise ReadingError(path, f"the message {'is encrypted' if locked else 'has no text'}")
    return _of_plain(plain)


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


def _of_plain(text: str) -> list[Part]:
    """The paragraphs of a message, those that it quotes marked as comments.

    Where nothing stands above what is quoted, the answer stands below or between.
    """
    lines = text.split("\n")
    first = EmailReplyParser(languages=["en", "de", "fr", "es", "it", "nl"]).read(text).replies[0]
    written = first.body if first.headers == "" and first.body.strip() else ""
    own = iter([line for line in written.split("\n") if line.strip()])
    wanted = next(own, None)
    marked: list[tuple[SegmentKind, str]] = []
    for number, line in enumerate(lines):
        bare = line.strip()
        kind = SegmentKind.PARAGRAPH
        if not bare:
            kind = marked[-1][0] if marked else kind
        elif _QUOTED.match(line) or _leads_quote(lines, number):
            kind = SegmentKind.COMMENT
        elif written and bare == wanted:
            wanted = next(own, None)
        elif written:
            kind = SegmentKind.COMMENT
        if bare == wanted and kind is SegmentKind.COMMENT:
            wanted = next(own, None)
        marked.append((kind, line))
    parts: list[Part] = []
    for kind, group in groupby(marked, key=lambda one: one[0]):
        stretch = "\n".join(line for _, line in group)
        parts += [Part(piece, kind) for piece in re.split(r"\n\s*\n", stretch) if piece.strip()]
    return parts


def _leads_quote(lines: list[str], number: int) -> bool:
    """Whether a line, or it and the next, say whom the lines below are quoted from."""
    for last in (number, number + 1):
        following = next((line for line in lines[last + 1 : last + 3] if line.strip()), "")
        words = "\n".join(lines[number : last + 1]).strip()
        if _QUOTED.match(following) and _LED.match(words):
            return True
    before = lines[number - 1] if number else ""
    return (
        bool(before.strip())
        and lines[number].strip().endswith(":")
        and (
            _LED.match(f"{before}\n{lines[number]}".strip()) is not None
            and _QUOTED.match(
                next((one for one in lines[number + 1 : number + 3] if one.strip()), "")
            )
            is not None
        )
    )
