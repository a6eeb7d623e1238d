"""What a message quotes of others: in plain text by mail-parser-reply, in HTML by headers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from mailparser_reply import EmailReplyParser

from claims.article import SegmentKind
from claims.language.word_lists import alternatives, sections
from claims.reading.formats.documents import Part

_HEADERS: Final = sections("pages/mail")
_FROM: Final = alternatives(_HEADERS["from"])
_SENT: Final = alternatives(_HEADERS["sent"])
_OF_OTHER: Final = re.compile(rf"{_FROM}\s?:\s.{{1,300}}?\s{_SENT}\s?:\s")
"""How mail programs begin what they quote, in HTML without any other sign of it."""
_RULE: Final = re.compile(r"[-_]{3,}.{0,60}")
_QUOTED: Final = re.compile(r"\s*>")
_LED: Final = re.compile(r"^(?:on|am|le|el|il)\b.{5,200}:\s*$", re.IGNORECASE | re.DOTALL)


def with_quotes(parts: Sequence[Part]) -> list[Part]:
    """The parts of a message in HTML, those from the headers of another message on as comments."""
    found = list(parts)
    for at, part in enumerate(parts):
        following = parts[at + 1].text if at + 1 < len(parts) else ""
        if not _OF_OTHER.match(f"{part.text} {following} "):
            continue
        start = at - 1 if at and _RULE.fullmatch(parts[at - 1].text) else at
        found[start:] = [replace(one, kind=SegmentKind.COMMENT) for one in parts[start:]]
        break
    return found


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
