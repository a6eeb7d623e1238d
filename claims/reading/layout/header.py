"""The header of a page in plain text: title, dek, byline and date lines above the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from claims.article import SegmentKind
from claims.reading.layout import block_forms as forms
from claims.reading.layout.blocks import Block
from claims.reading.layout.bylines import is_bare_name, is_byline
from claims.reading.layout.inline_datelines import DATELINE
from claims.reading.layout.titles import LONGEST_TITLE, is_outlet_name
from claims.reading.text.dates import DATE, looks_foreign, read_foreign, without_dates

HEADER_BLOCKS: Final = 12
_DEK_WORDS: Final = 60
_UNSIGNED_DEK_WORDS: Final = 40
_FEWEST_DEK_WORDS: Final = 3
_TITLE_WORDS: Final = 32
_LONGEST_SIGNATURE: Final = 300
# Every date has one; to look for it takes a fraction of the time.
_DIGIT: Final = re.compile(r"\d")

Kinds = list[SegmentKind | None]


def mark_header(blocks: Sequence[Block], kinds: Kinds) -> int:
    """Mark title, dek, byline and lines of furniture before the body; returns where that begins."""
    title = _find_title(blocks, kinds)
    if title is None:
        return next((i for i, kind in enumerate(kinds) if kind is None), len(blocks))
    for index in range(title):
        kinds[index] = kinds[index] or SegmentKind.JUNK
    kinds[title] = SegmentKind.TITLE
    after = range(title + 1, min(len(blocks), title + 1 + HEADER_BLOCKS))
    for index in after:
        if kinds[index] is None and _repeats_title(blocks[index].text, blocks[title].text):
            kinds[index] = SegmentKind.TITLE
    mark_byline_lines(blocks, kinds, after)
    return _mark_deks(blocks, kinds, title, after)


def _find_title(blocks: Sequence[Block], kinds: Kinds) -> int | None:
    """The index of the block that is the page's title."""
    candidates = [i for i, kind in enumerate(kinds) if kind is None][:3]
    if not candidates or len(blocks) < 2:
        return None
    first = candidates[0]
    if first > HEADER_BLOCKS or not _is_title_like(blocks[first].text):
        return None
    if len(candidates) > 1 and _is_label(blocks[first].text):
        second = blocks[candidates[1]].text
        few = 3 < len(second.split()) <= _TITLE_WORDS and len(second) <= LONGEST_TITLE
        if few and not forms.ends_sentence(second):
            return candidates[1]
    return first


def _is_label(text: str) -> bool:
    """Whether a line may be the site's or a section's name, as pages have above the title."""
    return len(text.split()) <= 2 or is_outlet_name(text)


def _is_title_like(text: str) -> bool:
    if len(text) > LONGEST_TITLE:
        return False
    words = text.split()
    if len(words) > _TITLE_WORDS or DATELINE.match(text) or forms.leads_list(text):
        return False
    if is_byline(text) or (text[-1] in ",;" and len(words) > 20):
        return False
    if not re.search(r"[.…。][\"'”’]*$", text):
        return True
    # Some archives put a full stop behind titles; a sentence that quotes or reports is body.
    if re.search(r"\b(?:said|says|told|added)\b[^,]*\.[\"'”’]*$", text):
        return False
    return len(words) <= 20 and not re.search(r"[.!?][\"”’]?\s+[A-Z“\"]\w+ \w+", text)


def _repeats_title(text: str, title: str) -> bool:
    if forms.same_words(text, title):
        return True
    shorter, longer = sorted((forms.folded(text), forms.folded(title)), key=len)
    # One of the two carries the site's name: "Title - Site".
    return len(shorter) >= 15 and longer.startswith(shorter) and len(longer) - len(shorter) <= 60


def mark_byline_lines(blocks: Sequence[Block], kinds: Kinds, where: range) -> None:
    """Mark lines that name authors or the outlet, and date lines in other languages."""
    for index in where:
        text = blocks[index].text
        if kinds[index] is not None or len(text) > _LONGEST_SIGNATURE:
            continue
        dated = _DIGIT.search(text) is not None and DATE.search(text) is not None
        line = without_dates(text).strip(" |•·,–—-\n") if dated else text
        if _is_signature(line, blocks, kinds, index, where):
            kinds[index] = SegmentKind.BYLINE
        elif (dated and is_outlet_name(line)) or (
            looks_foreign(text) and read_foreign(text, text).value is not None
        ):
            kinds[index] = SegmentKind.DATELINE


def _is_signature(
    line: str, blocks: Sequence[Block], kinds: Kinds, index: int, where: range
) -> bool:
    """Whether a line, its dates taken off, signs the article."""
    if not line:
        return False
    if is_byline(line):
        return True
    if index > 0 and kinds[index - 1] is SegmentKind.BYLINE and is_byline(f"By {line}"):
        alone = blocks[index - 1].text.strip(" :").lower() == "by"
        return alone or len(line.split()) <= 6
    return _beside_date(kinds, index, where) and (is_bare_name(line) or is_outlet_name(line))


def _beside_date(kinds: Kinds, index: int, where: range) -> bool:
    neighbours = [i for i in (index - 1, index + 1) if i in where]
    return any(kinds[i] is SegmentKind.DATELINE for i in neighbours)


def _mark_deks(blocks: Sequence[Block], kinds: Kinds, title: int, after: range) -> int:
    """Mark what stands between title and byline or body; returns where the body begins."""
    signed = [i for i in after if kinds[i] in (SegmentKind.BYLINE, SegmentKind.DATELINE)]
    last = _last_of_header(blocks, kinds, title, signed)
    for index in range(title + 1, last + 1):
        if kinds[index] is None:
            short = len(blocks[index].text.split()) <= 2
            kinds[index] = SegmentKind.JUNK if short else SegmentKind.DEK
    body = last + 1
    if last == title and (dek := _unsigned_dek(blocks, kinds, body)) is not None:
        kinds[dek] = SegmentKind.DEK
        body = dek + 1
    return body


def _unsigned_dek(blocks: Sequence[Block], kinds: Kinds, start: int) -> int | None:
    """A line without a full stop right below the title, paragraphs following: no paragraph."""
    for index in range(start, min(len(blocks), start + 3)):
        if kinds[index] is not None:
            continue
        text = blocks[index].text
        unended = not forms.ends_sentence(text) and not forms.leads_list(text)
        short = _FEWEST_DEK_WORDS <= len(text.split()) <= _UNSIGNED_DEK_WORDS
        return index if unended and short and is_followed_by_prose(blocks, kinds, index) else None
    return None


def _last_of_header(blocks: Sequence[Block], kinds: Kinds, title: int, signed: list[int]) -> int:
    """The last byline or date line before which at most short deks stand."""
    last, open_blocks = title, 0
    for index in signed:
        between = [i for i in range(last + 1, index) if kinds[i] is None]
        open_blocks += len(between)
        too_long = any(len(blocks[i].text.split()) > _DEK_WORDS for i in between)
        paragraphs = sum(_is_paragraph(blocks[i].text) for i in between)
        # A dek may be a sentence; above a mere date line it is rather the article's first.
        allowed = 1 if kinds[index] is SegmentKind.BYLINE else 0
        if too_long or open_blocks > 2 or paragraphs > allowed:
            break
        last = index
    return last


def is_followed_by_prose(blocks: Sequence[Block], kinds: Kinds, index: int) -> bool:
    return any(
        kinds[i] is None and forms.is_prose(blocks[i].text)
        for i in range(index + 1, min(len(blocks), index + 3))
    )


def _is_paragraph(text: str) -> bool:
    return forms.is_prose(text) and forms.ends_sentence(text)
