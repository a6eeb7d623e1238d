"""How many claims of a query each speaker and each article has: what panes to filter by show."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Engine, Select, and_, func, select

from db.cancel import Cancel
from db.compile import (
    article,
    claim,
    claim_conditions,
    claim_speaker,
    entity,
    is_live,
    mention_entity,
    speaker_conditions,
)
from db.errors import archive_errors
from db.query import ClaimQuery


@dataclass(frozen=True, slots=True)
class SpeakerCounts:
    """Names and their numbers of claims, of equal length, the most frequent first."""

    names: Sequence[str]
    claims: Sequence[int]


@dataclass(frozen=True, slots=True)
class ArticleCounts:
    """Articles and their numbers of claims, of equal length, in order of date."""

    ids: Sequence[str]
    titles: Sequence[str]
    published: Sequence[date | None]
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
    with archive_errors(engine), engine.connect() as connection:
        counted = (
            per_speaker.where(
                *claim_conditions(query, connection.dialect), *speaker_conditions(query)
            )
            .group_by(mention_entity.c.entity_id)
            .subquery()
        )
        statement = (
            select(entity.c.name, counted.c.claims)
            .join(counted, counted.c.entity_id == entity.c.id)
            .order_by(counted.c.claims.desc(), entity.c.name_key)
        )
        with (cancel or Cancel()).watch(connection):
            rows = connection.execute(statement).all()
    return SpeakerCounts([row[0] for row in rows], array("q", [row[1] for row in rows]))


def article_counts(
    engine: Engine, query: ClaimQuery, cancel: Cancel | None = None
) -> ArticleCounts:
    """Claims of a query by article; as `speaker_counts`."""
    with archive_errors(engine), engine.connect() as connection:
        conditions = claim_conditions(query, connection.dialect)
        statement = _per_article().where(*conditions)
        with (cancel or Cancel()).watch(connection):
            rows = connection.execute(statement).all()
    return ArticleCounts(
        [row[0] for row in rows],
        [row[1] for row in rows],
        [row[2] for row in rows],
        [row[3] for row in rows],
        array("q", [row[4] for row in rows]),
    )


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
