"""Counting for facets: for each a statement of key, label, claims, ordered, published and
precision.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Dialect,
    FromClause,
    Select,
    Subquery,
    Text,
    and_,
    cast,
    func,
    literal,
    or_,
    select,
    true,
    union,
    union_all,
)

from claims.claim import SpeakerKind
from claims.partial_date import Precision
from db.query.by_speaker import counted_too_often
from db.query.compile import article_conditions, claim_conditions, speaker_conditions
from db.query.conditions.speaker import organizations_named
from db.query.fields.field import Field, Part
from db.query.line import BY_KEY
from db.query.model import FIELDS, ClaimQuery
from db.query.tables import (
    affiliation,
    article,
    claim,
    claim_phrase,
    claim_speaker,
    entity,
    has_words,
    is_current,
    is_live,
    is_stated,
    known_affiliation,
    mention_entity,
    organization_parent,
    outlet,
    phrase,
    shown_key,
    shown_name,
    shown_title,
)


class Facet(StrEnum):
    """What claims are told apart by; each by its key in the filter line."""

    SPEAKER = "speaker"
    ORGANIZATION = "org"
    TOPIC = "topic"
    OUTLET = "outlet"
    ARTICLE = "article"
    MONTH = "month"
    TYPE = "type"
    CLASS = "class"


def field_of(facet: Facet) -> Field:
    """The filter that takes the values chosen of a facet."""
    return BY_KEY[facet.value]


@dataclass(frozen=True, slots=True)
class Counting:
    """What is counted.

    Args:
        dialect: Of the database.
        over: Which claims.
        text: What the labels of values hold.
        ever: Organizations are those of any article.
        among: What names the organizations to be listed; None for all.
    """

    dialect: Dialect
    over: ClaimQuery
    text: str = ""
    ever: bool = False
    among: str | None = None


def claims_of(dialect: Dialect, query: ClaimQuery, *columns: Any) -> Select[Any]:
    """Columns of the claims of a query."""
    conditions = claim_conditions(query, dialect)
    return select(*columns).select_from(_with_articles(claim, query, dialect)).where(*conditions)


def _with_articles(source: FromClause, query: ClaimQuery, dialect: Dialect) -> FromClause:
    """Claims joined with their articles, which are read only if something is asked of them."""
    if article_conditions(query, dialect):
        return source.join(article, article.c.id == claim.c.article_id)
    return source


def _row(
    key: ColumnElement[Any],
    label: ColumnElement[Any],
    claims: ColumnElement[Any],
    ordered: ColumnElement[Any],
) -> Select[Any]:
    nothing = literal("")
    return select(
        key.label("key"),
        label.label("label"),
        claims.label("claims"),
        ordered.label("ordered"),
        nothing.label("published"),
        nothing.label("precision"),
    )


def _spoken(counting: Counting) -> Select[Any]:
    """Claim and mention of each speaker of whom holds what the query asks of speakers."""
    query = counting.over
    source = claim_speaker.join(claim, claim.c.id == claim_speaker.c.claim_id)
    dialect = counting.dialect
    conditions = claim_conditions(replace(query, **_NOT_OF_SPEAKERS), dialect)
    return (
        select(claim_speaker.c.claim_id, claim_speaker.c.mention_id)
        .select_from(_with_articles(source, query, dialect))
        .where(*conditions, *speaker_conditions(query, dialect))
    )


_NOT_OF_SPEAKERS: Final[dict[str, Any]] = {
    field.name: field.default for field in FIELDS if field.part is Part.SPEAKER
} | {"ever": False}


def _speakers(counting: Counting) -> Select[Any]:
    spoken = _spoken(counting).subquery()
    live = and_(mention_entity.c.mention_id == spoken.c.mention_id, is_live())
    named = has_words(shown_key(), counting.text) if counting.text.strip() else true()
    if counting.text.strip():
        live = and_(live, mention_entity.c.entity_id.in_(select(entity.c.id).where(named)))
    by_name = (
        select(mention_entity.c.entity_id, func.count().label("claims"))
        .select_from(spoken.join(mention_entity, live))
        .group_by(mention_entity.c.entity_id)
        .subquery()
    )
    whose = entity.c.canonical_id
    said = (
        select(whose.label("id"), func.sum(by_name.c.claims).label("claims"))
        .join(by_name, by_name.c.entity_id == entity.c.id)
        .group_by(whose)
    )
    both = union_all(said, counted_too_often(counting.over, counting.dialect)).subquery()
    claims = cast(func.sum(both.c.claims), BigInteger).label("claims")
    return _of_entities(select(both.c.id, claims).group_by(both.c.id)).where(named)


def _of_entities(counted: Select[Any]) -> Select[Any]:
    """The row of each entity, by its public id, with its number of claims."""
    numbers = counted.subquery()
    row = _row(entity.c.public_id, shown_name(), numbers.c.claims, shown_key())
    return row.select_from(numbers).join(entity, entity.c.id == numbers.c.id)


def _organizations(counting: Counting) -> Select[Any]:
    """Those stated for speakers, those that speak themselves, and those that any of these is a
    part of, as the filter finds them."""
    own = _own_organizations(counting)
    whole = _wholes(select(own.c.body_id).distinct())
    both = union_all(
        select(own.c.claim_id, own.c.body_id),
        select(own.c.claim_id, whole.c.whole_id).join(own, own.c.body_id == whole.c.part_id),
    ).subquery()
    counted = select(
        both.c.body_id.label("id"), func.count(both.c.claim_id.distinct()).label("claims")
    )
    statement = _of_entities(counted.group_by(both.c.body_id))
    if counting.among is not None:
        named = entity.alias("named")
        standing = select(named.c.canonical_id).where(
            named.c.id.in_(organizations_named(counting.among))
        )
        statement = statement.where(entity.c.id.in_(standing))
    return (
        statement.where(has_words(shown_key(), counting.text))
        if counting.text.strip()
        else statement
    )


def _own_organizations(counting: Counting) -> CTE:
    """Each claim with the organizations that speak, and those stated for its speakers."""
    spoken = _spoken(counting).cte("spoken")
    linked = and_(mention_entity.c.mention_id == spoken.c.mention_id, is_live())
    speaking = spoken.join(mention_entity, linked).join(
        entity, entity.c.id == mention_entity.c.entity_id
    )
    themselves = (
        select(spoken.c.claim_id, entity.c.canonical_id.label("body_id"))
        .select_from(speaking)
        .where(entity.c.kind == SpeakerKind.ORGANIZATION.value)
    )
    if counting.ever:
        affiliations = _affiliations_ever()
        of_them = select(spoken.c.claim_id, affiliations.c.body_id).select_from(
            speaking.join(affiliations, affiliations.c.id == entity.c.canonical_id)
        )
    else:
        body = entity.alias("body")
        of_them = (
            select(spoken.c.claim_id, body.c.canonical_id)
            .join(affiliation, affiliation.c.mention_id == spoken.c.mention_id)
            .join(body, is_stated(body))
        )
    return union(themselves, of_them).cte("own")


def _affiliations_ever() -> CTE:
    """Identities with the organizations that any article states for them, or a file knows."""
    body = entity.alias("body")
    stated = (
        select(entity.c.canonical_id.label("id"), body.c.canonical_id.label("body_id"))
        .select_from(claim)
        .join(claim_speaker, claim_speaker.c.claim_id == claim.c.id)
        .join(affiliation, affiliation.c.mention_id == claim_speaker.c.mention_id)
        .join(mention_entity, mention_entity.c.mention_id == claim_speaker.c.mention_id)
        .join(entity, entity.c.id == mention_entity.c.entity_id)
        .join(body, is_stated(body))
        .where(is_live(), is_current())
    )
    known = (
        select(entity.c.canonical_id, body.c.canonical_id)
        .select_from(known_affiliation)
        .join(entity, entity.c.id == known_affiliation.c.entity_id)
        .join(body, is_stated(body, known_affiliation.c.organization_key))
    )
    return union(stated, known).cte("affiliations")


def _wholes(bodies: Select[Any]) -> CTE:
    """Organizations with those that they are a part of, however far up; none with itself."""
    part, parent = entity.alias("part"), entity.alias("parent")
    above = (
        select(part.c.canonical_id.label("part_id"), parent.c.canonical_id.label("whole_id"))
        .select_from(organization_parent)
        .join(part, part.c.id == organization_parent.c.child_id)
        .join(parent, parent.c.id == organization_parent.c.parent_id)
        .cte("above")
    )
    whole = (
        select(above.c.part_id, above.c.whole_id)
        .where(above.c.part_id.in_(bodies))
        .cte("whole", recursive=True)
    )
    return whole.union(
        select(whole.c.part_id, above.c.whole_id).join(above, above.c.part_id == whole.c.whole_id)
    )


def _per_article(counting: Counting) -> Subquery:
    claims = claims_of(
        counting.dialect, counting.over, claim.c.article_id, func.count().label("claims")
    )
    return claims.group_by(claim.c.article_id).subquery()


def _outlets(counting: Counting) -> Select[Any]:
    counted = _per_article(counting)
    claims = func.sum(counted.c.claims)
    statement = (
        _row(outlet.c.name, outlet.c.name, claims, outlet.c.name_key)
        .select_from(counted)
        .join(article, article.c.id == counted.c.article_id)
        .join(outlet, outlet.c.id == article.c.outlet_id)
        .group_by(outlet.c.id, outlet.c.name, outlet.c.name_key)
    )
    return (
        statement.where(has_words(outlet.c.name_key, counting.text))
        if counting.text.strip()
        else statement
    )


def _articles(counting: Counting) -> Select[Any]:
    counted = _per_article(counting)
    statement = (
        select(
            article.c.public_id.label("key"),
            shown_title().label("label"),
            counted.c.claims.label("claims"),
            article.c.published.label("ordered"),
            article.c.published.label("published"),
            article.c.published_precision.label("precision"),
        )
        .select_from(counted)
        .join(article, article.c.id == counted.c.article_id)
    )
    return statement.where(_called(counting.text)) if counting.text.strip() else statement


def _called(text: str) -> ColumnElement[bool]:
    """An article's title has these words, or, if it has none, its file's name has this text."""
    name = func.lower(shown_title(), type_=Text)
    untitled = and_(article.c.title.is_(None), name.contains(text.strip().lower(), autoescape=True))
    return or_(has_words(article.c.title_key, text), untitled)


def _months(counting: Counting) -> Select[Any]:
    counted = _per_article(counting)
    month = func.substr(cast(article.c.published, Text), 1, 7)
    known = article.c.published_precision.in_([Precision.DAY.value, Precision.MONTH.value])
    statement = (
        _row(month, month, func.sum(counted.c.claims), month)
        .select_from(counted)
        .join(article, article.c.id == counted.c.article_id)
        .where(known)
        .group_by(month)
    )
    return statement.where(_begins(month, counting.text))


def _topics(counting: Counting) -> Select[Any]:
    """Claims that have any phrase of a topic; one that has two of them counts once."""
    of_claims = claims_of(counting.dialect, counting.over, claim.c.id)
    topic = phrase.alias("topic")
    statement = (
        _row(
            topic.c.public_id,
            topic.c.label,
            func.count(claim_phrase.c.claim_id.distinct()),
            topic.c.key,
        )
        .select_from(claim_phrase)
        .join(phrase, phrase.c.id == claim_phrase.c.phrase_id)
        .join(topic, topic.c.id == phrase.c.topic_id)
        .where(claim_phrase.c.claim_id.in_(of_claims))
        .group_by(topic.c.id, topic.c.public_id, topic.c.label, topic.c.key)
    )
    if not counting.text.strip():
        return statement
    return statement.where(has_words(topic.c.key, counting.text))


def _of_column(column: ColumnElement[str], counting: Counting) -> Select[Any]:
    row = _row(column, column, func.count(), column)
    statement = claims_of(counting.dialect, counting.over, *row.selected_columns)
    return statement.where(column.is_not(None), _begins(column, counting.text)).group_by(column)


def _begins(column: ColumnElement[str], text: str) -> ColumnElement[bool]:
    return column.startswith(text.strip().lower(), autoescape=True)


_COUNTERS: Final[dict[Facet, Callable[[Counting], Select[Any]]]] = {
    Facet.SPEAKER: _speakers,
    Facet.ORGANIZATION: _organizations,
    Facet.OUTLET: _outlets,
    Facet.ARTICLE: _articles,
    Facet.MONTH: _months,
    Facet.TOPIC: _topics,
}
"""Facets whose values no column of a claim holds."""


def values_with_claims(facet: Facet, counting: Counting) -> Select[Any]:
    """The values of a facet, each with its number of claims."""
    column = field_of(facet).column
    return _of_column(claim.c[column], counting) if column else _COUNTERS[facet](counting)
