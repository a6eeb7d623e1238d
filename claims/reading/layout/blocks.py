"""Cuts a text into blocks: one paragraph, heading or line of page furniture each.

A line is a block, unless the text is hard-wrapped or a scraper broke a paragraph at its links.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from claims.reading.text.decoding import BOM

_WIDEST_WRAP: Final = 130
_NARROWEST_WRAP: Final = 35
_WRAPPED_SHARE: Final = 0.6
_FEWEST_PAIRS: Final = 3
_ENDS_SENTENCE: Final = re.compile(r"[.!?:…。！？؟।][\"'”’»)\]]*$")
_CONTINUES: Final = re.compile(r"(?:[,;.)\]’”]|[’']s\b)")
_STARTS_ANEW: Final = re.compile(
    r"(?:by|via|source|share|tags?)\b|https?:|www\.|\S+[@/]\S+|\S+\.\w{2,}\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Block:
    """``text[start:end]``, without white space at its edges.

    ``apart`` tells that a blank line, or nothing at all, stands before it.
    """

    start: int
    end: int
    text: str
    apart: bool


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    indent: int


def split_blocks(text: str) -> list[Block]:
    """The blocks of a text in order; together they cover all but white space and a leading BOM."""
    groups = _groups(text)
    width = _wrap_width(groups)
    blocks: list[Block] = []
    for group in groups:
        first = 0
        for index in range(1, len(group) + 1):
            if index < len(group) and _joins(group[index - 1], group[index], width):
                continue
            start, end = group[first].start, group[index - 1].end
            blocks.append(Block(start, end, text[start:end], apart=first == 0))
            first = index
    return blocks


def _groups(text: str) -> list[list[_Line]]:
    """The non-blank lines of a text, cut at blank lines."""
    groups: list[list[_Line]] = [[]]
    position = 0
    for raw in text.splitlines(keepends=True):
        start, position = position, position + len(raw)
        if start == 0 and raw.startswith(BOM):
            raw, start = raw[1:], 1
        stripped = raw.strip()
        if not stripped:
            groups.append([])
            continue
        indent = len(raw) - len(raw.lstrip())
        begin = start + indent
        groups[-1].append(_Line(begin, begin + len(stripped), stripped, indent))
    return [group for group in groups if group]


def _wrap_width(groups: list[list[_Line]]) -> int | None:
    """The width a text is hard-wrapped at, or None.

    In wrapped text a line ends where the next word would not have fitted, mostly in mid-sentence.
    """
    pairs = [(a.text, b.text) for group in groups for a, b in pairwise(group)]
    if len(pairs) < _FEWEST_PAIRS:
        return None
    width = max(len(line.text) for group in groups for line in group)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    filled = sum(
        _is_filled(line, following, width) and not _ENDS_SENTENCE.search(line)
        for line, following in pairs
    )
    return width if filled >= _WRAPPED_SHARE * len(pairs) else None


def _is_filled(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def _joins(line: _Line, following: _Line, width: int | None) -> bool:
    """Whether a line goes on in the next one."""
    if width is not None and _is_filled(line.text, following.text, width):
        return following.indent <= line.indent or not _ENDS_SENTENCE.search(line.text)
    if _ENDS_SENTENCE.search(line.text) or _STARTS_ANEW.match(following.text):
        return False
    return following.text[0].islower() or _CONTINUES.match(following.text) is not None
