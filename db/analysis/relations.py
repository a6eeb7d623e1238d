"""How claims relate: what is suggested, and what people judged of it."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Engine, Select, case, or_, select

from claims.relation import Relation, RelationState
from claims.review import ReviewState
from db.claims.model import ClaimRow
from db.claims.relations import are_ordered, dated
from db.claims.rows import fetch_page
from db.connection.reading import reading
from db.query.compile import claim_conditions
from db.query.model import ClaimQuery
from db.query.tables import article, claim
from db.schema.comparison.relations import ClaimRelation
from db.sql.chunks import chunks


@dataclass(frozen=True, slots=True)
class RelationRow:
    """Two claims and what the right one is to the left.

    Args:
        left: The claim that the other one repeats, agrees with, denies or updates.
        right: That other one.
        relation: What it is.
        score: How sure the program is, from 0 to 1.
        state: What people judged of it.
        evidence: The words that led to it.
        ordered: Whether the dates of their articles tell which was first; else either may be the
            left one that another repeats or updates.
    """

    left: ClaimRow
    right: ClaimRow
    relation: Relation
    score: float
    state: RelationState
    evidence: tuple[str, ...]
    ordered: bool


_CLAIMS: Final = claim.alias("left_claim"), claim.alias("right_claim")
_ARTICLES: Final = article.alias("left_article"), article.alias("right_article")
_RELATIONS: Final = (
    select(ClaimRelation.__table__, *dated(_ARTICLES[0]), *dated(_ARTICLES[1]))
    .join(_CLAIMS[0], _CLAIMS[0].c.id == ClaimRelation.left_id)
    .join(_CLAIMS[1], _CLAIMS[1].c.id == ClaimRelation.right_id)
    .join(_ARTICLES[0], _ARTICLES[0].c.id == _CLAIMS[0].c.article_id)
    .join(_ARTICLES[1], _ARTICLES[1].c.id == _CLAIMS[1].c.article_id)
)


def list_relations(
    engine: Engine,
    query: ClaimQuery,
    relations: Collection[Relation] = (),
    states: Collection[RelationState] = (RelationState.SUGGESTED, RelationState.CONFIRMED),
    *,
    of: int | None = None,
) -> list[RelationRow]:
    """The relations of claims, what was confirmed before what is suggested, the surest first.

    Args:
        engine: Of the archive.
        query: Which claims one of the two must be among; its limit is of relations.
        relations: Only these; none for all.
        states: Only these.
        of: The number of the claim that one of the two must be, in place of the query's.

    Raises:
        ArchiveError: The database failed.
    """
    asked = claim_conditions(query.with_aside(), engine.dialect)
    wanted = (
        select(claim.c.id)
        .join(article, article.c.id == claim.c.article_id)
        .where(*(asked if of is None else [claim.c.id == of]))
    )
    statement = _relations_of(wanted, relations, states).limit(query.limit)
    with reading(engine) as connection:
        found = connection.execute(statement).all()
        numbers = sorted({number for row in found for number in (row.left_id, row.right_id)})
        rows = {row.id: row for chunk in chunks(numbers) for row in fetch_page(connection, chunk)}
    return [
        RelationRow(
            rows[row.left_id],
            rows[row.right_id],
            Relation(row.relation),
            row.score,
            RelationState(row.state),
            tuple(json.loads(row.evidence)),
            are_ordered(*row[-4:]),
        )
        for row in found
    ]


def _relations_of(
    wanted: Select[Any], relations: Collection[Relation], states: Collection[RelationState]
) -> Select[Any]:
    """The relations of claims that show, one of the two among those wanted, in order."""
    table = ClaimRelation.__table__
    ends = [table.c.left_id, table.c.right_id]
    statement = _RELATIONS.where(
        or_(*(end.in_(wanted) for end in ends)),
        *(one.c.current for one in _CLAIMS),
        *(one.c.review != ReviewState.REJECTED.value for one in _CLAIMS),
        table.c.state.in_([state.value for state in states]),
    )
    if relations:
        statement = statement.where(table.c.relation.in_([one.value for one in relations]))
    confirmed_first = case((table.c.state == RelationState.CONFIRMED.value, 0), else_=1)
    return statement.order_by(confirmed_first, table.c.score.desc(), *ends)
