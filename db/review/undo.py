"""Which step a person may undo or redo, and what claims show once it is turned around."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, func, select

from claims.review import ReviewState
from db.review.apply import Change, texts_of
from db.review.corrections import ReviewError
from db.review.values import (
    ClaimNow,
    Shown,
    decode,
    moved_value,
    read_claims,
    read_originals,
    says_the_same,
)
from db.schema import core as schema
from db.schema import review as review_schema
from db.schema.choices import ReviewAction, ReviewField
from db.sql.chunks import chunks

TURNS: Final = (ReviewAction.UNDO, ReviewAction.REDO)


class Event(NamedTuple):
    """A stored event; the values are JSON."""

    public_id: str
    text_id: int
    field: str
    before: str
    after: str


class Turned(Enum):
    """Which of an event's values is to show."""

    BACK = "before"
    FORTH = "after"


@dataclass(frozen=True, slots=True)
class ReviewEvents:
    """A step with its events."""

    step_id: int
    action: ReviewAction
    events: Sequence[Event]


def to_undo(connection: Connection, who: str) -> ReviewEvents | None:
    """The last step of a person that is not undone."""
    step = review_schema.ReviewStep
    found = connection.execute(
        select(step.id, step.action)
        .where(step.who == who, step.undone.is_(False), step.action.not_in(TURNS))
        .order_by(step.id.desc())
        .limit(1)
    ).first()
    return None if found is None else _with_events(connection, *found)


def to_redo(connection: Connection, who: str) -> ReviewEvents | None:
    """The step that a person undid last, of those still undone, if nothing else was done since."""
    step = review_schema.ReviewStep
    undone = step.__table__.alias("undone")
    last_done = (
        select(func.coalesce(func.max(step.id), 0))
        .where(step.who == who, step.undone.is_(False), step.action.not_in(TURNS))
        .scalar_subquery()
    )
    turn = step.__table__.alias("turn")
    found = connection.execute(
        select(undone.c.id, undone.c.action)
        .join(turn, turn.c.of_id == undone.c.id)
        .where(
            undone.c.who == who,
            undone.c.undone.is_(True),
            turn.c.action == ReviewAction.UNDO.value,
        )
        # A step that was done anew since has made another way out of what was undone before.
        .where(undone.c.id > last_done)
        .order_by(turn.c.id.desc())
        .limit(1)
    ).first()
    return None if found is None else _with_events(connection, *found)


def turned(connection: Connection, step: ReviewEvents, to: Turned) -> list[Change]:
    """The claims of a step, and what they show once it is turned around.

    Raises:
        ReviewError: A claim shows something else than the step left it with, is stored no more,
            or stands in a text that does not have the words.
    """
    of_claim: dict[str, list[Event]] = {}
    for event in step.events:
        of_claim.setdefault(event.public_id, []).append(event)
    changes: list[Change] = []
    for chunk in chunks_of_ids(of_claim):
        claims = _newest(connection, chunk)
        texts = _other_texts(connection, claims, of_claim)
        originals = read_originals(connection, [claim.id for claim in claims.values()])
        for public_id in chunk:
            if public_id not in claims:
                raise ReviewError(f"claim {public_id} is stored no more")
            claim = claims[public_id]
            after = claim.shown
            for event in of_claim[public_id]:
                after = _turned_event(claim, after, event, to, texts)
            changes.append((claim, _unjudged(after, originals.get(claim.id))))
    return changes


def _unjudged(shown: Shown, original: Shown | None) -> Shown:
    """What nobody judges shows as the last run extracted it, also if that came after the step."""
    if shown.review != ReviewState.MACHINE or original is None:
        return shown
    return replace(original, review=ReviewState.MACHINE, note=shown.note, tags=shown.tags)


def chunks_of_ids(ids: Iterable[str]) -> Iterable[list[str]]:
    """Public ids in pieces that one query can ask for."""
    given = list(ids)
    for places in chunks(range(len(given))):
        yield [given[place] for place in places]


def _with_events(connection: Connection, step_id: int, action: str) -> ReviewEvents:
    event = review_schema.ReviewEvent
    rows = connection.execute(
        select(event.public_id, event.text_id, event.field, event.before, event.after)
        .where(event.step_id == step_id)
        .order_by(event.ordinal)
    ).all()
    return ReviewEvents(step_id, ReviewAction(action), [Event(*row) for row in rows])


def _newest(connection: Connection, public_ids: Sequence[str]) -> dict[str, ClaimNow]:
    """Claims by public id: the row that shows, else the one stored last."""
    table = schema.Claim
    found = select(table.public_id, table.id).where(table.public_id.in_(public_ids))
    # Each by its index: that of what shows, and for the rest that of the runs.
    showing = found.where(table.current).order_by(table.id).with_for_update()
    numbers = dict(connection.execute(showing).all())
    if missing := [one for one in public_ids if one not in numbers]:
        stored = (
            select(table.public_id, table.id)
            .where(table.run_id.in_(select(schema.Run.id)), table.public_id.in_(missing))
            .order_by(table.id)
            .with_for_update()
        )
        numbers |= dict(connection.execute(stored).all())
    return {claim.public_id: claim for claim in read_claims(connection, [*numbers.values()])}


def _other_texts(
    connection: Connection, claims: dict[str, ClaimNow], of_claim: dict[str, list[Event]]
) -> dict[int, str]:
    """The texts of claims that stood in another text when they were judged."""
    wanted = {
        claim.text_id
        for public_id, claim in claims.items()
        if any(event.text_id != claim.text_id for event in of_claim[public_id])
    }
    return texts_of(connection, wanted)


def _turned_event(
    claim: ClaimNow, after: Shown, event: Event, to: Turned, texts: dict[int, str]
) -> Shown:
    public_id, text_id, name, before, became = event
    field = ReviewField(name)
    wanted, left = decode(field, before), decode(field, became)
    if to is Turned.FORTH:
        wanted, left = left, wanted
    now = claim.shown.value(field)
    same_text = text_id == claim.text_id
    if now != left and (same_text or not says_the_same(field, now, left)):
        raise ReviewError(
            f"claim {public_id}: its {field.value} was changed since; nothing was changed back"
        )
    if not same_text:
        try:
            beside = claim.shown.content[0]
            wanted = moved_value(field, wanted, texts[claim.text_id], beside)
        except ValueError as error:
            raise ReviewError(f"claim {public_id}: {error}") from None
    values: dict[str, Any] = {field.value: wanted}
    return replace(after, **values)
