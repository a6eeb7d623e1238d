"""An article as read: its text, never edited again, and what is known about it."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final

from claims.partial_date import PartialDate

LANGUAGE: Final = "en"
"""The language whose articles are extracted from."""
UNDETERMINED: Final = "und"
"""What ISO 639 has for a language of which no more is known than that it is not that one."""


class SegmentKind(StrEnum):
    """What a stretch of a page is. Titles, deks, headings and paragraphs can hold claims."""

    TITLE = "title"
    DEK = "dek"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CAPTION = "caption"
    CREDIT = "credit"
    COMMENT = "comment"
    PROMO = "promo"
    TAG = "tag"
    JUNK = "junk"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch ``text[start:end]`` of an article by kind; code points, end-exclusive."""

    kind: SegmentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DatedFact(PartialDate):
    """A date with its evidence: the words or the page element that state it."""

    evidence: str | None = None


@dataclass(frozen=True)
class Article:
    """One article: decoded text, unchanged, with metadata and their evidence.

    Args:
        path: Where it was read from, as given.
        text: The decoded text (for HTML the extracted body); every offset points into it.
        segments: Non-overlapping, in text order; text outside them is white space.
        published: When the outlet published it, by the page's metadata or its own dateline.
        stated: A date that the page has, but that may not be the publication date.
        fetched: When the copy was made, where the file says so.
        html: Whether ``text`` was extracted from markup, so that offsets do not fit the file.
        language: ISO 639 code of the language that most of it is in, None if that is not clear.
        format: Name of the format that it was read from.
        page_starts: Where in ``text`` each page of a printed file begins, page 1 first; a page
            without words begins where the next one does. Empty where there are no pages.
    """

    path: str
    text: str
    encoding: str = "utf-8"
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: tuple[str, ...] = ()
    published: DatedFact = DatedFact()
    stated: DatedFact = DatedFact()
    fetched: DatedFact = DatedFact()
    segments: tuple[Segment, ...] = ()
    html: bool = False
    language: str | None = None
    format: str = field(default="text", compare=False)
    page_starts: tuple[int, ...] = ()

    @property
    def supported(self) -> bool:
        """Whether claims are extracted from it: an article in another language is only stored."""
        return self.language in (None, LANGUAGE)

    @cached_property
    def sha256(self) -> str:
        """Hash of the text in UTF-8: the identity of this text version."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()


def page_of(page_starts: Sequence[int], position: int) -> int | None:
    """Number of the page, from 1, that a position of a text stands on; None without pages."""
    return bisect_right(page_starts, position) or None


def shown_title(title: str | None, path: str) -> str:
    """What an article is called: its title, or the name of its file if it has none."""
    return title or path.replace("\\", "/").rpartition("/")[2]
