"""Steps of reviewing undone and redone: what their claims show once one is turned around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

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
from db.sql.steps import step_to_turn


class Event(NamedTuple):
    """A stored event; the values are JSON."""

    public_id: str
    text_id: int
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ReviewEvents:
    """A step with its events."""

    step_id: int
    action: ReviewAction
    events: Sequence[Event]


def review_to_turn(
    connection: Connection, who: str, *, undoing: bool, number: int | None = None
) -> ReviewEvents | None:
    """The step of a person to undo, or to redo, as `step_to_turn` finds it."""
    table = review_schema.ReviewStep
    found = step_to_turn(connection, table, who, undoing=undoing, number=number)
    return None if found is None else _with_events(connection, *found)


def turned(connection: Connection, step: ReviewEvents, *, undoing: bool) -> list[Change]:
    """The claims of a step, and what they show once it is turned around.

    Raises:
        ReviewError: A claim shows something else than the step left it with, is stored no more,
            or stands in a text that does not have the words.
    """
    of_claim: dict[str, list[Event]] = {}
    for event in step.events:
        of_claim.setdefault(event.public_id, []).append(event)
    changes: list[Change] = []
    for chunk in chunks(of_claim):
        claims = _newest(connection, chunk)
        texts = _other_texts(connection, claims, of_claim)
        originals = read_originals(connection, [claim.id for claim in claims.values()])
        for public_id in chunk:
            if public_id not in claims:
                raise ReviewError(f"claim {public_id} is stored no more")
            claim = claims[public_id]
            after = claim.shown
            for event in of_claim[public_id]:
                after = _turned_event(claim, after, event, texts, undoing=undoing)
            changes.append((claim, _unjudged(after, originals.get(claim.id))))
    return changes


def _unjudged(shown: Shown, original: Shown | None) -> Shown:
    """What nobody judges shows as the last run extracted it, also if that came after the step."""
    if shown.review != ReviewState.MACHINE or original is None:
        return shown
    return replace(original, review=ReviewState.MACHINE, note=shown.note, tags=shown.tags)


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
    claim: ClaimNow, after: Shown, event: Event, texts: dict[int, str], *, undoing: bool
) -> Shown:
    public_id, text_id, name, before, became = event
    field = ReviewField(name)
    wanted, left = decode(field, before), decode(field, became)
    if not undoing:
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
