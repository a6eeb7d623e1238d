"""Claims summed up: by speaker with affiliations over time, by article, and in number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import (
    Connection,
    Dialect,
    Engine,
    FromClause,
    Select,
    case,
    func,
    select,
)

from db.claims.affiliation_period import AffiliationPeriod
from db.claims.articles import (
    ARTICLE_COLUMNS,
    DATED,
    ArticleRow,
    article_rows,
    number_of_speakers,
    read_dated,
    with_identities,
)
from db.claims.model import SpeakerRef
from db.connection.cancel import Cancel
from db.connection.reading import reading
from db.query.by_speaker import counted_too_often
from db.query.compile import article_conditions, article_order, claim_conditions, speaker_conditions
from db.query.fields.field import Part
from db.query.model import FIELDS, ClaimQuery
from db.query.tables import (
    affiliation,
    article,
    claim,
    claim_speaker,
    entity,
    is_live,
    is_stated,
    mention_entity,
    outlet,
    shown_key,
    shown_name,
)

_CLAIMS: Final = claim.join(article, article.c.id == claim.c.article_id)
_OF_ARTICLE: Final = ("published", "outlet", "article")


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A speaker with the number of claims and articles, and affiliations by first date."""

    speaker: SpeakerRef
    kind: str
    claims: int
    articles: int
    affiliations: tuple[AffiliationPeriod, ...]


def count_claims(engine: Engine, query: ClaimQuery) -> int:
    """How many claims a query finds, its limit included.

    Raises:
        ArchiveError: The database failed, as with all functions here.
    """
    with reading(engine) as connection:
        found: FromClause = _CLAIMS
        conditions = claim_conditions(query, connection.dialect)
        if query.limit is not None:
            # Whoever asks whether there is any does not wait until all are counted.
            few = select(claim.c.id).select_from(_CLAIMS).where(*conditions).limit(query.limit)
            found, conditions = few.subquery(), []
        statement = select(func.count()).select_from(found).where(*conditions)
        return connection.scalar(statement) or 0


def list_speakers(engine: Engine, query: ClaimQuery) -> list[SpeakerRow]:
    """Speakers of the claims of a query, those with most claims first, then by name.

    What a query asks of a speaker is asked of each one listed: with ``speakers=("Gabuev",)`` the
    others of a joint statement are not. Affiliations are those that the articles of these
    claims state for them. ``limit`` is of speakers.
    """
    with reading(engine) as connection:
        counted = _by_speaker(query, connection.dialect).subquery()
        rows = connection.execute(
            select(entity.c.id, entity.c.public_id, shown_name(), entity.c.kind)
            .add_columns(counted.c.claims, counted.c.articles)
            .join(counted, counted.c.entity_id == entity.c.id)
            .order_by(counted.c.claims.desc(), shown_key(), entity.c.id)
            .limit(query.limit)
        ).all()
        stated = _affiliations(connection, query)
    return [
        SpeakerRow(
            speaker=SpeakerRef(public_id, name),
            kind=kind,
            claims=int(claims),
            articles=articles,
            affiliations=tuple(stated.get(ident, ())),
        )
        for ident, public_id, name, kind, claims, articles in rows
    ]


def list_articles(
    engine: Engine, query: ClaimQuery, cancel: Cancel | None = None
) -> list[ArticleRow]:
    """Articles that the claims of a query are in, in its order where that is one of articles,
    else by publication date.

    Where a query asks nothing of claims and speakers, articles without claims are listed too.
    ``limit`` is of articles. ``cancel`` stops it from another thread; it then raises `Cancelled`.
    """
    with reading(engine) as connection, (cancel or Cancel()).watch(connection):
        rows = connection.execute(_articles(query, connection.dialect)).all()
        return article_rows(connection, rows)


def _mentions(query: ClaimQuery, dialect: Dialect) -> Select[Any]:
    """Mentions that speak claims of a query, with the number of claims and their article.

    A mention is a speaker of one article, so all that is left to do is to add up.
    """
    return (
        select(
            claim_speaker.c.mention_id,
            func.count().label("claims"),
            func.min(claim.c.article_id).label("article_id"),
        )
        .select_from(_CLAIMS.join(claim_speaker, claim_speaker.c.claim_id == claim.c.id))
        .where(*claim_conditions(query, dialect), *speaker_conditions(query, dialect))
        .group_by(claim_speaker.c.mention_id)
    )


def _by_speaker(query: ClaimQuery, dialect: Dialect) -> Select[Any]:
    spoken = _mentions(query, dialect).subquery()
    added = (
        select(
            entity.c.canonical_id.label("entity_id"),
            func.sum(spoken.c.claims).label("claims"),
            func.count(spoken.c.article_id.distinct()).label("articles"),
        )
        .select_from(mention_entity)
        .join(spoken, spoken.c.mention_id == mention_entity.c.mention_id)
        .join(entity, entity.c.id == mention_entity.c.entity_id)
        .where(is_live())
        .group_by(entity.c.canonical_id)
        .subquery()
    )
    twice = counted_too_often(query, dialect).subquery()
    claims = added.c.claims + func.coalesce(twice.c.claims, 0)
    return select(added.c.entity_id, claims.label("claims"), added.c.articles).outerjoin_from(
        added, twice, twice.c.identity == added.c.entity_id
    )


def _articles(query: ClaimQuery, dialect: Dialect) -> Select[Any]:
    counted = (
        select(
            claim.c.article_id,
            func.count(claim.c.id.distinct()).label("claims"),
            number_of_speakers().label("speakers"),
        )
        .select_from(
            with_identities(
                _CLAIMS.outerjoin(claim_speaker, claim_speaker.c.claim_id == claim.c.id)
            )
        )
        .where(*claim_conditions(query, dialect))
        .group_by(claim.c.article_id)
        .subquery()
    )
    source = article.join(
        counted, counted.c.article_id == article.c.id, isouter=not _asks_of_claims(query)
    )
    order = query if query.sort in _OF_ARTICLE else ClaimQuery()
    return (
        select(*ARTICLE_COLUMNS)
        .add_columns(func.coalesce(counted.c.claims, 0), func.coalesce(counted.c.speakers, 0))
        .select_from(source.outerjoin(outlet, outlet.c.id == article.c.outlet_id))
        .where(*article_conditions(query, dialect))
        .order_by(*article_order(order, dialect))
        .limit(query.limit)
    )


def _asks_of_claims(query: ClaimQuery) -> bool:
    return any(field.part in (Part.CLAIM, Part.SPEAKER) and field.values(query) for field in FIELDS)


def _affiliations(connection: Connection, query: ClaimQuery) -> dict[int, list[AffiliationPeriod]]:
    """Affiliations by number of entity.

    Spellings that differ in case only are one, and so are names of one organization.
    """
    spoken = _mentions(query, connection.dialect).subquery()
    body = entity.alias("body")
    first, last = func.min(DATED), func.max(DATED)
    rows = connection.execute(
        select(
            entity.c.canonical_id,
            func.min(affiliation.c.role),
            func.min(affiliation.c.organization),
            first,
            last,
            func.count(article.c.id.distinct()),
            affiliation.c.former,
        )
        .select_from(spoken)
        .join(affiliation, affiliation.c.mention_id == spoken.c.mention_id)
        .join(article, article.c.id == spoken.c.article_id)
        .join(mention_entity, mention_entity.c.mention_id == spoken.c.mention_id)
        .join(entity, entity.c.id == mention_entity.c.entity_id)
        .outerjoin(body, is_stated(body))
        .where(is_live())
        .group_by(
            entity.c.canonical_id,
            func.lower(affiliation.c.role),
            body.c.canonical_id,
            case((body.c.id.is_(None), affiliation.c.organization_key)),
            affiliation.c.former,
        )
        .order_by(first.nulls_last(), last, func.min(affiliation.c.role))
    )
    found: dict[int, list[AffiliationPeriod]] = {}
    for ident, role, organization, begin, end, articles, former in rows.all():
        found.setdefault(ident, []).append(
            AffiliationPeriod(
                role, organization, read_dated(begin), read_dated(end), articles, former
            )
        )
    return found
