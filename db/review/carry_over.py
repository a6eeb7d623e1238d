"""What people judged outlives new runs and new text versions.

A judged claim is looked for among the claims that show next: by its id, by the words that were
extracted, by the words that show, and, if a person stands by it, by most of its content. Where it
is found, that row takes its id and shows what was judged; what the new run extracted stays beside
it. Where it is not, a claim that a person accepted or corrected, or noted or tagged, goes on
showing as it was, with the run and the text version that it was found in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, or_, select, update

from claims.review import ReviewState
from db.review.apply import Change, write_changes
from db.review.values import ClaimNow, Pieces, Shown, moved, read_claims, read_originals
from db.schema import core as schema
from db.schema import review as review_schema
from db.sql.chunks import chunks

LEAST_SHARED: Final = 0.5
"""Share of the content of either that two claims must have in common to be taken for one."""

_STANDS_BY: Final = (ReviewState.ACCEPTED, ReviewState.CORRECTED)


@contextmanager
def keeping_judged(connection: Connection, article_id: int | None, text: str) -> Iterator[None]:
    """Around whatever has other claims of an article show: carries over what people judged.

    Args:
        connection: In a transaction that writes.
        article_id: Of the article; None if it is new.
        text: Of the article, as it shows inside.
    """
    judged = [] if article_id is None else _judged(connection, article_id)
    yield
    if judged and article_id is not None:
        _carry_over(connection, article_id, judged, text)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A claim that showed before, with what was extracted, and its words in the new text."""

    claim: ClaimNow
    extracted: Shown
    here: Shown | None

    @property
    def is_decided(self) -> bool:
        return self.claim.shown.review != ReviewState.MACHINE

    @property
    def is_stood_by(self) -> bool:
        return self.claim.shown.review in _STANDS_BY

    @property
    def is_kept(self) -> bool:
        """Whether it goes on showing where nothing takes its place."""
        shown = self.claim.shown
        worth = shown.note is not None or bool(shown.tags)
        return self.is_stood_by or (worth and not self.is_decided)


def _judged(connection: Connection, article_id: int) -> list[tuple[ClaimNow, Shown]]:
    """The claims of an article that show and were judged, be it that it was undone."""
    table, event = schema.Claim, review_schema.ReviewEvent
    ids = connection.scalars(
        select(table.id)
        .where(
            table.article_id == article_id,
            table.current,
            or_(
                table.review != ReviewState.MACHINE.value,
                select(event.step_id).where(event.public_id == table.public_id).exists(),
            ),
        )
        .order_by(table.position, table.id)
    ).all()
    found: list[tuple[ClaimNow, Shown]] = []
    for chunk in chunks(ids):
        originals = read_originals(connection, chunk)
        for claim in read_claims(connection, chunk):
            found.append((claim, originals.get(claim.id, claim.shown)))
    return found


def _carry_over(
    connection: Connection, article_id: int, judged: list[tuple[ClaimNow, Shown]], text: str
) -> None:
    before = [_Judged(claim, extracted, moved(claim.shown, text)) for claim, extracted in judged]
    table = schema.Claim
    ids = connection.scalars(
        select(table.id)
        .where(table.article_id == article_id, table.current)
        .order_by(table.position, table.id)
    ).all()
    after = [claim for chunk in chunks(ids) for claim in read_claims(connection, chunk)]
    changes: list[Change] = []
    for old, new in _pairs(before, after):
        if new is not None:
            changes.append(_taking_over(connection, old, new))
        elif old.is_kept:
            connection.execute(update(table).where(table.id == old.claim.id).values(current=True))
    changes = [(claim, shown) for claim, shown in changes if claim.shown != shown]
    write_changes(connection, changes, datetime.now(UTC))


def _taking_over(connection: Connection, old: _Judged, new: ClaimNow) -> Change:
    """A new row that takes the id of a judged claim, and what it is to show."""
    if new.public_id != old.claim.public_id:
        table = schema.Claim
        connection.execute(
            update(table).where(table.id == new.id).values(public_id=old.claim.public_id)
        )
    shown = old.claim.shown
    if old.is_decided and old.here is not None:
        return new, old.here
    return new, replace(new.shown, review=shown.review, note=shown.note, tags=shown.tags)


def _pairs(
    before: Sequence[_Judged], after: Sequence[ClaimNow]
) -> Iterator[tuple[_Judged, ClaimNow | None]]:
    """Each judged claim with the one that takes its place; surer signs first."""
    free = {claim.id: claim for claim in after}
    waiting = list(before)
    for sign in (_by_id, _by_extracted, _by_shown, _by_content):
        rest: list[_Judged] = []
        for old in waiting:
            new = sign(old, free)
            if new is None:
                rest.append(old)
            else:
                del free[new.id]
                yield old, new
        waiting = rest
    for old in waiting:
        yield old, None


Free = dict[int, ClaimNow]


def _by_id(old: _Judged, free: Free) -> ClaimNow | None:
    return next((new for new in free.values() if new.public_id == old.claim.public_id), None)


def _by_extracted(old: _Judged, free: Free) -> ClaimNow | None:
    return _of_words(old, old.extracted, free)


def _by_shown(old: _Judged, free: Free) -> ClaimNow | None:
    return _of_words(old, old.claim.shown, free)


def _of_words(old: _Judged, shown: Shown, free: Free) -> ClaimNow | None:
    """The claim with the same words as content and cue, of several the nearest."""
    if old.here is None and old.is_decided:
        return None
    wanted = _words(shown)
    near = (old.here or old.claim.shown).content[0].start
    same = [new for new in free.values() if _words(new.shown) == wanted]
    return min(same, key=lambda new: abs(new.shown.content[0].start - near), default=None)


def _by_content(old: _Judged, free: Free) -> ClaimNow | None:
    """The claim that has most of its content, if a person stands by it and the cue agrees."""
    here = old.here
    if here is None or not old.is_stood_by:
        return None
    shares = {
        new.id: _shared(here.content, new.shown.content)
        for new in free.values()
        if _agree(here.cue, new.shown.cue)
    }
    best = max(shares, key=lambda ident: shares[ident], default=None)
    return None if best is None or shares[best] < LEAST_SHARED else free[best]


def _words(shown: Shown) -> Any:
    return [[piece.words for piece in pieces] for pieces in (shown.content, shown.cue)]


def _agree(one: Pieces, other: Pieces) -> bool:
    """Whether two cues overlap, or either is missing."""
    return not one or not other or _overlap(one, other) > 0


def _shared(one: Pieces, other: Pieces) -> float:
    """Characters in both, as a share of those in either."""
    both = _overlap(one, other)
    return both / (_length(one) + _length(other) - both)


def _overlap(one: Pieces, other: Pieces) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def _length(pieces: Pieces) -> int:
    return sum(piece.end - piece.start for piece in pieces)
