"""Threads as they are stored: begun by a claim, given claims, merged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, bindparam, select, update

from db.schema.comparison.threads import ClaimMeaning, Thread
from db.schema.public_ids import thread_public_id
from db.sql.chunks import chunks, chunks_of
from db.sql.insert import add_numbered

# Made once: writing them takes longer than running them for an article.
_BEGUN: Final = select(
    *(Thread.public_id, Thread.id),
    select(ClaimMeaning.claim_id).where(ClaimMeaning.thread_id == Thread.id).exists(),
).where(Thread.public_id.in_(bindparam("wanted", expanding=True)))
_PUT: Final = (
    update(ClaimMeaning)
    .where(ClaimMeaning.__table__.c.claim_id == bindparam("ident"))
    .values(thread_id=bindparam("thread"))
)
_AT_ONCE: Final = 500
"""Ids in one statement, of which databases limit the number."""


def begun_by(connection: Connection, claims: Mapping[int, str]) -> dict[int, int]:
    """A thread without claims for each of some claims, which begin it; by claim.

    One that such a claim began before and that has no claims any more lives again.

    Args:
        connection: In a transaction that writes.
        claims: Public ids by number.
    """
    waiting, found, again = dict(claims), dict[int, int](), 0
    while waiting:
        wanted = {thread_public_id(public, again): claim for claim, public in waiting.items()}
        known: dict[str, tuple[int, bool]] = {}
        for some in chunks_of(sorted(wanted), _AT_ONCE):
            rows = connection.execute(_BEGUN, {"wanted": some})
            known.update((row[0], (row[1], bool(row[2]))) for row in rows)
        alive = [number for number, has in known.values() if not has]
        for chunk in chunks(alive):
            again_there = update(Thread).where(Thread.id.in_(chunk))
            connection.execute(again_there.values(merged_into=None))
            connection.execute(
                again_there.where(Thread.labelled.is_(False)).values(label=None, label_key=None)
            )
        new = [public for public in wanted if public not in known]
        if new:
            numbers = add_numbered(connection, Thread, [{"public_id": public} for public in new])
            known |= {public: (n, False) for public, n in zip(new, numbers, strict=True)}
        found |= {wanted[public]: n for public, (n, has) in known.items() if not has}
        waiting = {claim: public for claim, public in waiting.items() if claim not in found}
        again += 1
    return found


def put(connection: Connection, thread_of: Mapping[int, int]) -> None:
    """Put claims into threads."""
    if thread_of:
        connection.execute(
            _PUT,
            [{"ident": claim, "thread": thread} for claim, thread in sorted(thread_of.items())],
        )


def merge(connection: Connection, into: Mapping[int, int]) -> None:
    """Have threads without claims lead to others; what showed once and may again goes with them."""
    for old, new in into.items():
        for table, column in ((ClaimMeaning, ClaimMeaning.thread_id), (Thread, Thread.merged_into)):
            connection.execute(update(table).where(column == old).values({column: new}))
        connection.execute(update(Thread).where(Thread.id == old).values(merged_into=new))
