"""What speakers hold of threads: who agrees with what is said in one, and who denies it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Select, distinct, func, select, true, union_all

from claims.relation import Relation, RelationState
from claims.review import ReviewState
from db.analysis.matrix.links import OF_SEVERAL, links
from db.analysis.matrix.model import Position
from db.query.compile import claim_conditions
from db.query.model import ClaimQuery
from db.query.tables import article, claim, claim_meaning, claim_relation, thread
from db.sql.id_list import among_given

_DENYING: Final = (Relation.DENIES.value, Relation.CONTRADICTS.value)


def positions(
    connection: Connection, query: ClaimQuery, threads: Sequence[int]
) -> dict[tuple[int, int], Position]:
    """Positions by thread and speaker, of the claims of a query.

    A claim agrees with a thread that it stands in where it agrees with what another speaker says
    there; it denies one where it denies a claim of it, wherever it stands itself. What people
    dismissed counts for nothing.

    Args:
        connection: To the archive.
        query: Which claims take a position.
        threads: Numbers of those that are asked for.
    """
    taken = union_all(*_taken()).subquery()
    speaker = links("speaker", query, connection.dialect)
    rows = connection.execute(
        select(taken.c.thread_id, speaker.c.key, taken.c.relation, func.count(distinct(claim.c.id)))
        .select_from(
            taken.join(claim, claim.c.id == taken.c.claim_id)
            .join(article, article.c.id == claim.c.article_id)
            .join(speaker, speaker.c.claim_id == claim.c.id)
        )
        .where(among_given(taken.c.thread_id), *claim_conditions(query, connection.dialect))
        .group_by(taken.c.thread_id, speaker.c.key, taken.c.relation),
        {"ids": list(threads)},
    )
    found: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
    for number, key, kind, claims in rows:
        found[number, key][kind in _DENYING] += claims
    return {where: Position(*numbers) for where, numbers in found.items()}


def denying(threads: Sequence[str]) -> Select[Any]:
    """The numbers of the claims that deny one of these threads, by public id."""
    from_threads = _relations(claim_relation.c.right_id, claim_relation.c.left_id, _DENYING)
    asked = from_threads.subquery()
    numbers = select(thread.c.id).where(thread.c.public_id.in_(threads))
    return select(asked.c.claim_id).where(asked.c.thread_id.in_(numbers))


def _taken() -> list[Select[Any]]:
    ends = claim_relation.c.left_id, claim_relation.c.right_id
    agreeing = (Relation.AGREES.value,)
    return [
        _relations(ends[1], ends[0], agreeing),
        _relations(*ends, agreeing),
        _relations(ends[1], ends[0], _DENYING),
    ]


def _relations(own: Any, other: Any, kinds: Sequence[str]) -> Select[Any]:
    """Claims that take a position, with the threads of those that they take it to."""
    said = claim.alias("said")
    return (
        select(
            own.label("claim_id"),
            claim_meaning.c.thread_id.label("thread_id"),
            claim_relation.c.relation.label("relation"),
        )
        .select_from(
            claim_relation.join(claim_meaning, claim_meaning.c.claim_id == other).join(
                said, said.c.id == other
            )
        )
        .where(
            claim_relation.c.relation.in_(kinds),
            claim_relation.c.state != RelationState.DISMISSED.value,
            claim_meaning.c.thread_id.in_(OF_SEVERAL),
            said.c.current.is_(true()),
            said.c.review != ReviewState.REJECTED.value,
        )
    )
