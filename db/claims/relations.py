"""What other claims are to one: who repeats, agrees with, denies or updates it, and whom it
does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, FromClause, case, func, select

from claims.partial_date import partial_date
from claims.relation import Relation, RelationState
from db.claims.as_named import names_as_given
from db.claims.model import RelatedClaim
from db.query.conditions.review import is_not_rejected
from db.query.tables import article, claim, claim_relation, is_current
from db.sql.id_list import among_given

MOST: Final = 12
"""Relations of a claim that are told, the surest."""

_ENDS: Final = (claim_relation.c.left_id, claim_relation.c.right_id)


_OWN: Final = claim.alias("own_claim")
_OWN_ARTICLE: Final = article.alias("own_article")


def dated(of: FromClause) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """When an article was, with how exactly that is known: by what it says of itself where its
    publication is not known, as relations are told by."""
    of_text = of.c.published.is_(None)
    return (
        func.coalesce(of.c.published, of.c.stated),
        case((of_text, of.c.stated_precision), else_=of.c.published_precision),
    )


def _of(own: Any, other: Any) -> Any:
    return (
        select(
            *(own, claim_relation.c.relation, claim_relation.c.score, claim_relation.c.state),
            *(claim.c.id, claim.c.public_id, claim.c.content, article.c.public_id),
            *(article.c.published, article.c.published_precision),
            *(*dated(article), *dated(_OWN_ARTICLE)),
        )
        .join(claim, claim.c.id == other)
        .join(article, article.c.id == claim.c.article_id)
        .join(_OWN, _OWN.c.id == own)
        .join(_OWN_ARTICLE, _OWN_ARTICLE.c.id == _OWN.c.article_id)
        .where(
            among_given(own),
            is_current(),
            is_not_rejected(),
            claim_relation.c.state != RelationState.DISMISSED.value,
        )
    )


_BY_IT: Final = _of(_ENDS[1], _ENDS[0])
_TO_IT: Final = _of(*_ENDS)


def fetch_relations(
    connection: Connection, ids: Sequence[int]
) -> dict[int, tuple[RelatedClaim, ...]]:
    """The relations of claims by their numbers, what was confirmed first, then the surest.

    Args:
        connection: To the archive.
        ids: Of at most `CHUNK` claims.
    """
    rows = [
        (does, row)
        for does, statement in ((True, _BY_IT), (False, _TO_IT))
        for row in connection.execute(statement, {"ids": list(ids)})
    ]
    names = names_as_given(connection, {row[4] for _, row in rows})
    found: dict[int, list[RelatedClaim]] = defaultdict(list)
    for does, (own, kind, score, state, other, public_id, content, article_id, *when) in rows:
        published, days = when[:2], when[2:]
        found[own].append(
            RelatedClaim(
                relation=Relation(kind),
                does=does,
                ordered=are_ordered(*days),
                score=score,
                state=RelationState(state),
                claim_id=public_id,
                article_id=article_id,
                published=partial_date(*published),
                names=tuple(names.get(other, ())),
                content=content,
            )
        )
    return {own: tuple(sorted(several, key=_order)[:MOST]) for own, several in found.items()}


def are_ordered(day: date | None, precision: str, other: date | None, other_precision: str) -> bool:
    """Whether what `dated` gives of two articles tells which was first."""
    return partial_date(day, precision).tells_order(partial_date(other, other_precision))


def _order(one: RelatedClaim) -> tuple[bool, float, str]:
    return one.state is not RelationState.CONFIRMED, -one.score, one.claim_id
