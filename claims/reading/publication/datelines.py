"""Which of the dates on a page in plain text is that of publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.article import DatedFact, SegmentKind
from claims.reading.layout.segments import Marked
from claims.reading.text.dates import (
    DATE,
    UNDATED,
    DateRole,
    RoleDate,
    dates_in,
    dates_of_line,
    read_foreign,
)


@dataclass(frozen=True, slots=True)
class PageDates:
    """The dates of a page, kept apart as in ``Article``."""

    published: DatedFact = UNDATED
    stated: DatedFact = UNDATED
    fetched: DatedFact = UNDATED


def dates_of_page(marked: Sequence[Marked]) -> PageDates:
    """Sort the dates that stand on a page.

    A bare date counts as that of publication only between title and body: above the title stands
    the date of the day on which the page was looked at.
    """
    published: list[DatedFact] = []
    stated: list[DatedFact] = []
    fetched: list[DatedFact] = []
    title = _first_index(marked, SegmentKind.TITLE, len(marked))
    body = _first_index(marked, SegmentKind.PARAGRAPH, len(marked))
    signed = any(one.kind is SegmentKind.BYLINE for one in marked[:body])
    for index, one in enumerate(marked):
        for found in _dates_of(one):
            fact, words = found.fact, " ".join(one.text.split())
            if found.role is DateRole.FETCHED:
                fetched.append(_with_evidence(fact, f'"{words}"'))
            elif found.role is DateRole.MODIFIED:
                stated.append(_with_evidence(fact, f'update line "{words}"'))
            elif found.role is DateRole.PUBLISHED and fact.value:
                published.append(_with_evidence(fact, f'"{words}"'))
            elif index > body:
                stated.append(_with_evidence(fact, f'line after the body "{words}"'))
            elif one.kind is SegmentKind.DATELINE and _opens_paragraph(one):
                target = published if fact.value else stated
                target.append(_with_evidence(fact, f'dateline "{words}"'))
            elif title < index < body and fact.value:
                place = "byline" if signed else "title"
                published.append(_with_evidence(fact, f'line by the {place} "{words}"'))
            else:
                stated.append(_with_evidence(fact, f'page header "{words}"'))
    return PageDates(_best(published), _best(stated), _best(fetched))


def _dates_of(one: Marked) -> Iterator[RoleDate]:
    """The dates of a block that is a date line, a byline or a credit."""
    if one.kind is SegmentKind.DATELINE and not _opens_paragraph(one):
        dates = dates_of_line(one.text)
        if dates is not None:
            yield from dates
        elif DATE.search(one.text):
            yield from dates_in(one.text)
        else:
            yield RoleDate(DateRole.BARE, read_foreign(one.text, one.text))
    elif one.kind in (SegmentKind.DATELINE, SegmentKind.BYLINE):
        yield from dates_in(one.text)
    elif one.kind in (SegmentKind.CREDIT, SegmentKind.JUNK) and len(one.text) <= 200:
        yield from (found for found in dates_in(one.text) if found.role is not DateRole.BARE)


def _opens_paragraph(one: Marked) -> bool:
    return one.text[-1] in "—–-"


def _first_index(marked: Sequence[Marked], kind: SegmentKind, default: int) -> int:
    return next((i for i, one in enumerate(marked) if one.kind is kind), default)


def _with_evidence(fact: DatedFact, evidence: str) -> DatedFact:
    return DatedFact(fact.value, fact.precision, evidence)


def _best(facts: Iterable[DatedFact]) -> DatedFact:
    """The first fact that has a value, else the first."""
    facts = list(facts)
    return next((fact for fact in facts if fact.value), facts[0] if facts else UNDATED)
