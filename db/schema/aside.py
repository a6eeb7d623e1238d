"""Why a claim is set aside, computed where it is stored, so that a view need only read it."""

from __future__ import annotations

import functools
import operator
from typing import Final

from sqlalchemy import ColumnElement, Connection, Update, and_, bindparam, case, exists, or_, update

from claims.aside import BITS, LINES, SAID, STATED, SURE, Aside
from claims.claim import ClaimType
from claims.review import ReviewState
from db.schema import core as schema
from db.schema.choices import SpanPart

_CLAIM: Final = schema.Claim.__table__
_SPAN: Final = schema.ClaimSpan.__table__
_SEGMENT: Final = schema.Segment.__table__


def set_aside(connection: Connection, which: ColumnElement[bool]) -> None:
    """Note anew why claims are set aside, once all else of them is written.

    Args:
        connection: In a transaction that writes.
        which: What holds for the rows of ``claim``.
    """
    connection.execute(update(schema.Claim).where(which).values(aside=reasons()))


def set_aside_in(connection: Connection, text_id: int, run_id: int) -> None:
    """Likewise of the claims that a run found in a text."""
    connection.execute(_setting_in(), {"of_text": text_id, "of_run": run_id})


@functools.cache
def _setting_in() -> Update:
    table = schema.Claim
    found = table.text_id == bindparam("of_text"), table.run_id == bindparam("of_run")
    return update(table).where(*found).values(aside=reasons())


# To write it takes longer than a database takes to compute it for an article's claims.
@functools.cache
def reasons() -> ColumnElement[int]:
    """Derived: the sum of the reasons of a row of ``claim``; 0 for one that was judged."""
    holds = {
        Aside.NESTED: _CLAIM.c.parent_id.is_not(None),
        Aside.LOW: _CLAIM.c.confidence < SURE,
        Aside.NO_SPEAKER: ~exists().where(schema.ClaimSpeaker.claim_id == _CLAIM.c.id),
        # Runs of before statements were told have the class of the cue alone.
        Aside.ACT: or_(
            and_(_CLAIM.c.type != ClaimType.DIRECT.value, _CLAIM.c.statement < STATED),
            and_(
                _CLAIM.c.statement.is_(None),
                _CLAIM.c.type == ClaimType.INDIRECT.value,
                _CLAIM.c.cue_class.not_in(sorted(SAID)),
            ),
        ),
        Aside.HEADLINE: _begins_in_headline(),
    }
    each = [case((holds[reason], bit), else_=0) for reason, bit in BITS.items()]
    judged = _CLAIM.c.review != ReviewState.MACHINE.value
    return case((judged, 0), else_=functools.reduce(operator.add, each))


def _begins_in_headline() -> ColumnElement[bool]:
    begin = _SPAN.c.start
    around = _SEGMENT.c.start <= begin, begin < _SEGMENT.c.end
    return exists().where(
        _SPAN.c.claim_id == _CLAIM.c.id,
        _SPAN.c.part == SpanPart.CONTENT.value,
        _SPAN.c.ordinal == 0,
        _SEGMENT.c.text_id == _CLAIM.c.text_id,
        _SEGMENT.c.kind.in_(sorted(LINES)),
        *around,
    )
