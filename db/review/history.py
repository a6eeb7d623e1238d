"""What became of a claim: the runs that found it, and what people said of it since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Connection, Engine, or_, select

from claims.claim import ClaimType
from claims.review import ReviewState
from db.claims.model import QuotedSpan
from db.connection.reading import reading
from db.review.corrections import ReviewError
from db.review.values import JudgedSpeaker, Value, decode
from db.schema import core as schema
from db.schema import review as review_schema
from db.schema.choices import ReviewAction, ReviewField
from db.sql.id_list import among_given
from db.sql.steps import HistoryEvent

FOUND: Final = "found"
"""What a run did with a claim."""


def history(engine: Engine, public_id: str) -> list[HistoryEvent]:
    """All that happened to a claim, in order.

    Raises:
        ReviewError: No claim has or had this id.
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        runs, steps = _runs(connection, public_id), _steps(connection, public_id)
        # Both are in the order in which they were done, whatever the clock said.
        found = [event for _, event in merge(_timed(runs), _timed(steps), key=itemgetter(0))]
    if not found:
        raise ReviewError(f"there is no claim {public_id}")
    return found


def _timed(events: Iterable[HistoryEvent]) -> Iterator[tuple[datetime, HistoryEvent]]:
    """Events with the latest time so far: none was before the one that stands before it."""
    latest: datetime | None = None
    for event in events:
        latest = event.when if latest is None else max(latest, event.when)
        yield latest, event


@dataclass(frozen=True, slots=True)
class LastReview:
    """Who said last what a claim's review state is, when and why."""

    who: str
    when: datetime
    why: str | None


def last_reviews(connection: Connection, ids: Sequence[int]) -> dict[int, LastReview]:
    """The last verdict on each of these claims that anybody judged; at most a chunk of ids."""
    if not ids:
        return {}
    rows = connection.execute(_VERDICTS, {"ids": list(ids)}).all()
    # In the order of the steps, so that the last one stays.
    return {
        ident: LastReview(who, when, of_why if action == ReviewAction.REDO else why)
        for ident, who, when, why, action, of_why in rows
    }


_of_step = review_schema.ReviewStep.__table__.alias("of_step")

_VERDICTS: Final = (
    select(
        schema.Claim.id,
        review_schema.ReviewStep.who,
        review_schema.ReviewStep.created_at,
        review_schema.ReviewStep.why,
        review_schema.ReviewStep.action,
        _of_step.c.why,
    )
    .join(review_schema.ReviewEvent, review_schema.ReviewEvent.public_id == schema.Claim.public_id)
    .join(
        review_schema.ReviewStep, review_schema.ReviewStep.id == review_schema.ReviewEvent.step_id
    )
    .outerjoin(_of_step, _of_step.c.id == review_schema.ReviewStep.of_id)
    .where(
        among_given(schema.Claim.__table__.c.id),
        schema.Claim.review != ReviewState.MACHINE.value,
        or_(
            review_schema.ReviewEvent.field == ReviewField.REVIEW.value,
            review_schema.ReviewStep.action == ReviewAction.CORRECT.value,
        ),
    )
    .order_by(schema.Claim.id, review_schema.ReviewStep.id)
)


def _runs(connection: Connection, public_id: str) -> Iterator[HistoryEvent]:
    table, run = schema.Claim, schema.Run
    rows = connection.execute(
        select(run.started_at, run.model_name, run.model_version, run.tool_version)
        .join(table, table.run_id == run.id)
        .where(table.public_id == public_id)
        .order_by(run.id)
    )
    for started, model, version, tool in rows:
        # Without that of its rules, which says nothing to people.
        program = f"claims {tool.partition('+')[0]}"
        yield HistoryEvent(started, program, FOUND, None, "", f"{model} {version}", None)


def _steps(connection: Connection, public_id: str) -> Iterator[HistoryEvent]:
    step, event = review_schema.ReviewStep, review_schema.ReviewEvent
    of = step.__table__.alias("of_step")
    rows = connection.execute(
        select(
            step.created_at,
            step.who,
            step.action,
            of.c.action,
            event.field,
            event.before,
            event.after,
            step.why,
            step.undone,
        )
        .join(event, event.step_id == step.id)
        .outerjoin(of, of.c.id == step.of_id)
        .where(event.public_id == public_id)
        .order_by(step.id, event.ordinal)
    )
    for when, who, action, of_action, name, before, after, why, undone in rows:
        field = ReviewField(name)
        yield HistoryEvent(
            when,
            who,
            action if of_action is None else f"{action} {of_action}",
            field.value,
            in_words(decode(field, before)),
            in_words(decode(field, after)),
            why,
            undone,
        )


def in_words(value: Value) -> str:
    """A value on one line: pieces, tags and speakers joined, speakers with their affiliations."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(map(_item, value))
    return value.value if isinstance(value, (ReviewState, ClaimType)) else " ".join(value.split())


def _item(value: Any) -> str:
    if isinstance(value, QuotedSpan):
        return " ".join(value.words.split())
    if isinstance(value, JudgedSpeaker):
        stated = "; ".join(each.in_words for each in value.affiliations)
        return f"{value.name} ({stated})" if stated else value.name
    return str(value)
