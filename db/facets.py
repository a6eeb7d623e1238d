"""How many claims of a query each speaker, article and cue class has: what panes to filter by
show."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, Connection, Engine, Executable, Select, and_, cast, func, select

from db.cancel import Cancel
from db.compile import (
    article,
    claim,
    claim_conditions,
    claim_speaker,
    entity,
    is_live,
    mention_entity,
    shown_key,
    shown_name,
    speaker_conditions,
)
from db.query import ClaimQuery
from db.reading import reading

_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class SpeakerCounts:
    """Names and their numbers of claims, of equal length, the most frequent first."""

    names: Sequence[str]
    claims: Sequence[int]


@dataclass(frozen=True, slots=True)
class ArticleCounts:
    """Articles and their numbers of claims, of equal length, in order of date.

    Dates are ISO text, empty if unknown: a hundred thousand are listed without making objects.
    """

    ids: Sequence[str]
    titles: Sequence[str]
    published: Sequence[str]
    precisions: Sequence[str]
    claims: Sequence[int]


def speaker_counts(
    engine: Engine, query: ClaimQuery, cancel: Cancel | None = None
) -> SpeakerCounts:
    """Claims of a query by speaker.

    Args:
        engine: Of the archive.
        query: Which claims are counted; order and limit do not matter.
        cancel: Stops it from another thread.

    Raises:
        Cancelled: It was stopped.
        ArchiveError: The database cannot be read.
    """
    number = func.count()
    per_speaker = (
        select(mention_entity.c.entity_id, number.label("claims"))
        .select_from(claim_speaker)
        .join(claim, claim.c.id == claim_speaker.c.claim_id)
        .join(article, article.c.id == claim.c.article_id)
        .join(
            mention_entity,
            and_(mention_entity.c.mention_id == claim_speaker.c.mention_id, is_live()),
        )
    )
    with reading(engine) as connection:
        counted = (
            per_speaker.where(
                *claim_conditions(query, connection.dialect), *speaker_conditions(query)
            )
            .group_by(mention_entity.c.entity_id)
            .subquery()
        )
        total = func.sum(counted.c.claims, type_=BigInteger)
        statement = (
            select(func.min(shown_name()), cast(total, BigInteger))
            .join(counted, counted.c.entity_id == entity.c.id)
            .group_by(entity.c.canonical_id)
            .order_by(total.desc(), func.min(shown_key()))
        )
        names: list[str] = []
        numbers = array("q")
        for name, claims in _rows(connection, statement, cancel or Cancel()):
            names.append(name)
            numbers.append(claims)
    return SpeakerCounts(names, numbers)


def article_counts(
    engine: Engine, query: ClaimQuery, cancel: Cancel | None = None
) -> ArticleCounts:
    """Claims of a query by article; as `speaker_counts`."""
    ids: list[str] = []
    titles: list[str] = []
    published: list[str] = []
    precisions: list[str] = []
    numbers = array("q")
    with reading(engine) as connection:
        statement = _per_article().where(*claim_conditions(query, connection.dialect))
        for row in _rows(connection, statement, cancel or Cancel()):
            ident, title, day, precision, claims = row
            ids.append(ident)
            titles.append(title)
            published.append("" if day is None else str(day))
            precisions.append(precision)
            numbers.append(claims)
    return ArticleCounts(ids, titles, published, precisions, numbers)


def class_counts(engine: Engine, query: ClaimQuery, cancel: Cancel | None = None) -> dict[str, int]:
    """Claims of a query by cue class, the most frequent first; as `speaker_counts`.

    Claims without a class are not counted.
    """
    number = func.count()
    with reading(engine) as connection:
        statement = (
            select(claim.c.cue_class, number)
            .select_from(claim)
            .join(article, article.c.id == claim.c.article_id)
            .where(*claim_conditions(query, connection.dialect), claim.c.cue_class.is_not(None))
            .group_by(claim.c.cue_class)
            .order_by(number.desc(), claim.c.cue_class)
        )
        return dict(_rows(connection, statement, cancel or Cancel()))


def _rows(connection: Connection, statement: Executable, cancel: Cancel) -> Iterator[Any]:
    """Rows as the driver's plain tuples: row objects by the hundred thousand keep the garbage
    collector busy, which holds up every thread."""
    with cancel.watch(connection):
        result = connection.execute(statement)
        cursor = result.cursor
        assert cursor is not None, "a SELECT has a cursor"
        while batch := cursor.fetchmany(_BATCH):
            yield from batch
            cancel.check()
        result.close()


def _per_article() -> Select[Any]:
    return (
        select(
            article.c.public_id,
            func.coalesce(article.c.title, article.c.path),
            article.c.published,
            article.c.published_precision,
            func.count(),
        )
        .select_from(claim)
        .join(article, article.c.id == claim.c.article_id)
        .group_by(article.c.id)
        .order_by(article.c.published.asc().nulls_last(), article.c.id)
    )
