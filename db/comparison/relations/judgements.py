"""What people judge of relations: confirmed, dismissed, and taken back. Nothing is rewritten."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, and_, insert, or_, select, update

from claims.relation import RelationState
from db.comparison.relations.history import judgement
from db.connection.engine import writing
from db.connection.errors import archive_errors
from db.identity.acts import Done
from db.query.grammar import QueryError
from db.schema import core as schema
from db.schema.comparison.relations import ClaimRelation, RelationJudgement


def judge_relation(
    engine: Engine, left: str, right: str, state: RelationState, author: str
) -> Done:
    """Confirm or dismiss the relation that two claims have; what was judged before is retired.

    Args:
        engine: Of the archive, open for writing.
        left: A claim's public id.
        right: The other's; which is which makes no difference.
        state: What it is judged to be.
        author: Who says so.

    Raises:
        QueryError: No relation of the two is suggested, or the author has no name.
        ArchiveError: The database failed.
    """
    if not author.strip():
        raise QueryError("the author of a judgement has no name")
    with archive_errors(engine), writing(engine) as connection:
        left, right, row = _suggested(connection, left, right)
        now = datetime.now(UTC)
        judged = RelationJudgement
        connection.execute(update(judged).where(_of_pair(left, right)).values(retired_at=now))
        number = connection.execute(
            insert(judged).returning(judged.id),
            {
                "left_claim": left,
                "right_claim": right,
                "relation": row.relation,
                "score": row.score,
                "evidence": row.evidence,
                "confirmed": state is RelationState.CONFIRMED,
                "author": author.strip(),
                "created_at": now,
            },
        ).scalar_one()
        _show(connection, left, right, state)
        return Done(number, judgement(connection, number).what)


def _suggested(
    connection: Connection, one: str, other: str
) -> tuple[str, str, Row[*tuple[Any, ...]]]:
    """The relation of two claims, with their ids in its direction.

    Raises:
        QueryError: None is suggested.
    """
    claim = schema.Claim
    numbers = {
        public_id: connection.scalar(
            select(claim.id).where(claim.public_id == public_id, claim.current)
        )
        for public_id in (one, other)
    }
    table = ClaimRelation
    ends = table.__table__.c
    row = connection.execute(
        select(table.left_id, table.relation, table.score, table.evidence).where(
            or_(
                and_(ends.left_id == numbers[one], ends.right_id == numbers[other]),
                and_(ends.left_id == numbers[other], ends.right_id == numbers[one]),
            )
        )
    ).first()
    if row is None:
        raise QueryError(f"no relation of {one} and {other} is suggested")
    return (one, other, row) if row.left_id == numbers[one] else (other, one, row)


def undo_judgement(engine: Engine, number: int | None, author: str) -> Done:
    """Take a judgement back; the relation is a suggestion again.

    Args:
        engine: Of the archive, open for writing.
        number: Of the judgement, whoever made it; None for the last of this author's that holds.
        author: Who undoes it.

    Raises:
        QueryError: There is none that holds.
        ArchiveError: The database failed.
    """
    with archive_errors(engine), writing(engine) as connection:
        table = RelationJudgement
        wanted = select(table.__table__).where(table.retired_at.is_(None))
        which = table.author == author.strip() if number is None else table.id == number
        wanted = wanted.where(which)
        row = connection.execute(wanted.order_by(table.id.desc()).limit(1)).first()
        if row is None:
            told = "no judgement of yours" if number is None else f"no judgement {number}"
            raise QueryError(f"there is {told} to undo")
        connection.execute(
            update(table).where(table.id == row.id).values(retired_at=datetime.now(UTC))
        )
        _show(connection, row.left_claim, row.right_claim, RelationState.SUGGESTED)
        return Done(row.id, judgement(connection, row.id).what)


def _of_pair(one: str, other: str) -> ColumnElement[bool]:
    """A judgement holds, and is of these two claims."""
    table = RelationJudgement
    both = (one, other)
    return and_(table.retired_at.is_(None), table.left_claim.in_(both), table.right_claim.in_(both))


def _show(connection: Connection, left: str, right: str, state: RelationState) -> None:
    claim, table = schema.Claim, ClaimRelation
    numbers = select(claim.id).where(claim.public_id.in_((left, right)), claim.current)
    connection.execute(
        update(table)
        .where(table.left_id.in_(numbers), table.right_id.in_(numbers))
        .values(state=state.value)
    )
