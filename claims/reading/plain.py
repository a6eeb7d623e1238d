"""Plain text, as saved or scraped: the text unchanged, and what its own lines say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from claims.article import Article, SegmentKind
from claims.reading.layout.blocks import split_blocks
from claims.reading.layout.bylines import authors
from claims.reading.layout.segments import Marked, mark_body, mark_page, to_segments
from claims.reading.layout.titles import is_outlet_name, split_site
from claims.reading.publication.datelines import dates_of_page
from claims.reading.text.dates import without_dates
from claims.reading.text.decoding import BOM, decode_text
from claims.reading.text.errors import ReadingError, printable

_URL: Final = re.compile(r"https?://[^\s<>\"]+$")


def read_text(
    path: Path, data: bytes, encoding: str | None = None, known_title: str | None = None
) -> Article:
    """Read a text file.

    Args:
        path: The file.
        data: Its bytes.
        encoding: What it is to be read as; None to find out.
        known_title: Its title, where that is known; no other line is one then.

    Raises:
        ReadingError: If it is no text, or holds only white space.
    """
    text, name = decode_text(path, data, encoding)
    blocks = split_blocks(text)
    if not text.lstrip(BOM).strip() or not blocks:
        raise ReadingError(path, "the file holds only white space")
    if known_title is None:
        marked = mark_page(blocks)
    else:
        marked = mark_body(blocks, title=known_title, dek=None, headings=())
    titles = [one.text for one in marked if one.kind is SegmentKind.TITLE]
    title, outlet = split_site(titles, text)
    dates = dates_of_page(marked)
    return Article(
        path=printable(path),
        text=text,
        encoding=name,
        title=known_title or title,
        outlet=outlet or _outlet(marked),
        url=_url(marked),
        byline=_byline(marked),
        published=dates.published,
        stated=dates.stated,
        fetched=dates.fetched,
        segments=to_segments(marked),
    )


def _byline(marked: Sequence[Marked]) -> tuple[str, ...]:
    lines = (one.text for one in marked if one.kind is SegmentKind.BYLINE)
    return tuple(dict.fromkeys(name for line in lines for name in authors(line)))


def _outlet(marked: Sequence[Marked]) -> str | None:
    """The name of a news site that stands on a line of its own above the body."""
    for one in marked:
        if one.kind is SegmentKind.PARAGRAPH:
            return None
        line = without_dates(one.text).strip(" |•·,–—-\n")
        if one.kind is not SegmentKind.TITLE and is_outlet_name(line):
            return line
    return None


def _url(marked: Sequence[Marked]) -> str | None:
    """The address that stands on a line of its own before or after the body."""
    body = [i for i, one in enumerate(marked) if one.kind is SegmentKind.PARAGRAPH]
    first, last = (body[0], body[-1]) if body else (len(marked), -1)
    for index, one in enumerate(marked):
        outside = index < first or index > last
        if outside and one.kind in (SegmentKind.JUNK, SegmentKind.PROMO):
            match = _URL.search(one.text)
            if match and len(one.text) - len(match[0]) <= 20:
                return match[0]
    return None
