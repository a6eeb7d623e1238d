"""Counting rows and columns of any kind: each claim once for what it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, func, select

from db.analysis.matrix.links import labelled, links
from db.analysis.matrix.model import Counted
from db.connection.cancel import Cancel
from db.query.compile import article_conditions, claim_conditions
from db.query.model import ClaimQuery
from db.query.tables import article, claim
from db.sql.id_list import among_given


def counted_by_links(
    connection: Connection,
    query: ClaimQuery,
    of: str,
    by: str,
    most: tuple[int, int],
    cancel: Cancel,
) -> Counted:
    """Numbers of claims of a query by row and column, at most so many of each."""
    rows, row_total = _greatest(connection, query, of, most[0], ())
    ids = [key for key, _ in rows]
    cancel.check()
    among = _belongs(connection, query, of)
    totals, column_total = _greatest(connection, query, by, most[1], among, ids)
    cancel.check()
    statement = select(func.count()).select_from(_claims(connection, query))
    total = connection.scalar(
        statement.where(*claim_conditions(query, connection.dialect), *among), {"ids": ids}
    )
    cancel.check()
    row, column = (links(one, query, connection.dialect) for one in (of, by))
    cells = connection.execute(
        select(row.c.key, column.c.key, func.count(claim.c.id.distinct()))
        .select_from(
            _claims(connection, query)
            .join(row, row.c.claim_id == claim.c.id)
            .join(column, column.c.claim_id == claim.c.id)
        )
        .where(*claim_conditions(query, connection.dialect), among_given(row.c.key))
        .group_by(row.c.key, column.c.key),
        {"ids": ids},
    ).all()
    cancel.check()
    labels = labelled(connection, of, ids)
    claims = dict(totals)
    return Counted(
        rows={key: replace(labels[key], claims=n) for key, n in rows},
        columns=labelled(connection, by, [*claims]),
        cells={(one, other): n for one, other, n in cells if other in claims},
        totals=claims,
        total=total or 0,
        row_total=row_total,
        column_total=column_total,
    )


def number_without(connection: Connection, query: ClaimQuery, of: str) -> int:
    """How many claims of a query belong to nothing of this kind."""
    link = links(of, query, connection.dialect)
    has_one = select(link.c.claim_id).where(link.c.claim_id == claim.c.id).exists()
    return (
        connection.scalar(
            select(func.count())
            .select_from(_claims(connection, query))
            .where(*claim_conditions(query, connection.dialect), ~has_one)
        )
        or 0
    )


def _greatest(
    connection: Connection,
    query: ClaimQuery,
    of: str,
    most: int,
    among: Sequence[ColumnElement[bool]],
    ids: Sequence[int] = (),
) -> tuple[list[tuple[Any, int]], int]:
    """Keys with their numbers of claims, and how many there are in all: those with most claims
    first, or the latest months in order."""
    link = links(of, query, connection.dialect)
    number = func.count(claim.c.id.distinct())
    statement = (
        select(link.c.key, number, func.count().over())
        .select_from(_claims(connection, query).join(link, link.c.claim_id == claim.c.id))
        .where(*claim_conditions(query, connection.dialect), *among)
        .group_by(link.c.key)
    )
    if of == "month":
        found = connection.execute(statement, {"ids": ids}).all()
        months = sorted(found, key=lambda row: row[0] or "~")[-most:]
        return [(key, n) for key, n, _ in months], len(found)
    ordered = statement.order_by(number.desc(), link.c.key).limit(most)
    rows = connection.execute(ordered, {"ids": ids} if among else {}).all()
    return [(key, n) for key, n, _ in rows], rows[0][2] if rows else 0


def _belongs(connection: Connection, query: ClaimQuery, of: str) -> list[ColumnElement[bool]]:
    """The claim belongs to one of those whose keys are given."""
    link = links(of, query, connection.dialect)
    return [claim.c.id.in_(select(link.c.claim_id).where(among_given(link.c.key)))]


def _claims(connection: Connection, query: ClaimQuery) -> FromClause:
    if article_conditions(query, connection.dialect):
        return claim.join(article, article.c.id == claim.c.article_id)
    return claim
