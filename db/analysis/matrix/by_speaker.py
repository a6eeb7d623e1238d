"""Counting claims by speaker and article or month."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Any, Literal

from sqlalchemy import Connection, Row, func, select

from db.analysis.matrix.links import article_column, article_labels
from db.analysis.matrix.model import UNDATED, Counted, MatrixLine
from db.connection.cancel import Cancel
from db.query.by_speaker import (
    IDENTITY,
    SHOWN_KEY,
    SHOWN_NAME,
    counted_too_often,
    linked,
    month_of,
    per_mention,
)
from db.query.compile import claim_conditions, speaker_conditions
from db.query.model import ClaimQuery
from db.query.tables import article, claim, claim_speaker, entity
from db.sql.id_list import among_given

_Found = tuple[dict[Any, MatrixLine], dict[tuple[int, Any], int], int]
"""Columns by what identifies them here, numbers by speaker and column, and how many columns
there are."""


def counted_by_speaker(
    connection: Connection,
    query: ClaimQuery,
    by: Literal["article", "month"],
    most: tuple[int, int],
    cancel: Cancel,
) -> Counted:
    """Numbers of claims of a query by speaker and article or month, at most so many of each."""
    rows, row_total = _speakers(connection, query, most[0])
    ids = [row.id for row in rows]
    count = _by_month if by == "month" else _by_article
    cancel.check()
    columns, cells, column_total = count(connection, query, ids, most[1])
    cancel.check()
    twice = _counted_twice(connection, query, by, ids)
    totals = {key: -twice.get(key, 0) for key in columns}
    for (_, key), number in cells.items():
        totals[key] += number
    return Counted(
        rows={row.id: MatrixLine(row.public_id, row.name, int(row.claims)) for row in rows},
        columns=columns,
        cells=cells,
        totals=totals,
        total=sum(int(row.claims) for row in rows) - sum(twice.values()),
        row_total=row_total,
        column_total=column_total,
    )


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
) -> _Found:
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
    shown = {key: MatrixLine(key, key or UNDATED, 0) for key in months[-most:]}
    twice = connection.execute(counted_too_often(query, connection.dialect, month))
    numbers = _summed([*rows, *twice], shown, speakers)
    return shown, numbers, len(months)


def _by_article(
    connection: Connection, query: ClaimQuery, speakers: Sequence[int], most: int
) -> _Found:
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
        article_labels()
        .add_columns(func.count().over().label("total"))
        .join(counted, article.c.id == counted.c.article_id)
        .order_by(counted.c.claims.desc(), article.c.published.desc().nulls_last(), article.c.id)
        .limit(most),
        ids,
    ).all()
    shown = {row.id: article_column(row) for row in rows}
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
    connection: Connection, query: ClaimQuery, by: str, speakers: Sequence[int]
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
