"""Speakers against articles or months: how many claims each said where or when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Dialect, Engine, Row, func, select

from claims.article import Precision
from db.cancel import Cancel
from db.compile import article, claim, claim_conditions, entity, mention_entity, outlet
from db.idlist import among_given
from db.query import ClaimQuery
from db.reading import plain_rows, reading
from db.rows import ClaimRow, fetch_rows
from db.spoken import CLAIMS, SPOKEN, month_of, spoken_by, spoken_conditions

MatrixBy = Literal["article", "month"]

MOST_SPEAKERS = 500
MOST_COLUMNS = 300

UNDATED = "undated"
"""Label of the column of claims in articles without a date."""


@dataclass(frozen=True, slots=True)
class MatrixSpeaker:
    """A row: a speaker by public id and name, with all claims of the query by it."""

    key: str
    name: str
    claims: int


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A column.

    Args:
        key: Public id of the article; ``2024-05``, ``2024`` or "" for a month.
        label: The article's title, or its path if it has none; the month.
        claims: How many the speakers that are listed have there.
        outlet: Who published the article; None for a month.
        published: When, as exactly as ``precision`` tells.
    """

    key: str
    label: str
    claims: int
    outlet: str | None = None
    published: date | None = None
    precision: str = Precision.UNKNOWN.value


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
        found = _columns(connection, query, by, ids, columns)
        column_total = found[0].total if found else 0
        found = sorted(found, key=lambda row: row.key or "~") if by == "month" else found
        places = {row.id: place for place, row in enumerate(found)}
        cells = _cells(connection, query, by, ids, places)
    return Matrix(
        by=by,
        speakers=tuple(MatrixSpeaker(row.public_id, row.name, int(row.claims)) for row in rows),
        columns=tuple(_column(row, by) for row in found),
        cells=cells,
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
            .where(*claim_conditions(query, dialect), spoken_by(speakers, query))
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
    counted = (
        select(mention_entity.c.entity_id, CLAIMS.label("claims"))
        .select_from(SPOKEN)
        .where(*spoken_conditions(query, connection.dialect))
        .group_by(mention_entity.c.entity_id)
        .subquery()
    )
    rows = connection.execute(
        select(entity.c.id, entity.c.public_id, entity.c.name, counted.c.claims)
        .add_columns(func.count().over().label("total"))
        .join(counted, counted.c.entity_id == entity.c.id)
        .order_by(counted.c.claims.desc(), entity.c.name_key, entity.c.id)
        .limit(most)
    ).all()
    return rows, rows[0].total if rows else 0


def _columns(
    connection: Connection, query: ClaimQuery, by: MatrixBy, speakers: Sequence[int], most: int
) -> Sequence[Row[Any]]:
    """Columns by their number of claims by these speakers, or months from the latest."""
    dialect = connection.dialect
    ident = _ident(by, dialect)
    counted = (
        select(ident.label("id"), CLAIMS.label("claims"))
        .select_from(SPOKEN)
        .where(*spoken_conditions(query, dialect), among_given(mention_entity.c.entity_id))
        .group_by(ident)
        .subquery()
    )
    total = func.count().over().label("total")
    if by == "month":
        key = counted.c.id
        statement = select(key, key.label("key"), counted.c.claims, total).order_by(key.desc())
    else:
        statement = (
            select(
                counted.c.id,
                article.c.public_id.label("key"),
                counted.c.claims,
                total,
                func.coalesce(article.c.title, article.c.path).label("label"),
                outlet.c.name.label("outlet"),
                article.c.published,
                article.c.published_precision,
            )
            .join(article, article.c.id == counted.c.id)
            .outerjoin(outlet, outlet.c.id == article.c.outlet_id)
            .order_by(
                counted.c.claims.desc(), article.c.published.desc().nulls_last(), article.c.id
            )
        )
    return connection.execute(statement.limit(most), {"ids": list(speakers)}).all()


def _cells(
    connection: Connection,
    query: ClaimQuery,
    by: MatrixBy,
    speakers: Sequence[int],
    columns: dict[Any, int],
) -> dict[tuple[int, int], int]:
    ident = _ident(by, connection.dialect)
    rows = plain_rows(
        connection.execute(
            select(mention_entity.c.entity_id, ident, CLAIMS)
            .select_from(SPOKEN)
            .where(
                *spoken_conditions(query, connection.dialect),
                among_given(mention_entity.c.entity_id),
                ident.in_([*columns]),
            )
            .group_by(mention_entity.c.entity_id, ident),
            {"ids": list(speakers)},
        )
    )
    places = {number: place for place, number in enumerate(speakers)}
    return {(places[row[0]], columns[row[1]]): row[2] for row in rows}


def _ident(by: MatrixBy, dialect: Dialect) -> ColumnElement[Any]:
    return month_of(dialect) if by == "month" else claim.c.article_id


def _column(row: Row[Any], by: MatrixBy) -> MatrixColumn:
    if by == "month":
        return MatrixColumn(row.key, row.key or UNDATED, row.claims)
    return MatrixColumn(
        row.key, row.label, row.claims, row.outlet, row.published, row.published_precision
    )
