"""How many claims of a query each speaker, organization, outlet, article, month, type and class
has: what panes to filter by show.

Only the most frequent values are listed, however many there are; a text finds the others. A value
is an identity, not a name: choosing it finds as many claims as it says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Connection,
    Engine,
    FromClause,
    Row,
    Select,
    Subquery,
    Text,
    and_,
    cast,
    func,
    literal,
    select,
    true,
    union,
    union_all,
)

from claims.article import Precision
from claims.claim import ClaimType, CueClass, SpeakerKind
from db.connection.cancel import Cancel
from db.connection.reading import reading
from db.query.by_speaker import counted_too_often
from db.query.compile import (
    affiliation,
    article,
    article_conditions,
    claim,
    claim_conditions,
    claim_speaker,
    entity,
    has_words,
    is_current,
    is_live,
    is_stated,
    known_post,
    mention_entity,
    organization_parent,
    organizations_named,
    outlet,
    shown_key,
    shown_name,
    shown_title,
    speaker_conditions,
)
from db.query.identified import exactly, identified, label_of, meant_by
from db.query.model import ClaimQuery

MOST: Final = 1000
"""How many values are listed."""

_DATE_LENGTH: Final = {Precision.DAY.value: 10, Precision.MONTH.value: 7, Precision.YEAR.value: 4}


class Facet(StrEnum):
    """What claims are told apart by; each by its key in the filter line."""

    SPEAKER = "speaker"
    ORGANIZATION = "org"
    OUTLET = "outlet"
    ARTICLE = "article"
    MONTH = "month"
    TYPE = "type"
    CLASS = "class"


FIELDS: Final = {
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
        key: As the filter line takes it: what has an id or a name of its own, by that.
        label: As people know it.
        claims: How many claims of the query have it.
        dated: Of an article, its date as exactly as it is known, ISO; else empty.
        found: The key of the one value that words of a filter find; empty for any other value.
    """

    key: str
    label: str
    claims: int
    dated: str = ""
    found: str = ""

    @property
    def means(self) -> str:
        """What choosing it asks for; equal for values that are one."""
        return meant_by(self.found or self.key)


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
    if facet is Facet.ORGANIZATION:
        values["ever"] = query.ever and bool(values[FIELDS[facet]])
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
    with reading(engine) as connection, (cancel or Cancel()).watch(connection):
        counting = _Counting(connection, but_for(query, facet), text, ever=query.ever)
        found = connection.execute(_most_frequent(facet, counting, most)).all()
        return FacetCounts([_value(facet, row) for row in found], found[0].total if found else 0)


def chosen_values(
    engine: Engine, facet: Facet, query: ClaimQuery, cancel: Cancel | None = None
) -> list[FacetValue]:
    """What a query asks of a facet, in its order, each with the claims that it brings by itself;
    as `facet_counts`, of which it need not list any. Words that find one value are shown as it."""
    if not chosen(query, facet):
        return []
    with reading(engine) as connection, (cancel or Cancel()).watch(connection):
        return [_chosen(connection, facet, query, key) for key in chosen(query, facet)]


@dataclass(frozen=True, slots=True)
class _Counting:
    """What is counted.

    Args:
        connection: To read with.
        over: Which claims.
        text: What the labels of values hold.
        ever: Organizations are those of any article.
        among: Ids of the organizations to be listed; None for all.
    """

    connection: Connection
    over: ClaimQuery
    text: str = ""
    ever: bool = False
    among: Select[tuple[int]] | None = None


def _most_frequent(facet: Facet, counting: _Counting, most: int) -> Select[Any]:
    # As a CTE that is asked twice it is counted once.
    counted = _COUNTERS[facet](counting).cte("counted")
    total = select(func.count()).select_from(counted).scalar_subquery()
    order: list[ColumnElement[Any]] = [counted.c.claims.desc(), counted.c.ordered, counted.c.key]
    if facet is Facet.MONTH:
        order = [counted.c.key.desc()]
    elif facet is Facet.ARTICLE:
        order[1] = counted.c.published.desc().nulls_last()
    return select(counted, total.label("total")).order_by(*order).limit(most)


def _value(facet: Facet, row: Row[Any]) -> FacetValue:
    key = row.key
    if facet in _IDENTIFIED:
        key = identified(row.label, key)
    elif facet is Facet.OUTLET:
        key = exactly(key)
    return FacetValue(key, row.label, int(row.claims), _dated(row.published, row.precision))


_IDENTIFIED: Final = frozenset((Facet.SPEAKER, Facet.ORGANIZATION, Facet.ARTICLE))
"""Facets whose values have ids."""

_NAMED: Final = _IDENTIFIED | {Facet.OUTLET}
"""Facets whose values can be searched for by words."""


def _dated(published: object, precision: str) -> str:
    return str(published or "")[: _DATE_LENGTH.get(precision, 0)]


def _chosen(connection: Connection, facet: Facet, query: ClaimQuery, key: str) -> FacetValue:
    alone = replace(choosing(query, facet, [key]), sort="published", descending=False, limit=None)
    if facet in _NAMED:
        among = organizations_named(key) if facet is Facet.ORGANIZATION else None
        counting = _Counting(connection, alone, ever=alone.ever, among=among)
        rows = connection.execute(_most_frequent(facet, counting, 2)).all()
        if len(rows) == 1:
            value = _value(facet, rows[0])
            return replace(value, key=key, found=value.key)
    claims = connection.scalar(_claims(connection, alone, func.count())) or 0
    return FacetValue(key, label_of(key), claims)


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


def _spoken(counting: _Counting) -> Select[Any]:
    """Claim and mention of each speaker of whom holds what the query asks of speakers."""
    query = counting.over
    source = claim_speaker.join(claim, claim.c.id == claim_speaker.c.claim_id)
    dialect = counting.connection.dialect
    conditions = claim_conditions(replace(query, **_NOT_OF_SPEAKERS), dialect)
    return (
        select(claim_speaker.c.claim_id, claim_speaker.c.mention_id)
        .select_from(_with_articles(source, query))
        .where(*conditions, *speaker_conditions(query))
    )


_NOT_OF_SPEAKERS: Final[dict[str, Any]] = {
    "speakers": (),
    "organizations": (),
    "ever": False,
    "kinds": (),
}


def _speakers(counting: _Counting) -> Select[Any]:
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
    both = union_all(said, counted_too_often(counting.over, counting.connection.dialect)).subquery()
    claims = cast(func.sum(both.c.claims), BigInteger).label("claims")
    return _of_entities(select(both.c.id, claims).group_by(both.c.id)).where(named)


def _of_entities(counted: Select[Any]) -> Select[Any]:
    """The row of each entity, by its public id, with its number of claims."""
    numbers = counted.subquery()
    row = _row(entity.c.public_id, shown_name(), numbers.c.claims, shown_key())
    return row.select_from(numbers).join(entity, entity.c.id == numbers.c.id)


def _organizations(counting: _Counting) -> Select[Any]:
    """Those stated for speakers, those that speak themselves, and those that any of these is a
    part of, as the filter finds them."""
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
        posts = _posts_ever()
        of_them = select(spoken.c.claim_id, posts.c.body_id).select_from(
            speaking.join(posts, posts.c.id == entity.c.canonical_id)
        )
    else:
        body = entity.alias("body")
        of_them = (
            select(spoken.c.claim_id, body.c.canonical_id)
            .join(affiliation, affiliation.c.mention_id == spoken.c.mention_id)
            .join(body, is_stated(body))
        )
    own = union(themselves, of_them).cte("own")
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
        standing = select(named.c.canonical_id).where(named.c.id.in_(counting.among))
        statement = statement.where(entity.c.id.in_(standing))
    return (
        statement.where(has_words(shown_key(), counting.text))
        if counting.text.strip()
        else statement
    )


def _posts_ever() -> CTE:
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
        .select_from(known_post)
        .join(entity, entity.c.id == known_post.c.entity_id)
        .join(body, is_stated(body, known_post.c.organization_key))
    )
    return union(stated, known).cte("posts")


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


def _per_article(counting: _Counting) -> Subquery:
    claims = _claims(
        counting.connection, counting.over, claim.c.article_id, func.count().label("claims")
    )
    return claims.group_by(claim.c.article_id).subquery()


def _outlets(counting: _Counting) -> Select[Any]:
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


def _articles(counting: _Counting) -> Select[Any]:
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
    return (
        statement.where(has_words(article.c.title_key, counting.text))
        if counting.text.strip()
        else statement
    )


def _months(counting: _Counting) -> Select[Any]:
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


def _kinds_of(column: ColumnElement[str]) -> Callable[[_Counting], Select[Any]]:
    def counted(counting: _Counting) -> Select[Any]:
        row = _row(column, column, func.count(), column)
        statement = _claims(counting.connection, counting.over, *row.selected_columns)
        return statement.where(column.is_not(None), _begins(column, counting.text)).group_by(column)

    return counted


def _begins(column: ColumnElement[str], text: str) -> ColumnElement[bool]:
    return column.startswith(text.strip().lower(), autoescape=True)


_COUNTERS: Final[dict[Facet, Callable[[_Counting], Select[Any]]]] = {
    Facet.SPEAKER: _speakers,
    Facet.ORGANIZATION: _organizations,
    Facet.OUTLET: _outlets,
    Facet.ARTICLE: _articles,
    Facet.MONTH: _months,
    Facet.TYPE: _kinds_of(claim.c.type),
    Facet.CLASS: _kinds_of(claim.c.cue_class),
}
