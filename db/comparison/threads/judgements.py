"""People's judgements of threads: each one an act that can be undone; nothing is rewritten."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, Engine, func, insert, select, update

from db.comparison.lock import one_at_a_time
from db.comparison.threads.counts import why_uncompared
from db.comparison.threads.labelling import relabel
from db.comparison.threads.threads import regroup
from db.connection.engine import writing
from db.connection.errors import archive_errors
from db.connection.reading import reading
from db.identity.acts import Act, ActRow, Done, acts_of, to_undo, undo_rows
from db.identity.decisions import checked
from db.query.grammar import QueryError
from db.query.identified import CLAIM, THREAD, id_in
from db.schema import core as schema
from db.schema.comparison.threads import (
    ClaimMeaning,
    Thread,
    ThreadAct,
    ThreadJudgement,
    ThreadLabel,
)

_LONGEST: Final = 60
"""Characters of a content in what is told of an act."""


def join(engine: Engine, one: str, other: str, author: str) -> Done:
    """Judge two claims to say the same: their threads become one.

    Args:
        engine: Of the archive.
        one: Public id of a claim.
        other: Likewise.
        author: Whose judgement it is.

    Raises:
        QueryError: There is no such claim, or it was never compared, or both are one.
        ArchiveError: The database failed.
    """
    with _acting(engine, author) as connection:
        left, right = _pair(connection, one, other)
        act = _Act(connection, author, f"judge the same: {left.quoted} and {right.quoted}")
        # With all that are in either thread, or those would stay behind that are like one only.
        groups = [_members(connection, each.thread) for each in (left, right)]
        if left.thread != right.thread:
            act.reconcile(*groups)
        act.judge(left.public, right.public, same=True)
        for each, group in zip((left, right), groups, strict=True):
            for member in group:
                if member not in (left.public, right.public):
                    act.judge(each.public, member, same=True)
        regroup(connection, {left.thread, right.thread})
        return act.done


def part(engine: Engine, one: str, other: str, author: str) -> Done:
    """Judge two claims not to say the same: they are never in one thread. As `join`."""
    with _acting(engine, author) as connection:
        left, right = _pair(connection, one, other)
        act = _Act(connection, author, f"judge not the same: {left.quoted} and {right.quoted}")
        act.judge(left.public, right.public, same=False)
        regroup(connection, {left.thread, right.thread})
        return act.done


def label(engine: Engine, ident: str, text: str, author: str) -> Done:
    """Have a thread called this.

    Args:
        engine: Of the archive.
        ident: Public id of a thread, or of a claim in it.
        text: What it is called.
        author: Who says so.

    Raises:
        QueryError: There is no such thread, or the label has no letters.
        ArchiveError: The database failed.
    """
    called = checked(text)
    with _acting(engine, author) as connection:
        number = thread_number(connection, ident)
        act = _Act(connection, author, f"label a thread {called}")
        act.retire(ThreadLabel, ThreadLabel.thread_id == number)
        row = {"thread_id": number, "label": called, "act_id": act.number}
        connection.execute(insert(ThreadLabel), row)
        relabel(connection, [number])
        return act.done


def undo(engine: Engine, number: int | None, author: str) -> Done:
    """Undo an act: its rows are retired, and what they took the place of holds again.

    Args:
        engine: Of the archive.
        number: Of the act; None for the last of this author's that is not undone.
        author: Who undoes it.

    Raises:
        QueryError: There is no such act, or it is undone already.
        ArchiveError: The database failed.
    """
    with _acting(engine, author) as connection:
        act = to_undo(connection, ThreadAct, number, author)
        now = datetime.now(UTC)
        pairs = undo_rows(connection, ThreadJudgement, act.number, now)
        labels = undo_rows(connection, ThreadLabel, act.number, now)
        undone = update(ThreadAct).where(ThreadAct.id == act.number).values(undone_at=now)
        connection.execute(undone)
        claims = {row[side] for row in pairs for side in ("left_claim", "right_claim")}
        threads = _threads_of(connection, claims)
        if threads:
            regroup(connection, threads)
        relabel(connection, {row["thread_id"] for row in labels})
        return act


def list_acts(engine: Engine) -> list[ActRow]:
    """All acts, the newest first.

    Raises:
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        return acts_of(connection, ThreadAct)


def thread_number(connection: Connection, ident: str) -> int:
    """Number of the thread that an id leads to: its own, or that of a claim in it.

    Raises:
        QueryError: It leads nowhere, or the claim was never compared.
    """
    if (known := id_in(ident, THREAD)) is not None:
        number = connection.scalar(
            select(func.coalesce(Thread.merged_into, Thread.id)).where(Thread.public_id == known)
        )
        if number is None:
            raise QueryError(f"there is no thread {known}")
        return int(number)
    if id_in(ident, CLAIM) is None:
        raise QueryError(f"there is no thread or claim {ident}")
    return _placed(connection, ident).thread


@dataclass(frozen=True, slots=True)
class _Placed:
    """A claim with the number of its thread, and what it is told as."""

    public: str
    thread: int
    quoted: str


class _Act(Act):
    """An act on threads."""

    def __init__(self, connection: Connection, author: str, in_words: str) -> None:
        super().__init__(connection, ThreadAct, author, in_words)

    def judge(self, one: str, other: str, *, same: bool) -> None:
        """Put a judgement in the place of the live one of a pair."""
        left, right = sorted((one, other))
        table = ThreadJudgement
        self.retire(table, table.left_claim == left, table.right_claim == right)
        row = {"left_claim": left, "right_claim": right, "same": same, "act_id": self.number}
        self.connection.execute(insert(table), row)

    def reconcile(self, ones: Sequence[str], others: Sequence[str]) -> None:
        """Retire what keeps two groups apart."""
        table = ThreadJudgement
        for left, right in ((ones, others), (others, ones)):
            self.retire(
                table,
                table.left_claim.in_(left),
                table.right_claim.in_(right),
                table.same.is_(False),
            )


@contextmanager
def _acting(engine: Engine, author: str) -> Iterator[Connection]:
    """A transaction for an act, in which others do not compare."""
    if not author.strip():
        raise QueryError("the author of a judgement has no name")
    with archive_errors(engine), writing(engine) as connection:
        one_at_a_time(connection)
        yield connection


def _pair(connection: Connection, one: str, other: str) -> tuple[_Placed, _Placed]:
    left, right = _placed(connection, one), _placed(connection, other)
    if left.public == right.public:
        raise QueryError(f"claim {left.public} cannot be compared with itself")
    return left, right


def _placed(connection: Connection, ident: str) -> _Placed:
    if (known := id_in(ident, CLAIM)) is None:
        raise QueryError(f"there is no claim {ident}")
    claim, table = schema.Claim, ClaimMeaning
    row = connection.execute(
        select(table.thread_id, claim.content)
        .select_from(claim)
        .outerjoin(table, table.claim_id == claim.id)
        .where(claim.public_id == known, claim.current)
    ).first()
    if row is None:
        raise QueryError(f"there is no claim {known}")
    if row[0] is None:
        raise QueryError(f"claim {known} {why_uncompared(row[1])}")
    words = " ".join(row[1].split())
    cut = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    return _Placed(known, row[0], f"“{cut}”")


def _members(connection: Connection, thread: int) -> list[str]:
    """Public ids of the claims of a thread that show."""
    claim, table = schema.Claim, ClaimMeaning
    return list(
        connection.scalars(
            select(claim.public_id)
            .join(table, table.claim_id == claim.id)
            .where(table.thread_id == thread, claim.current)
            .order_by(claim.id)
        )
    )


def _threads_of(connection: Connection, claims: Collection[str]) -> set[int]:
    claim, table = schema.Claim, ClaimMeaning
    found = connection.scalars(
        select(table.thread_id)
        .join(claim, claim.id == table.claim_id)
        .where(claim.public_id.in_(sorted(claims)), claim.current)
    )
    return {thread for thread in found if thread is not None}
