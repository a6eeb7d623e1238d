"""How many claims of a query each speaker, organization, outlet, article, month, type and class
has: what panes to filter by show.

Only the most frequent values are listed, however many there are; a text finds the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Engine,
    FromClause,
    Select,
    Subquery,
    Text,
    and_,
    cast,
    func,
    literal,
    select,
    union_all,
)

from claims.article import Precision
from claims.claim import ClaimType, CueClass, SpeakerKind
from db.cancel import Cancel
from db.compile import (
    affiliation,
    article,
    article_conditions,
    claim,
    claim_conditions,
    claim_speaker,
    entity,
    has_words,
    is_live,
    mention_entity,
    outlet,
    shown_key,
    shown_name,
    speaker_conditions,
)
from db.query import ClaimQuery
from db.reading import reading

MOST = 1000
"""How many values are listed."""

_DATE_LENGTH = {Precision.DAY.value: 10, Precision.MONTH.value: 7, Precision.YEAR.value: 4}


class Facet(StrEnum):
    """What claims are told apart by; each by its key in the filter line."""

    SPEAKER = "speaker"
    ORGANIZATION = "org"
    OUTLET = "outlet"
    ARTICLE = "article"
    MONTH = "month"
    TYPE = "type"
    CLASS = "class"


FIELDS = {
    Facet.SPEAKER: "speakers",
    Facet.ORGANIZATION: "organizations",
    Facet.OUTLET: "outlets",
    Facet.ARTICLE: "articles",
    Facet.MONTH: "months",
    Facet.TYPE: "types",
    Facet.CLASS: "cue_classes",
}
"""Which field of a query holds the values chosen of a facet."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value with its number of claims.

    Args:
        key: As the filter line takes it.
        label: As people know it.
        claims: How many claims of the query have it.
        dated: Of an article, its date as exactly as it is known, ISO; else empty.
    """

    key: str
    label: str
    claims: int
    dated: str = ""


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """The most frequent values of a facet.

    Args:
        values: In the order to list them: months from the newest, others from the most frequent.
        total: How many values there are; more than are listed, if they are many.
    """

    values: Sequence[FacetValue] = ()
    total: int = 0


def chosen(query: ClaimQuery, facet: Facet) -> tuple[str, ...]:
    """The values of a facet that a query asks for."""
    found: tuple[str, ...] = getattr(query, FIELDS[facet])
    return found


def choosing(query: ClaimQuery, facet: Facet, keys: Iterable[str]) -> ClaimQuery:
    """A query that asks for these values of a facet, and for no others."""
    kind = {Facet.TYPE: ClaimType, Facet.CLASS: CueClass}.get(facet, str)
    values: dict[str, Any] = {FIELDS[facet]: tuple(map(kind, keys))}
    return replace(query, **values)


def but_for(query: ClaimQuery, facet: Facet) -> ClaimQuery:
    """What a facet is counted over: a query without what it asks of the facet, in any order."""
    rest = choosing(query, facet, ())
    return replace(rest, sort="published", descending=False, limit=None)


def facet_counts(
    engine: Engine,
    facet: Facet,
    query: ClaimQuery,
    *,
    text: str = "",
    most: int = MOST,
    cancel: Cancel | None = None,
) -> FacetCounts:
    """Claims of a query by the values of a facet, whatever the query asks of that facet.

    Claims that lack what the facet tells apart are not counted.

    Args:
        engine: Of the archive.
        facet: Which one.
        query: Which claims are counted; order and limit do not matter.
        text: Only values each of whose words begins a word of the label are listed.
        most: At most this many are listed.
        cancel: Stops it from another thread.

    Raises:
        Cancelled: It was stopped.
        ArchiveError: The database cannot be read.
    """
    over = but_for(query, facet)
    with reading(engine) as connection, (cancel or Cancel()).watch(connection):
        found = connection.execute(_most_frequent(connection, facet, over, text, most)).all()
        values = [
            FacetValue(row.key, row.label, row.claims, _dated(row.published, row.precision))
            for row in found
        ]
        return FacetCounts(values, found[0].total if found else 0)


def chosen_values(
    engine: Engine, facet: Facet, query: ClaimQuery, cancel: Cancel | None = None
) -> list[FacetValue]:
    """What a query asks of a facet, in its order, each with the claims that it brings by itself;
    as `facet_counts`, of which it need not list any."""
    if not chosen(query, facet):
        return []
    with reading(engine) as connection, (cancel or Cancel()).watch(connection):
        return list(_chosen(connection, facet, query))


def _most_frequent(
    connection: Connection, facet: Facet, over: ClaimQuery, text: str, most: int
) -> Select[Any]:
    # As a CTE that is asked twice it is counted once.
    counted = _COUNTERS[facet](connection, over, text).cte("counted")
    total = select(func.count()).select_from(counted).scalar_subquery()
    order: list[ColumnElement[Any]] = [counted.c.claims.desc(), counted.c.ordered, counted.c.key]
    if facet is Facet.MONTH:
        order = [counted.c.key.desc()]
    elif facet is Facet.ARTICLE:
        order[1] = counted.c.published.desc().nulls_last()
    return select(counted, total.label("total")).order_by(*order).limit(most)


def _dated(published: object, precision: str) -> str:
    return str(published or "")[: _DATE_LENGTH.get(precision, 0)]


def _chosen(connection: Connection, facet: Facet, query: ClaimQuery) -> Iterator[FacetValue]:
    over = but_for(query, facet)
    for key in chosen(query, facet):
        alone = choosing(over, facet, [key])
        claims = connection.scalar(_claims(connection, alone, func.count())) or 0
        label, dated = key, ""
        if facet is Facet.ARTICLE:
            label, dated = _article(connection, key)
        yield FacetValue(key, label, claims, dated)


def _article(connection: Connection, key: str) -> tuple[str, str]:
    """Title and date of the article with this id; what was given, if it is none."""
    titled = func.coalesce(article.c.title, article.c.path)
    found = connection.execute(
        select(titled, article.c.published, article.c.published_precision).where(
            article.c.public_id == key
        )
    ).first()
    if found is None:
        return key, ""
    return found[0], _dated(found[1], found[2])


# Counting: for each facet a statement of key, label, claims, ordered, published and precision.


def _claims(connection: Connection, query: ClaimQuery, *columns: Any) -> Select[Any]:
    """Columns of the claims of a query."""
    conditions = claim_conditions(query, connection.dialect)
    return select(*columns).select_from(_with_articles(claim, query)).where(*conditions)


def _with_articles(source: FromClause, query: ClaimQuery) -> FromClause:
    """Claims joined with their articles, which are read only if something is asked of them."""
    if any(True for _ in article_conditions(query)):
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


def _spoken(connection: Connection, query: ClaimQuery) -> Select[Any]:
    """Claim and mention of each speaker of whom holds what the query asks of speakers."""
    source = claim_speaker.join(claim, claim.c.id == claim_speaker.c.claim_id)
    conditions = claim_conditions(replace(query, **_NOT_OF_SPEAKERS), connection.dialect)
    return (
        select(claim_speaker.c.claim_id, claim_speaker.c.mention_id)
        .select_from(_with_articles(source, query))
        .where(*conditions, *speaker_conditions(query))
    )


_NOT_OF_SPEAKERS: dict[str, Any] = {"speakers": (), "organizations": (), "kinds": ()}


def _speakers(connection: Connection, query: ClaimQuery, text: str) -> Select[Any]:
    spoken = _spoken(connection, query).subquery()
    linked = and_(mention_entity.c.mention_id == spoken.c.mention_id, is_live())
    if text.strip():
        named = select(entity.c.id).where(has_words(shown_key(), text))
        linked = and_(linked, mention_entity.c.entity_id.in_(named))
    counted = (
        select(mention_entity.c.entity_id, func.count().label("claims"))
        .select_from(spoken)
        .join(mention_entity, linked)
        .group_by(mention_entity.c.entity_id)
        .subquery()
    )
    name, claims = func.min(shown_name()), cast(func.sum(counted.c.claims), BigInteger)
    statement = _row(name, name, claims, func.min(shown_key())).select_from(counted)
    joined = statement.join(entity, entity.c.id == counted.c.entity_id)
    return joined.group_by(entity.c.canonical_id)


def _organizations(connection: Connection, query: ClaimQuery, text: str) -> Select[Any]:
    """Those stated for speakers, and those that speak themselves, as the filter finds both."""
    spoken = _spoken(connection, query).cte("spoken")
    stated = (
        select(
            spoken.c.claim_id,
            affiliation.c.organization_key.label("key"),
            affiliation.c.organization.label("name"),
        )
        .join(affiliation, affiliation.c.mention_id == spoken.c.mention_id)
        .where(affiliation.c.organization_key.is_not(None))
    )
    themselves = (
        select(spoken.c.claim_id, shown_key(), shown_name())
        .join(mention_entity, and_(mention_entity.c.mention_id == spoken.c.mention_id, is_live()))
        .join(entity, entity.c.id == mention_entity.c.entity_id)
        .where(entity.c.kind == SpeakerKind.ORGANIZATION.value)
    )
    if text.strip():
        stated = stated.where(has_words(affiliation.c.organization_key, text))
        themselves = themselves.where(has_words(shown_key(), text))
    both = union_all(stated, themselves).subquery()
    name = func.min(both.c.name)
    claims = func.count(both.c.claim_id.distinct())
    return _row(name, name, claims, both.c.key).group_by(both.c.key)


def _per_article(connection: Connection, query: ClaimQuery) -> Subquery:
    claims = _claims(connection, query, claim.c.article_id, func.count().label("claims"))
    return claims.group_by(claim.c.article_id).subquery()


def _outlets(connection: Connection, query: ClaimQuery, text: str) -> Select[Any]:
    counted = _per_article(connection, query)
    claims = func.sum(counted.c.claims)
    statement = (
        _row(outlet.c.name, outlet.c.name, claims, outlet.c.name_key)
        .select_from(counted)
        .join(article, article.c.id == counted.c.article_id)
        .join(outlet, outlet.c.id == article.c.outlet_id)
        .group_by(outlet.c.id, outlet.c.name, outlet.c.name_key)
    )
    return statement.where(has_words(outlet.c.name_key, text)) if text.strip() else statement


def _articles(connection: Connection, query: ClaimQuery, text: str) -> Select[Any]:
    counted = _per_article(connection, query)
    statement = (
        select(
            article.c.public_id.label("key"),
            func.coalesce(article.c.title, article.c.path).label("label"),
            counted.c.claims.label("claims"),
            article.c.published.label("ordered"),
            article.c.published.label("published"),
            article.c.published_precision.label("precision"),
        )
        .select_from(counted)
        .join(article, article.c.id == counted.c.article_id)
    )
    return statement.where(has_words(article.c.title_key, text)) if text.strip() else statement


def _months(connection: Connection, query: ClaimQuery, text: str) -> Select[Any]:
    counted = _per_article(connection, query)
    month = func.substr(cast(article.c.published, Text), 1, 7)
    known = article.c.published_precision.in_([Precision.DAY.value, Precision.MONTH.value])
    statement = (
        _row(month, month, func.sum(counted.c.claims), month)
        .select_from(counted)
        .join(article, article.c.id == counted.c.article_id)
        .where(known)
        .group_by(month)
    )
    return statement.where(_begins(month, text))


def _kinds_of(column: ColumnElement[str]) -> Callable[[Connection, ClaimQuery, str], Select[Any]]:
    def counted(connection: Connection, query: ClaimQuery, text: str) -> Select[Any]:
        row = _row(column, column, func.count(), column)
        statement = _claims(connection, query, *row.selected_columns)
        return statement.where(column.is_not(None), _begins(column, text)).group_by(column)

    return counted


def _begins(column: ColumnElement[str], text: str) -> ColumnElement[bool]:
    return column.startswith(text.strip().lower(), autoescape=True)


_COUNTERS: dict[Facet, Callable[[Connection, ClaimQuery, str], Select[Any]]] = {
    Facet.SPEAKER: _speakers,
    Facet.ORGANIZATION: _organizations,
    Facet.OUTLET: _outlets,
    Facet.ARTICLE: _articles,
    Facet.MONTH: _months,
    Facet.TYPE: _kinds_of(claim.c.type),
    Facet.CLASS: _kinds_of(claim.c.cue_class),
}
