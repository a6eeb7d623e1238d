"""What others reviewed since one looked last."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Engine, func, select

from claims.review import ReviewState
from db.connection.reading import reading
from db.review.actions import Reviewed
from db.schema.choices import ReviewAction, ReviewField
from db.schema.core import Claim
from db.schema.review import ReviewEvent, ReviewStep

_OVERLAP: Final = 20
"""Steps before the newest one that are looked at again: of two who write at once, the one whose
step has the lesser number may be done later."""


@dataclass(frozen=True, slots=True)
class OthersStep:
    """A step that somebody else made.

    Args:
        number: Of the step.
        who: Made it.
        done: What it did.
        overruled: How many of the claims had been judged otherwise before.
    """

    number: int
    who: str
    done: Reviewed
    overruled: int


def newest_step(engine: Engine) -> int:
    """The number of the newest step, 0 if there is none.

    Raises:
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        return connection.scalar(select(func.max(ReviewStep.id))) or 0


def steps_since(engine: Engine, newest: int, seen: Collection[int]) -> list[OthersStep]:
    """The steps that came after one, in their order.

    Args:
        engine: Of the archive.
        newest: The number of a step, before which there may be a few that were not done yet.
        seen: Numbers of steps that are known.

    Raises:
        ArchiveError: The database failed.
    """
    step = ReviewStep
    with reading(engine) as connection:
        rows = connection.execute(
            select(step.id, step.who, step.action, step.of_id)
            .where(step.id > newest - _OVERLAP)
            .order_by(step.id)
        ).all()
        new = [row for row in rows if row.id not in seen]
        if not new:
            return []
        claims, overruled = _changed_by(connection, [row.id for row in new])
        turns = [row.of_id for row in new if row.of_id is not None]
        asked = select(step.id, step.action).where(step.id.in_(turns))
        turned = dict(connection.execute(asked).all())
    return [
        OthersStep(
            row.id,
            row.who,
            Reviewed(
                ReviewAction(turned.get(row.of_id, row.action)),
                tuple(claims[row.id]),
                undone=row.action == ReviewAction.UNDO.value,
                redone=row.action == ReviewAction.REDO.value,
                step=row.id,
            ),
            overruled[row.id] if row.of_id is None else 0,
        )
        for row in new
    ]


def _changed_by(
    connection: Connection, steps: Sequence[int]
) -> tuple[dict[int, dict[int, None]], dict[int, int]]:
    """The claims that show of each step, and how many of them somebody had reviewed before."""
    event = ReviewEvent
    claims: dict[int, dict[int, None]] = defaultdict(dict)
    overruled: dict[int, int] = defaultdict(int)
    for number, claim, field, before in connection.execute(
        select(event.step_id, Claim.id, event.field, event.before)
        .join(Claim, Claim.public_id == event.public_id)
        .where(event.step_id.in_(steps), Claim.current)
        .order_by(event.step_id, event.ordinal)
    ):
        claims[number][claim] = None
        if field == ReviewField.REVIEW.value:
            overruled[number] += json.loads(before) != ReviewState.MACHINE.value
    return claims, overruled
