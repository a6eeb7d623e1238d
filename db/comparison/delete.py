"""What threads, meanings and judgements lose when articles are deleted."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, delete, or_, select

from db.comparison.threads.counts import recount
from db.comparison.threads.labelling import relabel
from db.schema import core as schema
from db.schema.comparison.relations import RelationJudgement
from db.schema.comparison.threads import (
    ClaimMeaning,
    Encoding,
    TextVector,
    Thread,
    ThreadAct,
    ThreadJudgement,
    ThreadLabel,
)
from db.sql.chunks import chunks


def forget_deleted(connection: Connection, threads: Collection[int]) -> None:
    """Count and call anew what claims were deleted of, and forget what no claim has any more.

    Args:
        connection: In a transaction that writes; the claims are gone.
        threads: That they were in.
    """
    recount(connection, threads)
    relabel(connection, threads)
    claim = schema.Claim.public_id
    for table in (ThreadJudgement, RelationJudgement):
        for side in (table.left_claim, table.right_claim):
            gone_of = ~select(claim).where(claim == side).exists()
            connection.execute(delete(table).where(gone_of))
    empty = ~select(ClaimMeaning.claim_id).where(ClaimMeaning.thread_id == Thread.id).exists()
    gone = connection.scalars(select(Thread.id).where(empty, Thread.merged_into.is_(None))).all()
    for chunk in chunks(gone):
        leading = select(Thread.id).where(or_(Thread.id.in_(chunk), Thread.merged_into.in_(chunk)))
        connection.execute(delete(ThreadLabel).where(ThreadLabel.thread_id.in_(leading)))
        connection.execute(delete(Thread).where(Thread.merged_into.in_(chunk)))
        connection.execute(delete(Thread).where(Thread.id.in_(chunk)))
    held = (ThreadJudgement.act_id, ThreadLabel.act_id)
    connection.execute(
        delete(ThreadAct).where(*(~select(act).where(act == ThreadAct.id).exists() for act in held))
    )
    texts = (ClaimMeaning.full_id, ClaimMeaning.content_id)
    connection.execute(
        delete(TextVector).where(
            *(~select(text).where(text == TextVector.id).exists() for text in texts)
        )
    )
    connection.execute(
        delete(Encoding).where(
            ~select(TextVector.id).where(TextVector.encoding_id == Encoding.id).exists()
        )
    )
