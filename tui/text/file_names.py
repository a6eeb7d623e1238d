"""What a file is called that holds what a filter finds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from claims.language.folding import fold
from db.query.identified import label_of
from db.query.model import ClaimQuery

_LONGEST: Final = 60


def suggested(query: ClaimQuery, ending: str = "csv") -> str:
    """``claims-gabuev-2024.csv`` of what is by Gabuev and since 2024; a long name loses words."""
    words: list[str] = []
    for word in [word for part in _parts(query) for word in fold(part).split()]:
        if len("-".join([*words, word])) > _LONGEST:
            break
        words.append(word)
    return f"{'-'.join(['claims', *words, *_time(query)])}.{ending}"


def _parts(query: ClaimQuery) -> Iterator[str]:
    """What is asked for, in words: who and where before what."""
    named = (query.speakers, query.organizations, query.outlets, query.articles)
    about = (query.topics, query.threads, query.tags, query.types)
    for values in (*named, *about):
        yield from map(label_of, values)
    yield query.text or ""


def _time(query: ClaimQuery) -> list[str]:
    """From when to when, as roughly as can be said."""
    first = None if query.since is None else _shortest(query.since, begins=True)
    last = None if query.until is None else _shortest(query.until, begins=False)
    if first == last or last is None:
        return [first] if first else []
    return [first, last] if first else ["until", last]


def _shortest(day: date, *, begins: bool) -> str:
    """A day as the year or month that it begins or ends."""
    edge = day if begins else day + timedelta(days=1)
    shown = day.isoformat()
    if edge.day != 1:
        return shown
    return shown[:4] if edge.month == 1 else shown[:7]
