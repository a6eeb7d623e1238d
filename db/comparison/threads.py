"""The thread of each claim: found when its article is stored, put right when all is compared anew.

Of what is stored a process keeps in memory only the signs of vectors; what they show to be near is
compared in full.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update
from sqlalchemy.orm import aliased

from claims.comparison.threads import Links, assigned, named, repaired
from claims.comparison.threads.candidates import Signs
from claims.comparison.threads.repair import LEAST
from claims.relation import Relation, RelationState
from db.comparison.counts import recount
from db.comparison.labelling import relabel
from db.comparison.lock import one_at_a_time
from db.comparison.meanings import (
    NONE_MADE,
    Vectors,
    encoding,
    read_points,
    store_meanings,
)
from db.comparison.relations import follow_relations
from db.schema import core as schema
from db.schema.public_ids import thread_public_id
from db.schema.relations import ClaimRelation
from db.schema.threads import ClaimMeaning, Thread, ThreadJudgement
from db.sql.chunks import chunks, chunks_of

_DENYING: Final = (
    ClaimRelation.relation == Relation.DENIES.value,
    ClaimRelation.state != RelationState.DISMISSED.value,
)

# Made once: writing them takes longer than running them for an article.
_LEFT: Final = aliased(ClaimMeaning)
_RIGHT: Final = aliased(ClaimMeaning)
_DENIED: Final = (
    select(_LEFT.thread_id)
    .distinct()
    .select_from(ClaimRelation)
    .join(_LEFT, _LEFT.claim_id == ClaimRelation.left_id)
    .join(_RIGHT, _RIGHT.claim_id == ClaimRelation.right_id)
    .where(*_DENYING, _LEFT.thread_id == _RIGHT.thread_id)
)
_OWN: Final = select(schema.Claim.id).where(schema.Claim.article_id == bindparam("article"))
_DENIED_IN: Final = _DENIED.where(
    or_(ClaimRelation.left_id.in_(_OWN), ClaimRelation.right_id.in_(_OWN))
)

_AT_ONCE: Final = 500
"""Ids in one statement, of which databases limit the number."""


class Threading:
    """Puts the claims of one article after another into threads, and finds how they relate."""

    def __init__(self) -> None:
        self._known = Signs.of([])
        self._caught_up = False

    def follow(self, connection: Connection, article_id: int, made: Vectors = NONE_MADE) -> None:
        """Have the claims of an article that show in threads, those that are not, and related.

        Args:
            connection: In the transaction that stored them.
            article_id: Of the article.
            made: Vectors of what they mean that are made already.
        """
        one_at_a_time(connection)
        if not self._caught_up:
            self._catch_up(connection)
        self._learn(connection)
        store_meanings(connection, [article_id], made)
        self._thread(connection, article_id)
        follow_relations(connection, article_id, self._known)
        part_denials(connection, article_id)

    def _catch_up(self, connection: Connection) -> None:
        """Compare what was corrected since it was compared."""
        self._caught_up = True
        for article_id in corrected_articles(connection):
            self.follow_corrected(connection, article_id)

    def follow_corrected(
        self, connection: Connection, article_id: int, made: Vectors = NONE_MADE
    ) -> int:
        """Compare anew what was corrected of an article since it was compared; returns how many
        claims say something else now. As `follow`."""
        one_at_a_time(connection)
        table = ClaimMeaning
        changed = store_meanings(connection, [article_id], made)
        self._learn(connection)
        left = set()
        for chunk in chunks(changed):
            of_them = table.claim_id.in_(chunk), table.thread_id.is_not(None)
            left |= {*connection.scalars(select(table.thread_id).where(*of_them))}
            connection.execute(update(table).where(*of_them).values(thread_id=None))
        self._thread(connection, article_id)
        joined = connection.scalars(select(table.thread_id).where(table.claim_id.in_(changed)))
        # What people judged of them holds; they may be the same as what they were with.
        threads = {one for one in (*left, *joined) if one is not None}
        recount(connection, threads)
        regroup(connection, threads)
        relabel(connection, threads)
        follow_relations(connection, article_id, self._known)
        part_denials(connection, article_id)
        return len(changed)

    def _thread(self, connection: Connection, article_id: int) -> None:
        table, claim = ClaimMeaning, schema.Claim
        rows = connection.execute(
            select(claim.id, claim.public_id, table.signs, table.wordings)
            .join(table, table.claim_id == claim.id)
            .where(claim.article_id == article_id, claim.current, table.thread_id.is_(None))
            .order_by(claim.id)
        ).all()
        went_on = _taken_over(connection, article_id, [row.id for row in rows])
        _write(connection, went_on)
        rest = [row for row in rows if row.id not in went_on]
        near = self._known.promising(
            Signs.of((row.id, row.signs, row.wordings) for row in rest), LEAST
        )
        thread_of = _members(connection, near)
        found = assigned(
            read_points(connection, [row.id for row in rest]),
            read_points(connection, thread_of),
            thread_of,
        )
        began = {one.claim for one in found if one.first == one.claim}
        threads = _begun_by(connection, {row.id: row.public_id for row in rest if row.id in began})
        joined = {}
        for one in found:
            if one.thread is not None:
                joined[one.claim] = one.thread
            elif one.first is not None:
                joined[one.claim] = threads[one.first]
        _write(connection, joined)
        changed = set(joined.values()) | set(went_on.values())
        recount(connection, changed)
        relabel(connection, changed)

    def _learn(self, connection: Connection) -> None:
        """Take in what was stored since, be it by others."""
        table = ClaimMeaning
        greatest = int(self._known.ids[-1]) if len(self._known) else 0
        rows = connection.execute(
            select(table.claim_id, table.signs, table.wordings)
            .where(table.claim_id > greatest, table.encoding_id == encoding(connection))
            .order_by(table.claim_id)
        )
        self._known.add(Signs.of((row[0], row[1], row[2]) for row in rows))


def corrected_articles(connection: Connection) -> list[int]:
    """The articles of claims that show and were corrected since they were compared."""
    claim, table = schema.Claim, ClaimMeaning
    return list(
        connection.scalars(
            select(claim.article_id)
            .distinct()
            .join(table, table.claim_id == claim.id)
            .where(table.due, claim.current)
            .order_by(claim.article_id)
        )
    )


def regroup(connection: Connection, threads: Collection[int] | None = None) -> None:
    """Group claims that show anew, under what people judged, whatever order they came in.

    Args:
        connection: In a transaction that writes.
        threads: Only the claims of these; None for all there are.
    """
    rows = _showing(connection, threads)
    before = {claim: thread for claim, _, thread in rows if thread is not None}
    groups = repaired(
        read_points(connection, [row[0] for row in rows]),
        _links(connection, {public: claim for claim, public, _ in rows}),
    )
    greatest = connection.scalar(select(func.max(Thread.id))) or 0
    pinned = connection.scalars(select(Thread.id).where(Thread.labelled)).all()
    found = named(groups, before, greatest + 1, set(pinned))
    public_of = {claim: public for claim, public, _ in rows}
    firsts: dict[int, int] = {}
    for claim, thread in sorted(found.thread_of.items()):
        if thread > greatest:
            firsts.setdefault(thread, claim)
    begun = _begun_by(connection, {claim: public_of[claim] for claim in firsts.values()})
    real = {thread: begun[claim] for thread, claim in firsts.items()}
    moved = {
        claim: real.get(thread, thread)
        for claim, thread in found.thread_of.items()
        if before.get(claim) != thread
    }
    _write(connection, moved)
    _merge(
        connection,
        {old: real.get(into, into) for old, into in found.merged.items() if into is not None},
    )
    changed = {*moved.values(), *(before[claim] for claim in moved if claim in before)}
    recount(connection, changed)
    relabel(connection, changed)


def part_denials(connection: Connection, article_id: int | None = None) -> None:
    """Group anew the threads in which one claim denies another: both cannot say the same.

    Args:
        connection: In a transaction that writes; relations are found.
        article_id: Only those with such a claim of this article; None for all.
    """
    of_it = {} if article_id is None else {"article": article_id}
    found = connection.scalars(_DENIED_IN if of_it else _DENIED, of_it)
    threads = {thread for thread in found if thread is not None}
    if threads:
        regroup(connection, threads)


def _links(connection: Connection, claims: Mapping[str, int]) -> Links:
    """What people judged of pairs of these claims, which are by public id, and which of them deny
    others."""
    table = ThreadJudgement
    rows = connection.execute(
        select(table.left_claim, table.right_claim, table.same)
        .where(table.retired_at.is_(None))
        .order_by(table.id)
    )
    found: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    for left, right, same in rows:
        if left in claims and right in claims:
            found[same].append((claims[left], claims[right]))
    known = {frozenset(pair) for pair in found[True]}
    there = set(claims.values())
    for one, other in connection.execute(
        select(ClaimRelation.left_id, ClaimRelation.right_id)
        .where(*_DENYING)
        .order_by(ClaimRelation.left_id, ClaimRelation.right_id)
    ):
        if one in there and other in there and frozenset((one, other)) not in known:
            found[False].append((one, other))
    return Links(same=found[True], different=found[False])


def _showing(
    connection: Connection, threads: Collection[int] | None
) -> list[tuple[int, str, int | None]]:
    """Number, public id and thread of claims that show."""
    table, claim = ClaimMeaning, schema.Claim
    statement = (
        select(claim.id, claim.public_id, table.thread_id)
        .join(table, table.claim_id == claim.id)
        .where(claim.current)
        .order_by(claim.id)
    )
    if threads is not None:
        statement = statement.where(table.thread_id.in_(sorted(threads)))
    return [(row[0], row[1], row[2]) for row in connection.execute(statement)]


def _taken_over(connection: Connection, article_id: int, claims: Collection[int]) -> dict[int, int]:
    """The threads of claims that an article had before, in the very words, by present claim."""
    meaning, claim = ClaimMeaning.__table__, schema.Claim.__table__
    old = meaning.alias("old")
    found: dict[int, int] = {}
    for chunk in chunks(sorted(claims)):
        rows = connection.execute(
            select(meaning.c.claim_id, func.coalesce(Thread.merged_into, Thread.id), old.c.claim_id)
            .join(
                old,
                (old.c.full_id == meaning.c.full_id) & (old.c.content_id == meaning.c.content_id),
            )
            .join(claim, claim.c.id == old.c.claim_id)
            .join(Thread, Thread.id == old.c.thread_id)
            .where(
                meaning.c.claim_id.in_(chunk),
                claim.c.article_id == article_id,
                claim.c.current.is_(False),
            )
            .order_by(old.c.claim_id)
        )
        found.update((row[0], row[1]) for row in rows)
    return found


def _members(connection: Connection, near: Collection[int]) -> dict[int, int]:
    """The threads of claims, with all of their members that show."""
    table, claim = ClaimMeaning, schema.Claim
    threads: set[int] = set()
    for chunk in chunks(sorted(near)):
        found = connection.scalars(
            select(table.thread_id)
            .join(claim, claim.id == table.claim_id)
            .where(table.claim_id.in_(chunk), claim.current, table.thread_id.is_not(None))
        )
        threads.update(thread for thread in found if thread is not None)
    return {
        number: thread
        for chunk in chunks(sorted(threads))
        for number, _, thread in _showing(connection, chunk)
        if thread is not None
    }


def _begun_by(connection: Connection, claims: Mapping[int, str]) -> dict[int, int]:
    """A thread without claims for each of some claims, which begin it; by claim.

    One that such a claim began before and that has no claims any more lives again.

    Args:
        connection: In a transaction that writes.
        claims: Public ids by number.
    """
    waiting, found, again = dict(claims), dict[int, int](), 0
    taken = select(ClaimMeaning.claim_id).where(ClaimMeaning.thread_id == Thread.id).exists()
    while waiting:
        wanted = {thread_public_id(public, again): claim for claim, public in waiting.items()}
        known: dict[str, tuple[int, bool]] = {}
        for some in chunks_of(sorted(wanted), _AT_ONCE):
            rows = connection.execute(
                select(Thread.public_id, Thread.id, taken).where(Thread.public_id.in_(some))
            )
            known.update((row[0], (row[1], bool(row[2]))) for row in rows)
        alive = [number for number, has in known.values() if not has]
        for chunk in chunks(alive):
            again_there = update(Thread).where(Thread.id.in_(chunk))
            connection.execute(again_there.values(merged_into=None))
        new = [public for public in wanted if public not in known]
        if new:
            numbers = connection.scalars(
                insert(Thread).returning(Thread.id, sort_by_parameter_order=True),
                [{"public_id": public} for public in new],
            ).all()
            known |= {public: (n, False) for public, n in zip(new, numbers, strict=True)}
        found |= {wanted[public]: n for public, (n, has) in known.items() if not has}
        waiting = {claim: public for claim, public in waiting.items() if claim not in found}
        again += 1
    return found


def _write(connection: Connection, thread_of: Mapping[int, int]) -> None:
    """Put claims into threads."""
    if thread_of:
        table = ClaimMeaning
        connection.execute(
            update(table)
            .where(table.__table__.c.claim_id == bindparam("ident"))
            .values(thread_id=bindparam("thread")),
            [{"ident": claim, "thread": thread} for claim, thread in sorted(thread_of.items())],
        )


def _merge(connection: Connection, into: Mapping[int, int]) -> None:
    """Have threads without claims lead to others; what showed once and may again goes with them."""
    for old, new in into.items():
        for table, column in ((ClaimMeaning, ClaimMeaning.thread_id), (Thread, Thread.merged_into)):
            connection.execute(update(table).where(column == old).values({column: new}))
        connection.execute(update(Thread).where(Thread.id == old).values(merged_into=new))


def rebuild_threads(connection: Connection) -> None:
    """Group all claims anew.

    Args:
        connection: In a transaction that writes; what claims mean is stored, as `make_meanings`
            does.
    """
    one_at_a_time(connection)
    regroup(connection)


def call_threads(connection: Connection) -> int:
    """Count all threads, and call those of several claims what they are now; returns how many these
    are.

    Args:
        connection: In a transaction that writes; threads are made.
    """
    recount(connection)
    found = connection.scalars(select(Thread.id).where(Thread.claims > 1)).all()
    # What is called as before may be called better by now.
    relabel(connection, found)
    return len(found)
