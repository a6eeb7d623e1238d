"""What claims belong to: speakers, topics, threads, articles and months, and their labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Dialect, Row, Select, Subquery, func, select

from claims.partial_date import partial_date
from db.analysis.matrix.model import UNDATED, MatrixLine
from db.query.by_speaker import IDENTITY, SHOWN_NAME, linked, month_of
from db.query.compile import speaker_conditions
from db.query.conditions.review import is_not_rejected
from db.query.model import ClaimQuery
from db.query.tables import (
    article,
    claim,
    claim_meaning,
    claim_phrase,
    claim_speaker,
    entity,
    is_current,
    phrase,
    shown_title,
    thread,
)
from db.query.tables import outlet as of_outlet
from db.sql.chunks import chunks
from db.sql.id_list import among_given

OF_SEVERAL: Final = (
    select(claim_meaning.c.thread_id)
    .select_from(claim_meaning.join(claim, claim.c.id == claim_meaning.c.claim_id))
    .where(is_current())
    .group_by(claim_meaning.c.thread_id)
    .having(func.count() > 1)
)
"""Threads of several claims: of one alone there is nothing to compare."""


def links(of: str, query: ClaimQuery, dialect: Dialect) -> Subquery:
    """``claim_id`` and the ``key`` of what each claim belongs to; a pair may come up twice.

    Args:
        of: What that is.
        query: What it asks of a speaker is asked of each one.
        dialect: Of the database.
    """
    return _links(of, query, dialect).subquery()


def _links(of: str, query: ClaimQuery, dialect: Dialect) -> Select[Any]:
    if of == "speaker":
        return (
            select(claim_speaker.c.claim_id, IDENTITY.label("key"))
            .select_from(linked(claim_speaker))
            .where(*speaker_conditions(query, dialect))
        )
    if of == "topic":
        return select(claim_phrase.c.claim_id, phrase.c.topic_id.label("key")).join(
            phrase, phrase.c.id == claim_phrase.c.phrase_id
        )
    if of == "thread":
        return select(claim_meaning.c.claim_id, claim_meaning.c.thread_id.label("key")).where(
            claim_meaning.c.thread_id.in_(OF_SEVERAL)
        )
    if of == "article":
        return select(claim.c.id.label("claim_id"), claim.c.article_id.label("key"))
    return select(claim.c.id.label("claim_id"), month_of(dialect).label("key")).join(
        article, article.c.id == claim.c.article_id
    )


def labelled(connection: Connection, of: str, keys: Sequence[Any]) -> dict[Any, MatrixLine]:
    """What is shown of each key, in their order, without numbers of claims."""
    if of == "month":
        return {key: MatrixLine(key, key or UNDATED, 0) for key in keys}
    found: dict[Any, MatrixLine] = {}
    for chunk in chunks(keys):
        rows = connection.execute(_LABELS[of], {"ids": chunk})
        made = article_column if of == "article" else _column
        found |= {row.id: made(row) for row in rows}
    return {key: found[key] for key in keys}


def article_column(row: Row[Any]) -> MatrixLine:
    """A column for an article, of what `article_labels` selects."""
    published = partial_date(row.published, row.published_precision)
    return MatrixLine(row.public_id, row.label, 0, row.outlet, published)


def _column(row: Row[Any]) -> MatrixLine:
    return MatrixLine(row.public_id, row.label, 0)


def article_labels() -> Select[Any]:
    """What is shown of an article."""
    return select(
        article.c.id,
        article.c.public_id,
        shown_title().label("label"),
        of_outlet.c.name.label("outlet"),
        article.c.published,
        article.c.published_precision,
    ).outerjoin(of_outlet, of_outlet.c.id == article.c.outlet_id)


_CONTENT: Final = (
    select(func.min(claim.c.content))
    .join(claim_meaning, claim_meaning.c.claim_id == claim.c.id)
    .where(claim_meaning.c.thread_id == thread.c.id, is_current(), is_not_rejected())
    .correlate(thread)
    .scalar_subquery()
)
"""What a claim of a thread says."""

_LABELS: Final[Mapping[str, Select[Any]]] = {
    "speaker": select(entity.c.id, entity.c.public_id, SHOWN_NAME.label("label")).where(
        among_given(entity.c.id)
    ),
    "topic": select(phrase.c.id, phrase.c.public_id, phrase.c.label).where(
        among_given(phrase.c.id)
    ),
    # One that had a single claim when it was called has its words.
    "thread": select(
        thread.c.id,
        thread.c.public_id,
        func.coalesce(thread.c.label, _CONTENT).label("label"),
    ).where(among_given(thread.c.id)),
    "article": article_labels().where(among_given(article.c.id)),
}
