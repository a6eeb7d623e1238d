"""Relations as they are stored, with what people judged of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, and_, or_, select
from sqlalchemy.orm import aliased

from claims.relation import Relation, RelationState
from db.schema import core as schema
from db.schema.comparison.relations import ClaimRelation, RelationJudgement
from db.sql.chunks import chunks_of
from db.sql.insert import add, insert_all

_ANY: Final = select(RelationJudgement.id).where(RelationJudgement.retired_at.is_(None)).limit(1)
"""Of the judgements that hold one."""

_ROWS: Final = 200
"""Relations that are stored, and claims that are asked for, at once."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A relation between two claims, by their numbers: the right one's to the left."""

    left: int
    right: int
    relation: Relation
    score: float
    evidence: tuple[str, ...]


def write_relations(
    connection: Connection, found: Iterable[Suggestion], among: Collection[str] | None = None
) -> int:
    """Store relations with what people judged of them; returns how many are not dismissed.

    Args:
        connection: In a transaction that writes; none of them is stored.
        found: What is suggested.
        among: Public ids of claims, of which one at least is in each relation that was looked for;
            None for all.
    """
    judged = _judged(connection, among)
    rows = []
    for suggestion in found:
        pair = frozenset((suggestion.left, suggestion.right))
        if pair not in judged:
            rows.append(_row(suggestion, RelationState.SUGGESTED))
            continue
        one, state = judged[pair]
        if one.relation is suggestion.relation:
            # Which is the later one may be known better by now.
            left, right, words = suggestion.left, suggestion.right, suggestion.evidence
            judged[pair] = replace(one, left=left, right=right, evidence=words), state
    rows += [_row(one, state) for one, state in judged.values()]
    for chunk in chunks_of(rows, _ROWS):
        add(connection, insert_all(ClaimRelation), chunk)
    return sum(row["state"] != RelationState.DISMISSED.value for row in rows)


def _judged(
    connection: Connection, among: Collection[str] | None
) -> dict[frozenset[int], tuple[Suggestion, RelationState]]:
    """What people judged of claims that show, by the two."""
    table = RelationJudgement
    # Most archives have none, and writing what asks for those of some claims takes longer.
    if connection.scalar(_ANY) is None:
        return {}
    left, right = aliased(schema.Claim), aliased(schema.Claim)
    statement = (
        select(left.id, right.id, table.relation, table.score, table.evidence, table.confirmed)
        .select_from(table)
        .join(left, and_(left.public_id == table.left_claim, left.current))
        .join(right, and_(right.public_id == table.right_claim, right.current))
        .where(table.retired_at.is_(None))
        .order_by(table.id)
    )
    ends = (table.left_claim, table.right_claim)
    asked = [statement]
    if among is not None:
        asked = [
            statement.where(or_(*(end.in_(some) for end in ends)))
            for some in chunks_of(sorted(among), _ROWS)
        ]
    found: dict[frozenset[int], tuple[Suggestion, RelationState]] = {}
    for wanted in asked:
        for one, other, kind, score, evidence, confirmed in connection.execute(wanted):
            suggestion = Suggestion(one, other, Relation(kind), score, tuple(json.loads(evidence)))
            state = RelationState.CONFIRMED if confirmed else RelationState.DISMISSED
            found[frozenset((one, other))] = suggestion, state
    return found


def as_stored(evidence: Sequence[str]) -> str:
    """Words that led to a relation as an archive keeps them."""
    return json.dumps(evidence, ensure_ascii=False)


def _row(one: Suggestion, state: RelationState) -> dict[str, object]:
    return {
        "left_id": one.left,
        "right_id": one.right,
        "relation": one.relation.value,
        "score": one.score,
        "evidence": as_stored(one.evidence),
        "state": state.value,
    }
