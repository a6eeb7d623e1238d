"""ClaimQuery to SQL: conditions on claims, articles and speakers, and the ordered ids.

Conditions are plain ``IN (SELECT …)`` terms over indexed columns, so that either database can
begin with the one that leaves the least. Each field of a query has its own, see
`db.query.conditions`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from types import ModuleType
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Dialect,
    FromClause,
    Select,
    and_,
    collate,
    literal_column,
    select,
)

from claims.aside import Aside
from claims.review import ReviewState
from db.query.conditions import article as of_article
from db.query.conditions import claim as of_claim
from db.query.conditions import speaker as of_speaker
from db.query.conditions.review import kept, shown
from db.query.conditions.topic import about_in_order
from db.query.fields.field import Field, Part
from db.query.identified import TOPIC, id_in
from db.query.model import FIELDS, ClaimQuery
from db.query.tables import (
    Condition,
    affiliation,
    article,
    claim,
    claim_meaning,
    claim_speaker,
    entity,
    is_current,
    is_live,
    mention_entity,
    outlet,
    shown_key,
    thread,
)

_FEW: Final = 1000
"""A limit up to which claims are looked for in order rather than sorted."""

OF_THREAD: Final = ("articles", "first_said")
"""Sorts by what a claim's thread has."""

_MODULES: Final[dict[Part, ModuleType]] = {
    Part.CLAIM: of_claim,
    Part.ARTICLE: of_article,
    Part.SPEAKER: of_speaker,
}


def select_ids(query: ClaimQuery, dialect: Dialect) -> Select[tuple[int]]:
    """Ids of the claims of a query, in its order and within its limit.

    The order is the publication date (undated articles last), the article, the position; a sort
    field goes before these, and what lacks it comes last in either direction. From the newest on,
    of articles of one day the one that was stored last goes first.
    """
    statement = _joined(query, select(claim.c.id)).where(*_conditions_in_order(query, dialect))
    *before, last = article_order(query, dialect)
    if query.sort != "published":
        # The same number; but by the article's own column SQLite would walk the articles in the
        # order of some unique key, that is at random, which takes three times as long.
        last = claim.c.article_id
    statement = statement.order_by(*before, last, claim.c.position, claim.c.id)
    if query.limit is None or query.limit > _FEW:
        return statement.limit(query.limit)
    # Written out: of a parameter a database does not know how few rows are wanted.
    return statement.limit(literal_column(str(query.limit)))


def _conditions_in_order(query: ClaimQuery, dialect: Dialect) -> list[Condition]:
    """`claim_conditions`, so that few claims in order are found without finding all."""
    few = query.limit is not None and query.limit <= _FEW and query.sort == "published"
    topic = query.topics[0] if len(query.topics) == 1 else None
    in_words = topic is not None and id_in(topic, TOPIC) is None
    if topic is None or not in_words or not few or dialect.name != "sqlite":
        return claim_conditions(query, dialect)
    rest = claim_conditions(replace(query, topics=()), dialect)
    return [*about_in_order(topic, dialect), *rest]


def claim_conditions(query: ClaimQuery, dialect: Dialect) -> list[Condition]:
    """What must hold for ``claim`` joined with its ``article``, conditions on speakers included."""
    found = [is_current(), *_conditions(Part.CLAIM, query, dialect)]
    if not query.reviews and ReviewState.REJECTED not in query.states:
        found.append(kept(dialect))
    if len(query.lets_in) < len(Aside):
        found.append(shown(query, dialect))
    found += article_conditions(query, dialect)
    if of_one := speaker_conditions(query, dialect):
        found.append(claim.c.id.in_(select(claim_speaker.c.claim_id).where(*of_one)))
    return found


def article_conditions(query: ClaimQuery, dialect: Dialect) -> list[Condition]:
    """What must hold for ``article``, whatever it claims."""
    return [*_conditions(Part.ARTICLE, query, dialect)]


def speaker_conditions(query: ClaimQuery, dialect: Dialect) -> list[Condition]:
    """What must hold for one row of ``claim_speaker``; empty if any speaker will do."""
    return [*_conditions(Part.SPEAKER, query, dialect)]


def condition_of(field: Field) -> Callable[[ClaimQuery, Dialect], Condition]:
    """What makes the condition of a filter that has one."""
    if not field.column:
        assert field.part is not None, f"{field.name} has no condition"
        made: Callable[[ClaimQuery, Dialect], Condition]
        made = getattr(_MODULES[field.part], field.name)
        return made
    column = claim.c[field.column]

    def of_column(query: ClaimQuery, _: Dialect) -> Condition:
        values = field.values(query)
        if field.several:
            return column.in_([field.write(value) for value in values])
        return column.is_(values[0]) if isinstance(values[0], bool) else column == values[0]

    return of_column


def _conditions(part: Part, query: ClaimQuery, dialect: Dialect) -> Iterator[Condition]:
    for field in FIELDS:
        if field.part is part and field.values(query):
            yield condition_of(field)(query, dialect)


def article_order(query: ClaimQuery, dialect: Dialect) -> list[ColumnElement[Any]]:
    """The order of a query down to the article; what a field lacks comes last either way."""
    key = sort_key(query.sort, dialect)
    first = (key.desc() if query.descending else key.asc()).nulls_last()
    if query.sort == "published":
        # The same way: so an index has both.
        return [first, article.c.id.desc() if query.descending else article.c.id]
    return [first, article.c.published.asc().nulls_last(), article.c.id]


def _joined(query: ClaimQuery, statement: Select[tuple[int]]) -> Select[tuple[int]]:
    """Join what the order needs."""
    source: FromClause = claim.join(article, article.c.id == claim.c.article_id)
    few = query.limit is not None and query.limit <= _FEW
    if query.sort in OF_THREAD and not few and not query.narrows:
        # The same, as only claims are current; but SQLite then goes through claims article by
        # article, as their meanings are stored, and not in the order of an index of claims.
        source = article.outerjoin(claim, claim.c.article_id == article.c.id)
    if query.sort == "outlet":
        source = source.outerjoin(outlet, outlet.c.id == article.c.outlet_id)
    if query.sort in OF_THREAD:
        source = source.outerjoin(claim_meaning, claim_meaning.c.claim_id == claim.c.id).outerjoin(
            thread, thread.c.id == claim_meaning.c.thread_id
        )
    if query.sort in ("speaker", "organization"):
        source = source.outerjoin(
            claim_speaker,
            and_(claim_speaker.c.claim_id == claim.c.id, claim_speaker.c.ordinal == 0),
        )
    if query.sort == "speaker":
        source = source.outerjoin(
            mention_entity,
            and_(mention_entity.c.mention_id == claim_speaker.c.mention_id, is_live()),
        ).outerjoin(entity, entity.c.id == mention_entity.c.entity_id)
    return statement.select_from(source)


def sort_key(field: str, dialect: Dialect) -> ColumnElement[Any]:
    """What claims are sorted by first, where what the order needs is joined."""
    if field == "published":
        return article.c.published
    if field == "confidence":
        return claim.c.confidence
    if field in OF_THREAD:
        return thread.c[field]
    if field == "organization":
        # The first that is stated, as the row shows it.
        words: ColumnElement[Any] = (
            select(affiliation.c.organization_key)
            .where(
                affiliation.c.mention_id == claim_speaker.c.mention_id,
                affiliation.c.organization_key.is_not(None),
            )
            .order_by(affiliation.c.ordinal)
            .limit(1)
            .correlate(claim_speaker)
            .scalar_subquery()
        )
    else:
        words = {
            "speaker": shown_key(),
            "outlet": outlet.c.name_key,
            "article": article.c.title_key,
            "type": claim.c.type,
            "class": claim.c.cue_class,
            "content": claim.c.content,
            "source": claim.c.source,
            "cue": claim.c.cue_lemma_key,
        }[field]
    return by_code_point(words, dialect)


def by_code_point(words: ColumnElement[Any], dialect: Dialect) -> ColumnElement[Any]:
    """Words that both databases sort alike; PostgreSQL would sort by the server's language."""
    return collate(words, "C") if dialect.name == "postgresql" else words
