"""Steps that people undo and redo, be it of reviewing claims or of setting what articles say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, func, select, update
from sqlalchemy.orm import aliased

from db.schema.articles import ArticleStep
from db.schema.choices import ReviewAction
from db.schema.review import ReviewStep

_TURNS: Final = (ReviewAction.UNDO.value, ReviewAction.REDO.value)


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """One thing that happened to a claim, or that somebody set of an article.

    Args:
        what: The action of a step, of an undo or redo also what it turned around; of a claim also
            that a run found it.
        field: What changed; None for a run.
        before: In words, as ``after``; empty if there was nothing.
        undone: Whether the step is undone now.
    """

    when: datetime
    who: str
    what: str
    field: str | None
    before: str
    after: str
    why: str | None
    undone: bool = False


def step_to_turn(
    connection: Connection,
    step: type[ReviewStep | ArticleStep],
    who: str,
    *,
    undoing: bool,
    number: int | None = None,
) -> tuple[int, str] | None:
    """Number and action of the step that a person may turn around; None if there is none.

    Args:
        connection: In a transaction that writes.
        step: The table of the steps.
        who: Only steps of this person count.
        undoing: The last step that holds is undone; else the one undone last is redone, unless
            something else was done since.
        number: The step to undo, if it still holds; None for the last.
    """
    done = (step.who == who, step.action.not_in(_TURNS), step.undone.is_(False))
    if undoing:
        asked = select(step.id, step.action).where(*done).order_by(step.id.desc())
        if number is not None:
            asked = asked.where(step.id == number)
    else:
        undone, turn = aliased(step), aliased(step)
        # A step that was done anew since has made another way out of what was undone before.
        last_done = select(func.coalesce(func.max(step.id), 0)).where(*done).scalar_subquery()
        asked = (
            select(undone.id, undone.action)
            .join(turn, turn.of_id == undone.id)
            .where(undone.who == who, undone.undone, turn.action == ReviewAction.UNDO.value)
            .where(undone.id > last_done)
            .order_by(turn.id.desc())
        )
    row = connection.execute(asked.limit(1)).first()
    return None if row is None else (row[0], row[1])


def mark_undone(
    connection: Connection, step: type[ReviewStep | ArticleStep], number: int, *, undone: bool
) -> None:
    """Note of a step whether it is undone now."""
    connection.execute(update(step).where(step.id == number).values(undone=undone))
