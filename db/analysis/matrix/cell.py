"""The claims that a cell of a matrix counts."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Dialect, Engine, or_, select

from db.analysis.matrix.model import MatrixBy, MatrixOf
from db.analysis.matrix.positions import denying
from db.claims.model import ClaimRow
from db.claims.rows import fetch_rows
from db.connection.cancel import Cancel
from db.connection.reading import reading
from db.query.by_speaker import month_of, spoken_by
from db.query.compile import claim_conditions
from db.query.model import ClaimQuery
from db.query.tables import (
    Condition,
    article,
    claim,
    claim_meaning,
    claim_phrase,
    phrase,
    thread,
)


def claims_of_cell(
    engine: Engine,
    query: ClaimQuery,
    by: MatrixBy,
    rows: Sequence[str],
    column: str | None,
    *,
    of: MatrixOf = "speaker",
    most: int,
    cancel: Cancel | None = None,
) -> list[ClaimRow]:
    """The claims that a cell counts, in reading order.

    Args:
        engine: Of the archive.
        query: That of the matrix.
        by: As for the matrix.
        rows: Keys of the rows; one for a cell, those that are listed for a column.
        column: Key of the column; None for the whole row.
        of: As for the matrix.
        most: At most this many.
        cancel: Stops it from another thread.

    Raises:
        Cancelled: It was stopped.
        ArchiveError: The database cannot be read.
    """
    with reading(engine) as connection, (cancel or Cancel()).watch(connection):
        dialect = connection.dialect
        conditions = claim_conditions(query, dialect)
        for kind, keys in ((of, rows), (by, [] if column is None else [column])):
            if keys or kind == of:
                belongs = _belongs(kind, keys, query, dialect)
                if kind == "thread" and column is not None and "speaker" in (of, by):
                    # What denies a thread is shown beside what stands in it.
                    belongs = or_(belongs, claim.c.id.in_(denying(keys)))
                conditions.append(belongs)
        ids = connection.scalars(
            select(claim.c.id)
            .join(article, article.c.id == claim.c.article_id)
            .where(*conditions)
            .order_by(article.c.published.asc().nulls_last(), article.c.id)
            .order_by(claim.c.position, claim.c.id)
            .limit(most)
        ).all()
        return fetch_rows(connection, ids)


def _belongs(
    kind: str, public_ids: Sequence[str], query: ClaimQuery, dialect: Dialect
) -> Condition:
    """``claim`` belongs to one of these speakers, topics, threads, articles or months."""
    if kind == "speaker":
        return spoken_by(public_ids, query, dialect)
    if kind == "topic":
        topics = select(phrase.c.id).where(phrase.c.public_id.in_(public_ids))
        return claim.c.id.in_(
            select(claim_phrase.c.claim_id)
            .join(phrase, phrase.c.id == claim_phrase.c.phrase_id)
            .where(phrase.c.topic_id.in_(topics))
        )
    if kind == "thread":
        threads = select(thread.c.id).where(thread.c.public_id.in_(public_ids))
        return claim.c.id.in_(
            select(claim_meaning.c.claim_id).where(claim_meaning.c.thread_id.in_(threads))
        )
    key = month_of(dialect) if kind == "month" else article.c.public_id
    return key.in_(public_ids)
