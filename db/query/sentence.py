"""A ClaimQuery in words, for titles, empty results and the log of an export."""

from __future__ import annotations

from collections.abc import Iterator

from db.query.fields.wording import either, limited, ordered
from db.query.model import FIELDS, ClaimQuery


def sentence(query: ClaimQuery) -> str:
    """The query as one phrase: ``direct claims by Gabuev, since 2023-01-01, newest first``."""
    noun = f"{either(query.types)} claims".lstrip()
    which = ", ".join(_conditions(query))
    return ", ".join([f"{noun} {which}".rstrip(), *_order(query)])


def _conditions(query: ClaimQuery) -> Iterator[str]:
    for field in sorted(FIELDS, key=lambda field: field.place):
        if field.in_words is not None and field.values(query) and (words := field.in_words(query)):
            yield words


def _order(query: ClaimQuery) -> Iterator[str]:
    if order := ordered(query):
        yield order
    if query.limit is not None:
        yield limited(query)
