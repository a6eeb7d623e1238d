"""Claims by the identity that speaks them: what the matrix and the timeline count.

Who counts as one speaker, and under which name, is said here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Dialect,
    FromClause,
    Select,
    Subquery,
    Text,
    and_,
    case,
    cast,
    func,
    select,
)

from claims.partial_date import Precision
from db.query.compile import article_conditions, claim_conditions, speaker_conditions
from db.query.model import ClaimQuery
from db.query.tables import (
    Condition,
    article,
    claim,
    claim_speaker,
    entity,
    is_live,
    mention_entity,
    shown_key,
    shown_name,
)


def per_mention(query: ClaimQuery, dialect: Dialect) -> Subquery:
    """Number of claims of a query by mention, with the article that the mention is of.

    A mention is a speaker of one article, so all that is left to do is to add up; adding up claims
    themselves takes three times as long.
    """
    claims: FromClause = claim_speaker.join(claim, claim.c.id == claim_speaker.c.claim_id)
    if article_conditions(query, dialect):
        claims = claims.join(article, article.c.id == claim.c.article_id)
    return (
        select(
            claim_speaker.c.mention_id,
            func.min(claim.c.article_id).label("article_id"),
            func.count().label("claims"),
        )
        .select_from(claims)
        .where(*claim_conditions(query, dialect), *speaker_conditions(query, dialect))
        .group_by(claim_speaker.c.mention_id)
        .subquery()
    )


IDENTITY: Final[ColumnElement[int]] = entity.c.canonical_id
"""Number of the entity that stands for all that are one, where `linked` mentions are selected
from."""

SHOWN_NAME: Final[ColumnElement[str]] = shown_name()
"""What an entity is shown as; rows of claims name their speakers so."""

SHOWN_KEY: Final[ColumnElement[str]] = shown_key()
"""`SHOWN_NAME`, folded."""


def counted_too_often(
    query: ClaimQuery, dialect: Dialect, *columns: ColumnElement[Any]
) -> Select[Any]:
    """What adding up claims by mention counts too often, below zero, by identity and by these
    columns of claims and articles: two speakers of a joint statement can be one.

    Apart, because to count all claims by their numbers takes twice as long as to add up.
    """
    other = claim_speaker.alias("other")
    claims = linked(claim_speaker).join(claim, claim.c.id == claim_speaker.c.claim_id)
    twice = (
        select(IDENTITY.label("identity"), *columns, (1 - func.count()).label("claims"))
        .select_from(claims.join(article, article.c.id == claim.c.article_id))
        .where(
            claim.c.id.in_(select(other.c.claim_id).where(other.c.ordinal > 0)),
            *claim_conditions(query, dialect),
            *speaker_conditions(query, dialect),
        )
        .group_by(IDENTITY, claim.c.id, *columns)
        .having(func.count() > 1)
        .subquery()
    )
    *by, less = twice.c
    return select(*by, func.sum(less).label("claims")).group_by(*by)


def linked(mentions: FromClause) -> FromClause:
    """Mentions, by their ``mention_id``, joined with the entities that they are."""
    live = and_(mention_entity.c.mention_id == mentions.c.mention_id, is_live())
    return mentions.join(mention_entity, live).join(
        entity, entity.c.id == mention_entity.c.entity_id
    )


def spoken_by(public_ids: Sequence[str], query: ClaimQuery, dialect: Dialect) -> Condition:
    """``claim`` is said by one of these identities, by public id, of whom holds what a query asks
    of speakers."""
    identities = select(entity.c.id).where(entity.c.public_id.in_(public_ids))
    mentions = (
        select(mention_entity.c.mention_id)
        .join(entity, entity.c.id == mention_entity.c.entity_id)
        .where(is_live(), IDENTITY.in_(identities))
    )
    return claim.c.id.in_(
        select(claim_speaker.c.claim_id).where(
            claim_speaker.c.mention_id.in_(mentions), *speaker_conditions(query, dialect)
        )
    )


def month_of(dialect: Dialect) -> ColumnElement[str]:
    """``2024-05``; ``2024`` where no more is known; empty for an undated article."""
    published, precision = article.c.published, article.c.published_precision
    year, month = (first_of_date(published, length, dialect) for length in (4, 7))
    return case(
        (precision == Precision.YEAR.value, year),
        (precision.in_([Precision.MONTH.value, Precision.DAY.value]), month),
        else_="",
    )


def first_of_date(day: ColumnElement[Any], length: int, dialect: Dialect) -> ColumnElement[str]:
    """The first characters of a date as ISO text; NULL if there is no date."""
    if dialect.name == "postgresql":
        return func.to_char(day, "YYYY-MM"[:length], type_=Text)
    return func.substr(cast(day, Text), 1, length, type_=Text)
