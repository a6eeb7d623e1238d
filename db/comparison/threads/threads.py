"""The thread of each claim: found when its article is stored, put right when all is compared anew.

Of what is stored a process keeps in memory the signs of all vectors, and the vectors that it read
last; what signs show to be near is compared in full.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from sqlalchemy import Connection, bindparam, func, or_, select, update
from sqlalchemy.orm import aliased

from claims.comparison.threads import Links, Points, assigned, named, repaired
from claims.comparison.threads.candidates import Signs
from claims.comparison.threads.repair import LEAST
from claims.relation import Relation, RelationState
from db.comparison.encodings import encoding
from db.comparison.lock import one_at_a_time
from db.comparison.meanings import (
    NONE_MADE,
    Vectors,
    read_points,
    read_statements,
    store_meanings,
)
from db.comparison.relations.relations import Known, follow_relations
from db.comparison.threads.counts import recount
from db.comparison.threads.labelling import relabel
from db.comparison.threads.rows import begun_by, merge, put
from db.schema import core as schema
from db.schema.comparison.relations import ClaimRelation
from db.schema.comparison.threads import ClaimMeaning, Thread, ThreadJudgement
from db.sql.chunks import chunks
from db.sql.id_list import among_given

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

_UNTHREADED: Final = (
    select(schema.Claim.id, schema.Claim.public_id)
    .join(ClaimMeaning, ClaimMeaning.claim_id == schema.Claim.id)
    .where(
        schema.Claim.article_id == bindparam("article"),
        schema.Claim.current,
        ClaimMeaning.thread_id.is_(None),
    )
    .order_by(schema.Claim.id)
)
_LATER: Final = (
    select(ClaimMeaning.claim_id, ClaimMeaning.signs, ClaimMeaning.wordings)
    .where(
        ClaimMeaning.claim_id > bindparam("greatest"),
        ClaimMeaning.encoding_id == bindparam("encoding"),
    )
    .order_by(ClaimMeaning.claim_id)
)
_OLD_MEANING: Final = aliased(ClaimMeaning)
_OLD_CLAIM: Final = aliased(schema.Claim)
_TAKEN_OVER: Final = (
    select(ClaimMeaning.claim_id, func.coalesce(Thread.merged_into, Thread.id))
    .select_from(_OLD_CLAIM)
    .join(_OLD_MEANING, _OLD_MEANING.claim_id == _OLD_CLAIM.id)
    .join(Thread, Thread.id == _OLD_MEANING.thread_id)
    .join(
        ClaimMeaning,
        (ClaimMeaning.full_id == _OLD_MEANING.full_id)
        & (ClaimMeaning.content_id == _OLD_MEANING.content_id),
    )
    .join(schema.Claim, schema.Claim.id == ClaimMeaning.claim_id)
    .where(
        _OLD_CLAIM.article_id == bindparam("article"),
        _OLD_CLAIM.current.is_(False),
        schema.Claim.article_id == bindparam("article"),
        schema.Claim.current,
        ClaimMeaning.thread_id.is_(None),
    )
    .order_by(_OLD_MEANING.claim_id)
)
_NEAR: Final = (
    select(_LEFT.thread_id)
    .join(_OLD_CLAIM, _OLD_CLAIM.id == _LEFT.claim_id)
    .where(among_given(_LEFT.claim_id), _OLD_CLAIM.current, _LEFT.thread_id.is_not(None))
)
_PARENTS: Final = select(schema.Claim.id, schema.Claim.parent_id).where(
    among_given(schema.Claim.id), schema.Claim.parent_id.is_not(None)
)
_THREADS: Final = select(ClaimMeaning.claim_id, ClaimMeaning.thread_id).where(
    among_given(ClaimMeaning.claim_id)
)
_MEMBERS: Final = (
    select(ClaimMeaning.claim_id, ClaimMeaning.thread_id)
    .join(schema.Claim, schema.Claim.id == ClaimMeaning.claim_id)
    .where(schema.Claim.current, ClaimMeaning.thread_id.in_(_NEAR))
)


class Threading:
    """Puts the claims of one article after another into threads, and finds how they relate."""

    def __init__(self) -> None:
        self._known = Known()
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
        statements = read_statements(connection, [article_id])
        store_meanings(connection, statements, made)
        points = read_points(connection, statements)
        self._thread(connection, article_id, points)
        follow_relations(connection, article_id, statements, points, self._known)
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
        statements = read_statements(connection, [article_id])
        before = {
            claim: thread
            for chunk in chunks(sorted(statements))
            for claim, thread in connection.execute(_THREADS, {"ids": chunk})
        }
        changed = store_meanings(connection, statements, made)
        self._known.forget(changed)
        self._learn(connection)
        left = {before.get(claim) for claim in changed}
        for chunk in chunks(changed):
            of_them = update(table).where(table.claim_id.in_(chunk))
            connection.execute(of_them.values(thread_id=None))
        points = read_points(connection, statements)
        self._thread(connection, article_id, points)
        joined = connection.scalars(select(table.thread_id).where(table.claim_id.in_(changed)))
        # What people judged of them holds; they may be the same as what they were with.
        threads = {one for one in (*left, *joined) if one is not None}
        recount(connection, threads)
        regroup(connection, threads)
        relabel(connection, threads)
        follow_relations(connection, article_id, statements, points, self._known)
        part_denials(connection, article_id)
        return len(changed)

    def _thread(self, connection: Connection, article_id: int, points: Points) -> None:
        """Have those of an article's claims in threads that are in none."""
        of_it = {"article": article_id}
        public_of = {row[0]: row[1] for row in connection.execute(_UNTHREADED, of_it)}
        went_on = _taken_over(connection, article_id)
        put(connection, went_on)
        rest = [number for number in public_of if number not in went_on]
        new = points.take(np.flatnonzero(np.isin(points.ids, rest)))
        near = self._known.signs.promising(Signs.of_points(new), LEAST)
        thread_of = _members(connection, near)
        inside = _inside(connection, new.ids.tolist())
        known = self._known.points(connection, thread_of)
        found = assigned(new, known, thread_of, inside)
        began = {one.claim for one in found if one.first == one.claim}
        threads = begun_by(connection, {n: public_of[n] for n in rest if n in began})
        joined = {}
        for one in found:
            if one.thread is not None:
                joined[one.claim] = one.thread
            elif one.first is not None:
                joined[one.claim] = threads[one.first]
        put(connection, joined)
        changed = set(joined.values()) | set(went_on.values())
        recount(connection, changed)
        # What a claim begins alone is called by its words.
        sizes = Counter(joined.values())
        alone = {thread for thread in threads.values() if sizes[thread] == 1}
        relabel(connection, changed - alone)

    def _learn(self, connection: Connection) -> None:
        """Take in what was stored since, be it by others."""
        known = self._known.signs
        greatest = int(known.ids[-1]) if len(known) else 0
        rows = connection.execute(_LATER, {"greatest": greatest, "encoding": encoding(connection)})
        known.add(Signs.of((row[0], row[1], row[2]) for row in rows))


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
    begun = begun_by(connection, {claim: public_of[claim] for claim in firsts.values()})
    real = {thread: begun[claim] for thread, claim in firsts.items()}
    moved = {
        claim: real.get(thread, thread)
        for claim, thread in found.thread_of.items()
        if before.get(claim) != thread
    }
    put(connection, moved)
    merge(
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
    others or stand inside them."""
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
    denying = connection.execute(
        select(ClaimRelation.left_id, ClaimRelation.right_id)
        .where(*_DENYING)
        .order_by(ClaimRelation.left_id, ClaimRelation.right_id)
    ).all()
    for one, other in (*denying, *_inside(connection, sorted(there))):
        if one in there and other in there and frozenset((one, other)) not in known:
            found[False].append((one, other))
    return Links(same=found[True], different=found[False])


def _inside(connection: Connection, claims: Sequence[int]) -> list[tuple[int, int]]:
    """Which of some claims stand inside which: what is told twice is not said twice."""
    parents: dict[int, int] = {}
    for chunk in chunks(claims):
        for claim, parent in connection.execute(_PARENTS, {"ids": chunk}):
            assert parent is not None, "only such are asked for"
            parents[claim] = parent
    return [
        (claim, outer) for claim in sorted(parents) for outer in _chain(parents, parents[claim])
    ]


def _chain(parents: Mapping[int, int], claim: int) -> Iterator[int]:
    """A claim and all that it stands inside of."""
    yield claim
    while (outer := parents.get(claim)) is not None:
        yield outer
        claim = outer


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


def _taken_over(connection: Connection, article_id: int) -> dict[int, int]:
    """The threads of claims that an article had before, in the very words, by present claim that is
    in none."""
    rows = connection.execute(_TAKEN_OVER, {"article": article_id})
    return {row[0]: row[1] for row in rows}


def _members(connection: Connection, near: Collection[int]) -> dict[int, int]:
    """The threads of claims, with all of their members that show."""
    return {
        claim: thread
        for chunk in chunks(sorted(near))
        for claim, thread in connection.execute(_MEMBERS, {"ids": chunk})
        if thread is not None
    }


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
