"""Reviewing claims: accept, reject, correct, note, tag; undo and redo of all of it.

What a person does is a step of appended events, one for each value of each claim that changes:
who, when, why, from, to. What a claim shows is its latest event; its row, spans and speakers are
written in the same transaction, so that reading costs nothing more. The extracted values stay in
``claim_original``. Everybody undoes their own steps, the last one first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, insert, select

from claims.review import ReviewState
from db.connection.engine import writing
from db.connection.errors import archive_errors
from db.query.conditions.review import tag_key
from db.review.apply import Change, texts_of, write_changes
from db.review.checks import check_note, check_person, checked_tag
from db.review.corrections import (
    Correction,
    ReviewError,
    corrected,
)
from db.review.undo import review_to_turn, turned
from db.review.values import ClaimNow, Shown, encode, read_claims, read_originals
from db.schema import core as schema
from db.schema import review as review_schema
from db.schema.choices import ReviewAction, ReviewField
from db.sql.chunks import chunks
from db.sql.steps import mark_undone

__all__ = [
    "Correction",
    "ReviewError",
    "Reviewed",
    "accept",
    "check_note",
    "claim_numbers",
    "correct",
    "note",
    "redo",
    "reject",
    "reopen",
    "tag",
    "undo",
    "untag",
]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a step did.

    Args:
        action: What it did, or what the step did that it turned around.
        ids: Numbers of the claims that show something else now; empty if nothing had to change.
        undone: Whether it undid it.
        redone: Whether it did it again.
        step: Its number; None where nothing had to change.
    """

    action: ReviewAction
    ids: tuple[int, ...]
    undone: bool = False
    redone: bool = False
    step: int | None = None


_Rule = Callable[[Connection, Sequence[ClaimNow]], Iterable[Shown]]


def accept(engine: Engine, ids: Sequence[int], who: str, why: str | None = None) -> Reviewed:
    """Say that claims are right as they show.

    Args:
        engine: Of the archive, open for writing.
        ids: Numbers of claims that show.
        who: Whose judgement it is.
        why: The reason, if one is given.

    Raises:
        ReviewError: A claim does not show any more, or a text cannot be stored; nothing changes.
        ArchiveError: The database failed; nothing changes.
    """

    def rule(connection: Connection, claims: Sequence[ClaimNow]) -> Iterator[Shown]:
        changed = read_originals(connection, [claim.id for claim in claims])
        for claim in claims:
            state = ReviewState.CORRECTED if claim.id in changed else ReviewState.ACCEPTED
            yield replace(claim.shown, review=state)

    return _review(engine, ReviewAction.ACCEPT, ids, rule, who, why)


def reject(engine: Engine, ids: Sequence[int], who: str, why: str | None = None) -> Reviewed:
    """Say that claims are none; they stay stored, and are shown as rejected. As `accept`."""

    def rule(connection: Connection, claims: Sequence[ClaimNow]) -> Iterator[Shown]:
        return (replace(claim.shown, review=ReviewState.REJECTED) for claim in claims)

    return _review(engine, ReviewAction.REJECT, ids, rule, who, why)


def reopen(engine: Engine, ids: Sequence[int], who: str, why: str | None = None) -> Reviewed:
    """Take back the verdict on claims and their corrections; notes and tags stay. As `accept`."""

    def rule(connection: Connection, claims: Sequence[ClaimNow]) -> Iterator[Shown]:
        originals = read_originals(connection, [claim.id for claim in claims])
        for claim in claims:
            shown = claim.shown
            if (original := originals.get(claim.id)) is not None:
                shown = replace(original, note=shown.note, tags=shown.tags)
            yield replace(shown, review=ReviewState.MACHINE)

    return _review(engine, ReviewAction.REOPEN, ids, rule, who, why)


def correct(
    engine: Engine,
    ids: Sequence[int],
    correction: Correction,
    who: str,
    why: str | None = None,
) -> Reviewed:
    """Have claims show other values than were extracted. As `accept`.

    A claim that is corrected to what was extracted is accepted.

    Raises:
        ReviewError: As `accept`; also a correction that makes no sense for one of the claims.
    """
    if correction.is_of_one_claim and len(set(ids)) > 1:
        raise ReviewError("content, cue and source can be corrected of one claim at a time")

    def rule(connection: Connection, claims: Sequence[ClaimNow]) -> Iterator[Shown]:
        originals = read_originals(connection, [claim.id for claim in claims])
        texts = texts_of(connection, {claim.text_id for claim in claims})
        for claim in claims:
            try:
                after = corrected(connection, texts[claim.text_id], claim, correction)
            except ReviewError as error:
                raise ReviewError(f"{claim.public_id}: {error}") from None
            if after == claim.shown:
                yield after
                continue
            same = after.extracted_as(originals.get(claim.id, claim.shown))
            state = ReviewState.ACCEPTED if same else ReviewState.CORRECTED
            yield replace(after, review=state)

    return _review(engine, ReviewAction.CORRECT, ids, rule, who, why)


def note(
    engine: Engine, ids: Sequence[int], text: str, who: str, why: str | None = None
) -> Reviewed:
    """Set the note of claims, or take it away if ``text`` is empty. As `accept`."""
    check_note(text)
    written = text.strip() or None

    def rule(connection: Connection, claims: Sequence[ClaimNow]) -> Iterator[Shown]:
        return (replace(claim.shown, note=written) for claim in claims)

    return _review(engine, ReviewAction.NOTE, ids, rule, who, why)


def tag(
    engine: Engine,
    ids: Sequence[int],
    tags: Iterable[str],
    who: str,
    why: str | None = None,
    *,
    off: Iterable[str] = (),
) -> Reviewed:
    """Add tags to claims, and take others ``off``; one that differs in case only is the same. As
    `accept`."""
    wanted = [checked_tag(one) for one in tags]
    gone = {tag_key(checked_tag(one)) for one in off}

    def rule(connection: Connection, claims: Sequence[ClaimNow]) -> Iterator[Shown]:
        for claim in claims:
            kept = [one for one in claim.shown.tags if tag_key(one) not in gone]
            by_key = {tag_key(one): one for one in (*wanted, *kept)}
            yield replace(claim.shown, tags=_in_order(by_key))

    return _review(engine, ReviewAction.TAG, ids, rule, who, why)


def untag(
    engine: Engine, ids: Sequence[int], tags: Iterable[str], who: str, why: str | None = None
) -> Reviewed:
    """Take tags off claims that have them. As `accept`."""
    gone = {tag_key(checked_tag(one)) for one in tags}

    def rule(connection: Connection, claims: Sequence[ClaimNow]) -> Iterator[Shown]:
        for claim in claims:
            kept = {tag_key(one): one for one in claim.shown.tags if tag_key(one) not in gone}
            yield replace(claim.shown, tags=_in_order(kept))

    return _review(engine, ReviewAction.UNTAG, ids, rule, who, why)


def undo(engine: Engine, who: str, why: str | None = None, *, step: int | None = None) -> Reviewed:
    """Undo the last step of a person that is not undone.

    Args:
        engine: Of the archive, open for writing.
        who: Whose step it is.
        why: The reason, if one is given.
        step: The number of the step, in place of the last.

    Raises:
        ReviewError: There is none, or somebody changed one of its claims since; nothing changes.
        ArchiveError: The database failed; nothing changes.
    """
    return _turn(engine, ReviewAction.UNDO, who, why, step)


def redo(engine: Engine, who: str, why: str | None = None) -> Reviewed:
    """Do again what a person undid last, unless that person did something else since.

    Raises:
        ReviewError: There is nothing, or somebody changed one of its claims since.
        ArchiveError: The database failed; nothing changes.
    """
    return _turn(engine, ReviewAction.REDO, who, why)


def claim_numbers(engine: Engine, public_ids: Iterable[str]) -> list[int]:
    """Numbers of the claims that show under these public ids, in their order, each once.

    Raises:
        ReviewError: No claim shows under one of them.
        ArchiveError: The database failed.
    """
    wanted = list(dict.fromkeys(public_ids))
    table = schema.Claim
    found: dict[str, int] = {}
    with archive_errors(engine), engine.connect() as connection:
        for piece in chunks(wanted):
            rows = select(table.public_id, table.id).where(
                table.public_id.in_(piece), table.current
            )
            found.update(connection.execute(rows).all())
    missing = [one for one in wanted if one not in found]
    if missing:
        more = f" (and {len(missing) - 1:,} others)" if len(missing) > 1 else ""
        raise ReviewError(f"there is no claim {missing[0]}{more}")
    return [found[one] for one in wanted]


# Steps


def _review(
    engine: Engine,
    action: ReviewAction,
    ids: Sequence[int],
    rule: _Rule,
    who: str,
    why: str | None,
) -> Reviewed:
    wanted = list(dict.fromkeys(ids))
    with _deciding(engine, who, why) as connection:
        changes: list[Change] = []
        for chunk in chunks(wanted):
            claims = _locked(connection, chunk)
            changes += zip(claims, rule(connection, claims), strict=True)
        changes = [(claim, after) for claim, after in changes if claim.shown != after]
        made = _append(connection, action, changes, who, why) if changes else None
    return Reviewed(action, tuple(claim.id for claim, _ in changes), step=made)


def _turn(
    engine: Engine, action: ReviewAction, who: str, why: str | None, number: int | None = None
) -> Reviewed:
    undoing = action == ReviewAction.UNDO
    with _deciding(engine, who, why) as connection:
        step = review_to_turn(connection, who.strip(), undoing=undoing, number=number)
        if step is None:
            raise ReviewError(f"there is nothing to {action.value}")
        changes = turned(connection, step, undoing=undoing)
        made = _append(connection, action, changes, who, why, of_id=step.step_id)
        mark_undone(connection, review_schema.ReviewStep, step.step_id, undone=undoing)
    ids = tuple(claim.id for claim, _ in changes)
    return Reviewed(step.action, ids, undone=undoing, redone=not undoing, step=made)


@contextmanager
def _deciding(engine: Engine, who: str, why: str | None) -> Iterator[Connection]:
    """A transaction of a person's that writes."""
    check_person(who, why)
    with archive_errors(engine), writing(engine) as connection:
        yield connection


def _locked(connection: Connection, ids: list[int]) -> list[ClaimNow]:
    """The claims of these numbers, which nobody else changes until the transaction ends.

    A number that a later run has left behind stands for the row that shows its claim now.
    """
    table = schema.Claim
    asked = select(table.id, table.public_id, table.current).where(table.id.in_(ids))
    rows = {row[0]: row for row in connection.execute(asked).all()}
    shown = {ident: ident for ident, _, current in rows.values() if current}
    for ident, public_id, current in rows.values():
        if not current:
            again = select(table.id).where(table.public_id == public_id, table.current)
            if (now := connection.scalar(again)) is not None:
                shown[ident] = now
    gone = next((ident for ident in ids if ident not in shown), None)
    if gone is not None:
        name = rows[gone][1] if gone in rows else f"number {gone}"
        raise ReviewError(f"claim {name} does not show any more; reload to see what does")
    numbers = list(dict.fromkeys(shown[ident] for ident in ids))
    connection.execute(
        select(table.id).where(table.id.in_(numbers)).order_by(table.id).with_for_update()
    ).all()
    return list(read_claims(connection, numbers))


def _append(
    connection: Connection,
    action: ReviewAction,
    changes: Sequence[Change],
    who: str,
    why: str | None,
    of_id: int | None = None,
) -> int:
    """Append a step with its events, and have the claims show it; returns its number."""
    now = datetime.now(UTC)
    table = review_schema.ReviewStep
    values = {
        "action": action.value,
        "who": who.strip(),
        "why": (why or "").strip() or None,
        "of_id": of_id,
        "created_at": now,
    }
    step_id: int = connection.execute(insert(table).returning(table.id), values).scalar_one()
    events = [
        {
            "step_id": step_id,
            "public_id": claim.public_id,
            "text_id": claim.text_id,
            "field": field.value,
            "before": encode(claim.shown.value(field)),
            "after": encode(after.value(field)),
        }
        for claim, after in changes
        for field in ReviewField
        if claim.shown.value(field) != after.value(field)
    ]
    if events:
        numbered = [{**event, "ordinal": n} for n, event in enumerate(events)]
        connection.execute(insert(review_schema.ReviewEvent), numbered)
    write_changes(connection, changes, now)
    return step_id


def _in_order(by_key: dict[str, str]) -> tuple[str, ...]:
    return tuple(tag for _, tag in sorted(by_key.items()))
