"""What a message quotes of others: in plain text by mail-parser-reply, in HTML by headers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Final

from mailparser_reply import EmailReplyParser

from claims.article import SegmentKind
from claims.language.word_lists import alternatives, sections
from claims.reading.formats.documents import Part

_HEADER: Final = re.compile(
    r"(?<!\S)(?:"
    + "|".join(
        f"(?P<{name}>{alternatives(words)})"
        for name, words in sections("pages/mail").items()
        if name
    )
    + r")\s?:(?!\S)"
)
_RULE: Final = re.compile(r"[-_]{3,}(?:[^-_]{1,60}[-_]{3,})?\s*|[^.:]{5,40} forwarded message:\s*")
"""What mail programs write above the headers of a message that they quote."""
_QUOTED: Final = re.compile(r"\s*>")
_LED: Final = re.compile(r"^(?:on|am|le|el|il)\b.{5,200}:\s*$", re.IGNORECASE | re.DOTALL)
_MOST: Final = 40
"""Parts that the headers of a message take up at most: a file made of headers is soon read, too."""
_WROTE: Final = re.compile(r"@|\d\d?[:.]\d\d")
"""An address or a time of day: what a mail program tells of a message, and people hardly do."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A message below its headers within another one.

    Args:
        start: Number of the part that its headers begin in, or the rule above them.
        body: Number of the first part below its headers.
        headers: What they say: "from", "sent", "subject", "to".
    """

    start: int
    body: int
    headers: dict[str, str]


def quoted_message(parts: Sequence[Part]) -> Quoted | None:
    """The first message that stands in another one below headers of its own."""
    for at, part in enumerate(parts):
        text = part.text
        rule = _RULE.match(text)
        if rule and rule.end() == len(text):
            continue  # what follows is looked at with it
        ruled = rule is not None or (at > 0 and _RULE.fullmatch(parts[at - 1].text) is not None)
        headers, body = _headers(parts, at, text[rule.end() :] if rule else text)
        first = next(iter(headers), None)
        if {"from", "sent"} <= headers.keys() and (ruled or first == "from"):
            return Quoted(at - (ruled and rule is None), body, headers)
    return None


def _headers(parts: Sequence[Part], at: int, text: str) -> tuple[dict[str, str], int]:
    """The headers from a part on, and the number of the first part below them."""
    found: dict[str, str] = {}
    last = at + _MOST
    while at < last and (match := _HEADER.match(text)):
        if match.end() == len(text) and at + 1 < len(parts):
            at += 1  # a table has them and their values in cells
            text = f"{text} {parts[at].text}"
        starts = [*_HEADER.finditer(text)]
        for one, end in pairwise([*(each.start() for each in starts), len(text)]):
            named = _HEADER.match(text, one)
            assert named is not None, "one begins there"
            found.setdefault(str(named.lastgroup), text[named.end() : end].strip())
        at += 1
        text = parts[at].text if at < len(parts) else ""
    return found, at


def with_quotes(parts: Sequence[Part]) -> list[Part]:
    """The parts of a message in HTML, those from the headers of another message on as comments."""
    quoted = quoted_message(parts)
    led = (
        at for at, part in enumerate(parts) if _LED.match(part.text) and _WROTE.search(part.text)
    )
    start = min(len(parts) if quoted is None else quoted.start, next(led, len(parts)))
    return [*parts[:start], *(replace(one, kind=SegmentKind.COMMENT) for one in parts[start:])]


def parts_of_plain(text: str) -> list[Part]:
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
