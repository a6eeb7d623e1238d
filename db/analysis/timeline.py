"""One speaker over time: affiliations as they change, claims by month, and claims by date."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Engine, func, select

from claims.partial_date import Precision
from db.analysis.summary import SpeakerRow, list_speakers
from db.claims.affiliation_period import AffiliationPeriod
from db.claims.model import ClaimRow
from db.claims.view import rows_by_id
from db.connection.cancel import Cancel
from db.connection.reading import reading
from db.query.by_speaker import first_of_date, spoken_by
from db.query.compile import claim_conditions
from db.query.model import ClaimQuery
from db.query.tables import article, claim


@dataclass(frozen=True, slots=True)
class MonthCount:
    """A month as ``2024-05``, how many claims are of it, and the place of its first in all."""

    month: str
    claims: int
    start: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """One speaker's claims over time.

    Args:
        speaker: With affiliations by the date that they are first stated.
        months: From the first to the last with a claim, those without any among them.
        of_year: Claims of articles of which only the year is known; in no month.
        undated: Claims of articles without a date; in no month.
        ids: Of all claims, in order of date; undated ones last.
    """

    speaker: SpeakerRow
    months: tuple[MonthCount, ...]
    of_year: int
    undated: int
    ids: array[int]

    @property
    def most(self) -> MonthCount | None:
        """The first of the months with most claims."""
        return max(self.months, key=lambda month: month.claims, default=None)


def speakers_named(engine: Engine, query: ClaimQuery, name: str) -> list[SpeakerRow]:
    """Speakers of the claims of a query that go by a name: so named ones first, then by claims.

    Raises:
        ArchiveError: The database failed.
    """
    named = replace(query, speakers=(name,), sort="published", descending=False, limit=None)
    found = list_speakers(engine, named)
    return sorted(found, key=lambda row: row.speaker.label.casefold() != name.casefold())


def read_timeline(
    engine: Engine, query: ClaimQuery, speaker: SpeakerRow, cancel: Cancel | None = None
) -> Timeline:
    """The claims of a query by one speaker over time.

    Args:
        engine: Of the archive.
        query: Which claims count; its own speakers, order and limit do not matter.
        speaker: As `speakers_named` gives it for the same query.
        cancel: Stops it from another thread.

    Raises:
        Cancelled: It was stopped.
        ArchiveError: The database failed.
    """
    query = replace(query, speakers=(), sort="published", descending=False, limit=None)
    with reading(engine) as connection, (cancel or Cancel()).watch(connection):
        dialect = connection.dialect
        conditions = [
            *claim_conditions(query, dialect),
            spoken_by([speaker.speaker.id], query, dialect),
        ]
        claims = claim.join(article, article.c.id == claim.c.article_id)
        ids = connection.scalars(
            select(claim.c.id)
            .select_from(claims)
            .where(*conditions)
            .order_by(article.c.published.asc().nulls_last(), article.c.id)
            .order_by(claim.c.position, claim.c.id)
        )
        month = first_of_date(article.c.published, 7, dialect)
        of_year = article.c.published_precision == Precision.YEAR.value
        counts = connection.execute(
            select(month, of_year, func.count())
            .select_from(claims)
            .where(*conditions)
            .group_by(month, of_year)
            .order_by(month.nulls_last())
        ).all()
        return Timeline(speaker, *_counted(counts), array("q", ids))


def claims_of(engine: Engine, timeline: Timeline, start: int, most: int) -> list[ClaimRow]:
    """Claims of a timeline from a place on, at most so many.

    Raises:
        ArchiveError: The database failed.
    """
    return rows_by_id(engine, timeline.ids[start : start + most])


def affiliation_changes(
    affiliations: Sequence[AffiliationPeriod],
) -> list[tuple[date, tuple[AffiliationPeriod, ...]]]:
    """Days on which articles first state an affiliation, with all of that day; undated ones are
    left out."""
    days: dict[date, list[AffiliationPeriod]] = {}
    for one in affiliations:
        if one.first.value is not None:
            days.setdefault(one.first.value, []).append(one)
    return [(day, tuple(days[day])) for day in sorted(days)]


def months_between(first: str, last: str) -> Iterator[str]:
    """``2023-11``, ``2023-12``, ``2024-01``: from the first to the last, both included."""
    year, month = map(int, first.split("-"))
    while (here := f"{year:04}-{month:02}") <= last:
        yield here
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _counted(
    counts: Sequence[tuple[str | None, bool, int]],
) -> tuple[tuple[MonthCount, ...], int, int]:
    """Months without gaps, claims known by year only, undated claims."""
    by_month: dict[str, int] = {}
    starts: dict[str, int] = {}
    of_year = undated = seen = 0
    for month, only_year, claims in counts:
        if month is None:
            undated += claims
        elif only_year:
            of_year += claims
        else:
            by_month[month] = claims
        if month is not None:
            starts.setdefault(month, seen)
        seen += claims
    if not by_month:
        return (), of_year, undated
    months, start = [], 0
    for month in months_between(min(by_month), max(by_month)):
        start = starts.get(month, start)
        months.append(MonthCount(month, by_month.get(month, 0), start))
        start += by_month.get(month, 0)
    return tuple(months), of_year, undated
