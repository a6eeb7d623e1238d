"""The shingles of an article: a number for each run of five words of its body.

An archive keeps a sample of them, one in eight, chosen by the number itself: what two samples
share therefore tells what the articles share, and a copy of a third of an article is found as
well as one of all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from claims.article import Article, SegmentKind
from claims.comparison.words import hashed, keys_of

SIZE: Final = 5
"""Words of a shingle."""

EVERY: Final = 8
"""One in so many shingles is sampled."""

_PURPOSE: Final = "shingle"
_BODY: Final = frozenset({SegmentKind.PARAGRAPH, SegmentKind.HEADING})


def body_of(article: Article) -> str:
    """The paragraphs and headings of an article; all of its text if it has no segments."""
    if not article.segments:
        return article.text
    kept = (part for part in article.segments if part.kind in _BODY)
    return "\n".join(article.text[part.start : part.end] for part in kept)


def shingles(body: str) -> frozenset[int]:
    """The shingles of a body; one of fewer than five words has none."""
    keys = keys_of(body)
    return frozenset(hashed(keys[at : at + SIZE], _PURPOSE) for at in range(len(keys) - SIZE + 1))


def sampled(found: Iterable[int]) -> frozenset[int]:
    """Those that an archive stores and looks up."""
    return frozenset(shingle for shingle in found if shingle % EVERY == 0)
