"""A ClaimQuery in words, for titles, empty results and the log of an export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from db.query.fields.wording import either
from db.query.model import FIELDS, ClaimQuery

_ASCENDING: Final = {
    "published": "oldest first",
    "confidence": "least confident first",
    "articles": "what is said in fewest articles first",
    "first_said": "what was said earliest first",
}
_DESCENDING: Final = {
    "published": "newest first",
    "confidence": "most confident first",
    "articles": "what is said in most articles first",
    "first_said": "what was first said latest first",
}


def sentence(query: ClaimQuery) -> str:
    """The query as one phrase: ``direct claims by Gabuev, since 2023-01-01, newest first``."""
    noun = f"{either(query.types)} claims".lstrip()
    which = ", ".join(_conditions(query))
    return ", ".join([f"{noun} {which}".rstrip(), *_order(query)])


def _conditions(query: ClaimQuery) -> Iterator[str]:
    for field in sorted(FIELDS, key=lambda field: field.sentence_order):
        if field.in_words is not None and field.values(query) and (words := field.in_words(query)):
            yield words


def _order(query: ClaimQuery) -> Iterator[str]:
    if query.descending or query.sort != "published":
        known = _DESCENDING if query.descending else _ASCENDING
        plain = f"sorted by {query.sort}{', descending' if query.descending else ''}"
        yield known.get(query.sort, plain)
    if query.limit is not None:
        yield "the first one only" if query.limit == 1 else f"the first {query.limit} only"
