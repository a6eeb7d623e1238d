"""Speakers against articles or months: how many claims each said where or when."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from sqlalchemy import Connection, Engine, Row, func, select

from claims.partial_date import UNKNOWN_DATE, PartialDate, partial_date
from db.claims.model import ClaimRow, SpeakerRef
from db.claims.rows import fetch_rows
from db.connection.cancel import Cancel
from db.connection.reading import reading
from db.query.by_speaker import (
    IDENTITY,
    SHOWN_KEY,
    SHOWN_NAME,
    counted_too_often,
    linked,
    month_of,
    per_mention,
    spoken_by,
)
from db.query.compile import claim_conditions, speaker_conditions
from db.query.model import ClaimQuery
from db.query.tables import article, claim, claim_speaker, entity, outlet, shown_title
from db.sql.idlist import among_given

MatrixBy = Literal["article", "month"]

MOST_SPEAKERS: Final = 500
MOST_COLUMNS: Final = 300

UNDATED: Final = "undated"
"""Label of the column of claims in articles without a date."""


@dataclass(frozen=True, slots=True)
class MatrixSpeaker:
    """A row: a speaker with the number of all claims of the query by it."""

    speaker: SpeakerRef
    claims: int


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A column.

    Args:
        key: Public id of the article; ``2024-05``, ``2024`` or "" for a month.
        label: The article's title, or the name of its file if it has none; the month.
        claims: How many the speakers that are listed have there.
        outlet: Who published the article; None for a month.
        published: When; unknown for a month.
    """

    key: str
    label: str
    claims: int
    outlet: str | None = None
    published: PartialDate = UNKNOWN_DATE


Counted = tuple[dict[Any, MatrixColumn], dict[tuple[int, Any], int], int]
"""Columns by what identifies them here, numbers by speaker and column, and how many columns
there are."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Numbers of claims by speaker and article or month; only cells with claims are held.

    A joint statement counts for each of its speakers. ``speaker_total`` and ``column_total`` tell
    how many speakers and columns there are, listed or not.

    Args:
        speakers: Those with most claims first.
        columns: Articles with most claims first; months in order, undated last.
        cells: By place of the speaker and of the column.
    """

    by: MatrixBy
    speakers: tuple[MatrixSpeaker, ...]
    columns: tuple[MatrixColumn, ...]
    cells: dict[tuple[int, int], int]
    speaker_total: int
    column_total: int


def count_matrix(
    engine: Engine,
    query: ClaimQuery,
    by: MatrixBy,
    *,
    speakers: int = MOST_SPEAKERS,
    columns: int = MOST_COLUMNS,
    cancel: Cancel | None = None,
) -> Matrix:
    """Count the claims of a query by speaker and by article or month.

    Args:
        engine: Of the archive.
        query: Which claims are counted; what it asks of a speaker is asked of each row. Order and
            limit do not matter.
        by: What makes a column.
        speakers: List at most so many, those with most claims.
        columns: List at most so many: articles with most claims, or the latest months.
        cancel: Stops it from another thread.

    Raises:
        Cancelled: It was stopped.
        ArchiveError: The database cannot be read.
    """
    cancel = cancel or Cancel()
    with reading(engine) as connection, cancel.watch(connection):
        rows, speaker_total = _speakers(connection, query, speakers)
        ids = [row.id for row in rows]
        count = _by_month if by == "month" else _by_article
        cancel.check()
        found, numbers, column_total = count(connection, query, ids, columns)
        cancel.check()
        twice = _counted_twice(connection, query, by, ids)
    totals = {ident: -twice.get(ident, 0) for ident in found}
    for (_, ident), number in numbers.items():
        totals[ident] += number
    if by == "article":
        found = dict(sorted(found.items(), key=lambda item: (-totals[item[0]], -_day(item[1]))))
    row_of = {ident: place for place, ident in enumerate(ids)}
    column_of = {ident: place for place, ident in enumerate(found)}
    return Matrix(
        by=by,
        speakers=tuple(
            MatrixSpeaker(SpeakerRef(row.public_id, row.name), int(row.claims)) for row in rows
        ),
        columns=tuple(replace(one, claims=totals[ident]) for ident, one in found.items()),
        cells={(row_of[one], column_of[other]): n for (one, other), n in numbers.items()},
        speaker_total=speaker_total,
        column_total=column_total,
    )


def claims_of_cell(
    engine: Engine,
    query: ClaimQuery,
    by: MatrixBy,
    speakers: Sequence[str],
    column: str | None,
    *,
    most: int,
    cancel: Cancel | None = None,
) -> list[ClaimRow]:
    """The claims that a cell counts, in reading order.

    Args:
        engine: Of the archive.
        query: That of the matrix.
        by: As for the matrix.
        speakers: Keys of the speakers; one for a cell, those that are listed for a column.
        column: Key of the column; None for the whole row.
        most: At most this many.
        cancel: Stops it from another thread.

    Raises:
        Cancelled: It was stopped.
        ArchiveError: The database cannot be read.
    """
    with reading(engine) as connection, (cancel or Cancel()).watch(connection):
        dialect = connection.dialect
        statement = (
            select(claim.c.id)
            .join(article, article.c.id == claim.c.article_id)
            .where(*claim_conditions(query, dialect), spoken_by(speakers, query, dialect))
            .order_by(article.c.published.asc().nulls_last(), article.c.id)
            .order_by(claim.c.position, claim.c.id)
        )
        if column is not None:
            key = month_of(dialect) if by == "month" else article.c.public_id
            statement = statement.where(key == column)
        ids = connection.scalars(statement.limit(most)).all()
        return fetch_rows(connection, ids)


def _speakers(
    connection: Connection, query: ClaimQuery, most: int
) -> tuple[Sequence[Row[Any]], int]:
    """Number, public id, name and claims of speakers, and how many there are in all."""
    mentions = per_mention(query, connection.dialect)
    counted = (
        select(IDENTITY.label("identity"), func.sum(mentions.c.claims).label("claims"))
        .select_from(linked(mentions))
        .group_by(IDENTITY)
        .subquery()
    )
    twice = counted_too_often(query, connection.dialect).subquery()
    claims = counted.c.claims + func.coalesce(twice.c.claims, 0)
    rows = connection.execute(
        select(entity.c.id, entity.c.public_id, SHOWN_NAME.label("name"), claims.label("claims"))
        .add_columns(func.count().over().label("total"))
        .join(counted, counted.c.identity == entity.c.id)
        .outerjoin(twice, twice.c.identity == entity.c.id)
        .order_by(claims.desc(), SHOWN_KEY, entity.c.id)
        .limit(most)
    ).all()
    return rows, rows[0].total if rows else 0


def _by_month(
    connection: Connection, query: ClaimQuery, speakers: Sequence[int], most: int
) -> Counted:
    """Months from the first on, the latest if there are too many."""
    mentions = per_mention(query, connection.dialect)
    month = month_of(connection.dialect)
    rows = connection.execute(
        select(IDENTITY, month, func.sum(mentions.c.claims))
        .select_from(linked(mentions).join(article, article.c.id == mentions.c.article_id))
        .where(among_given(IDENTITY))
        .group_by(IDENTITY, month),
        {"ids": list(speakers)},
    ).all()
    months = sorted({key for _, key, _ in rows}, key=lambda key: key or "~")
    shown = {key: MatrixColumn(key, key or UNDATED, 0) for key in months[-most:]}
    twice = connection.execute(counted_too_often(query, connection.dialect, month))
    numbers = _summed([*rows, *twice], shown, speakers)
    return shown, numbers, len(months)


def _by_article(
    connection: Connection, query: ClaimQuery, speakers: Sequence[int], most: int
) -> Counted:
    """Articles with most claims by these speakers first."""
    ids = {"ids": list(speakers)}
    mentions = per_mention(query, connection.dialect)
    among = among_given(IDENTITY)
    counted = (
        select(mentions.c.article_id, func.sum(mentions.c.claims).label("claims"))
        .select_from(linked(mentions))
        .where(among)
        .group_by(mentions.c.article_id)
        .subquery()
    )
    rows = connection.execute(
        select(
            counted.c.article_id,
            article.c.public_id,
            shown_title().label("label"),
            outlet.c.name.label("outlet"),
            article.c.published,
            article.c.published_precision,
            func.count().over().label("total"),
        )
        .join(article, article.c.id == counted.c.article_id)
        .outerjoin(outlet, outlet.c.id == article.c.outlet_id)
        .order_by(counted.c.claims.desc(), article.c.published.desc().nulls_last(), article.c.id)
        .limit(most),
        ids,
    ).all()
    shown = {row.article_id: _article_column(row) for row in rows}
    cells = connection.execute(
        select(IDENTITY, mentions.c.article_id, func.sum(mentions.c.claims))
        .select_from(linked(mentions))
        .where(among, mentions.c.article_id.in_([*shown]))
        .group_by(IDENTITY, mentions.c.article_id),
        ids,
    )
    twice = connection.execute(
        counted_too_often(query, connection.dialect, claim.c.article_id.label("article_id"))
    )
    numbers = _summed([*cells, *twice], shown, speakers)
    return shown, numbers, rows[0].total if rows else 0


def _summed(
    rows: Iterable[Sequence[Any]], columns: Container[Any], speakers: Sequence[int]
) -> dict[tuple[int, Any], int]:
    """Numbers by speaker and column, of those that are listed."""
    listed = set(speakers)
    found: dict[tuple[int, Any], int] = {}
    for speaker, key, number in rows:
        if speaker in listed and key in columns:
            found[speaker, key] = found.get((speaker, key), 0) + int(number)
    return found


def _counted_twice(
    connection: Connection, query: ClaimQuery, by: MatrixBy, speakers: Sequence[int]
) -> dict[Any, int]:
    """By column, how often joint statements of these speakers are counted beyond the first."""
    dialect = connection.dialect
    column = month_of(dialect) if by == "month" else claim.c.article_id
    other = claim_speaker.alias("other")
    joint = (
        select(column.label("column"), (func.count(IDENTITY.distinct()) - 1).label("more"))
        .select_from(
            linked(claim_speaker)
            .join(claim, claim.c.id == claim_speaker.c.claim_id)
            .join(article, article.c.id == claim.c.article_id)
        )
        .where(
            claim.c.id.in_(select(other.c.claim_id).where(other.c.ordinal > 0)),
            *claim_conditions(query, dialect),
            *speaker_conditions(query, dialect),
            among_given(IDENTITY),
        )
        .group_by(claim.c.id, column)
        .subquery()
    )
    rows = connection.execute(
        select(joint.c.column, func.sum(joint.c.more)).group_by(joint.c.column),
        {"ids": list(speakers)},
    )
    return {key: int(more) for key, more in rows}


def _article_column(row: Row[Any]) -> MatrixColumn:
    published = partial_date(row.published, row.published_precision)
    return MatrixColumn(row.public_id, row.label, 0, row.outlet, published)


def _day(column: MatrixColumn) -> int:
    """When an article was published, as a number; 0 if that is not known."""
    return column.published.value.toordinal() if column.published.value is not None else 0
