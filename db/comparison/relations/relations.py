"""How claims relate: found as articles come, and anew in all that is stored, under what people
judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from typing import Final

import numpy as np
from sqlalchemy import Connection, bindparam, delete, or_, select, update

from claims.comparison.meaning import Statement
from claims.comparison.relations import (
    ALIKE,
    LEAST,
    FoundRelation,
    May,
    candidates,
    may_differ,
    relation,
    traits_of,
)
from claims.comparison.threads import Points, Row, may_be_alike
from claims.comparison.threads.candidates import Signs
from claims.relation import Relation
from db.comparison.lock import one_at_a_time
from db.comparison.meanings import read_points, read_rows, read_statements
from db.comparison.relations.claims import (
    Relatable,
    as_compared,
    read_claims,
    read_relatable,
    relatable,
)
from db.comparison.relations.rows import Suggestion, as_stored, write_relations
from db.schema import core as schema
from db.schema.comparison.relations import ClaimRelation
from db.schema.comparison.threads import ClaimMeaning
from db.sql.chunks import chunks, chunks_of

_NEAREST: Final = 8
"""Claims of its thread that a claim is compared with, those nearest to it."""

_NEAR: Final = 60
_NEAREST_IN_CONTENT: Final = 20
"""Claims that one is compared with as its article comes: those near at a glance, and of these the
nearest."""

_AT_ONCE: Final = 20_000
"""Pairs whose vectors are multiplied at once."""

_ROUNDED: Final = 0.001
"""What rounding may take off a cosine."""

_REMEMBERED: Final = 50_000
_AT_HAND: Final = 20_000
"""Claims whose words are kept in memory, and whose vectors are: a kilobyte each."""

# Made once: writing them takes longer than running them for an article.
_OWN: Final = select(schema.Claim.id).where(schema.Claim.article_id == bindparam("article"))
_FORGOTTEN: Final = tuple(
    delete(ClaimRelation).where(end.in_(_OWN))
    for end in (ClaimRelation.left_id, ClaimRelation.right_id)
)


class Known:
    """The claims that were compared before, as far as one process remembers them: the signs of all,
    and of those met last what they say and their vectors, as it was when they were compared."""

    def __init__(self) -> None:
        self.signs = Signs.of([])
        # By public ids: a number is another claim's after a transaction that failed.
        self._said: dict[str, Statement] = {}
        self._rows: dict[int, Row] = {}

    def points(self, connection: Connection, claims: Collection[int]) -> Points:
        """Some of them, by number, as threads see them."""
        found = [self._rows[claim] for claim in claims if claim in self._rows]
        lacking = read_rows(connection, [claim for claim in claims if claim not in self._rows])
        # What came later is of this transaction: if that fails, its numbers are others' again.
        last = int(self.signs.ids[-1]) if len(self.signs) else 0
        self._rows.update((row.id, row) for row in lacking if row.id <= last)
        for claim in list(islice(self._rows, max(len(self._rows) - _AT_HAND, 0))):
            del self._rows[claim]
        return Points.of(sorted(found + lacking, key=itemgetter(0)))

    def forget(self, claims: Iterable[int]) -> None:
        """Read the vectors of some anew."""
        for claim in claims:
            self._rows.pop(claim, None)

    def relatable(self, connection: Connection, claims: Sequence[int]) -> list[Relatable]:
        """Some of them, by number, as relations are judged."""
        rows = read_claims(connection, claims)
        said = {row[0]: self._said[row[1]] for row in rows if row[1] in self._said}
        lacking = {row[0]: row[2] for row in rows if row[0] not in said}
        if lacking:
            said |= read_statements(connection, sorted(set(lacking.values())), lacking)
        found = as_compared(connection, rows, said)
        self.remember(found)
        return found

    def remember(self, claims: Iterable[Relatable]) -> None:
        """Keep what claims say."""
        if len(self._said) > _REMEMBERED:
            self._said.clear()
        self._said.update((claim.public_id, claim.compared.statement) for claim in claims)


def rebuild_relations(connection: Connection) -> int:
    """Find anew how claims relate; returns how many relations there are.

    What people confirmed stays, found again or not. What they dismissed stays dismissed.

    Args:
        connection: In a transaction that writes; what claims mean is stored and in threads.
    """
    one_at_a_time(connection)
    articles = connection.scalars(select(schema.Article.id).order_by(schema.Article.id)).all()
    claims = read_relatable(connection, articles)
    claims, points = _with_points(connection, claims, [claim.number for claim in claims])
    pairs = candidates([claim.compared.statement.bare for claim in claims])
    pairs |= _of_threads(connection, claims, points)
    found = _related(claims, points, sorted(pairs))
    connection.execute(delete(ClaimRelation))
    return write_relations(connection, found)


def follow_relations(
    connection: Connection,
    article_id: int,
    statements: Mapping[int, Statement],
    points: Points,
    known: Known,
) -> None:
    """Find how the claims of an article relate to those that are stored, and to each other.

    Args:
        connection: In the transaction that stored them, with what they mean.
        article_id: Of the article.
        statements: Its claims that show, by number.
        points: The same.
        known: The claims that were there before, be some of the article among them.
    """
    _forget(connection, article_id)
    own, points = _in_order(relatable(connection, statements), points)
    if not own:
        return
    known.remember(own)
    near = known.signs.near(Signs.of_points(points), LEAST, _NEAR) - statements.keys()
    others = _nearest(points, known.points(connection, near))
    those, others = _in_order(known.relatable(connection, others.ids.tolist()), others)
    claims, every = [*own, *those], points.and_(others)
    content = points.scaled(0, 1) @ every.scaled(0, 1).T
    # Near enough but for rounding: few are, and each pair is looked at by itself.
    at, to = np.nonzero(np.triu(content >= LEAST - _ROUNDED, 1))
    pairs = list(zip(at.tolist(), to.tolist(), strict=True))
    write_relations(connection, _related(claims, every, pairs), [claim.public_id for claim in own])


def turn_relations(connection: Connection, articles: Collection[int]) -> None:
    """Say anew how claims relate of articles whose date is known otherwise by now: which of two
    is the later one.

    Args:
        connection: In the transaction that set the dates.
        articles: Their numbers.
    """
    table, claim = ClaimRelation, schema.Claim
    ends = (table.left_id, table.right_id)
    pairs: dict[tuple[int, int], Relation] = {}
    for chunk in chunks(sorted(articles)):
        of_them = select(claim.id).where(claim.article_id.in_(chunk))
        wanted = or_(*(end.in_(of_them) for end in ends))
        for one, other, kind in connection.execute(select(*ends, table.relation).where(wanted)):
            pairs[_pair(one, other)] = Relation(kind)
    if not pairs:
        return
    one_at_a_time(connection)
    numbers = {number for pair in pairs for number in pair}
    claims = read_relatable(connection, _articles_of(connection, numbers), numbers)
    claims, points = _with_points(connection, claims, numbers)
    at = {claim.number: index for index, claim in enumerate(claims)}
    again = [(at[one], at[other]) for one, other in pairs if one in at and other in at]
    for suggestion in _related(claims, points, again):
        one, other = suggestion.left, suggestion.right
        if suggestion.relation is pairs[_pair(one, other)]:
            both = table.left_id.in_((one, other)), table.right_id.in_((one, other))
            evidence = as_stored(suggestion.evidence)
            turned = {"left_id": one, "right_id": other, "evidence": evidence}
            connection.execute(update(table).where(*both).values(turned))


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _with_points(
    connection: Connection, claims: Iterable[Relatable], wanted: Collection[int]
) -> tuple[list[Relatable], Points]:
    """Those of some claims that are wanted and have vectors, with these."""
    return _in_order(claims, read_points(connection, wanted))


def _in_order(claims: Iterable[Relatable], points: Points) -> tuple[list[Relatable], Points]:
    """Those of some claims that are among the points, and their points in the same order."""
    index = {number: at for at, number in enumerate(points.ids.tolist())}
    found = [claim for claim in claims if claim.number in index]
    order = np.array([index[claim.number] for claim in found], dtype=np.intp)
    return found, points.take(order)


def _forget(connection: Connection, article_id: int) -> None:
    """Delete the relations of an article's claims, be they those of an older text."""
    for statement in _FORGOTTEN:
        connection.execute(statement, {"article": article_id})


def _nearest(points: Points, others: Points) -> Points:
    """Those of some claims whose contents are nearest to one of the first, in full."""
    if not len(others):
        return others
    content = points.scaled(0, 1) @ others.scaled(0, 1).T
    kept: set[int] = set()
    for row in content:
        # Few are near enough, and only these need an order.
        (near,) = np.nonzero(row >= LEAST)
        best = np.argsort(-row[near], kind="stable")[:_NEAREST_IN_CONTENT]
        kept.update(near[best].tolist())
    return others.take(np.array(sorted(kept), dtype=np.intp))


def _articles_of(connection: Connection, claims: Collection[int]) -> list[int]:
    claim = schema.Claim
    found: set[int] = set()
    for chunk in chunks(sorted(claims)):
        found.update(connection.scalars(select(claim.article_id).where(claim.id.in_(chunk))))
    return sorted(found)


def _related(
    claims: Sequence[Relatable], points: Points, pairs: Sequence[tuple[int, int]]
) -> Iterator[Suggestion]:
    full, content = points.scaled(1, 0), points.scaled(0, 1)
    traits = traits_of([claim.compared for claim in claims])
    for some in chunks_of(pairs, _AT_ONCE):
        left, right = np.array(some, dtype=np.intp).T
        near = np.einsum("ij,ij->i", content[left], content[right])
        (kept,) = np.nonzero(near >= LEAST)
        left, right, near = left[kept], right[kept], near[kept]
        whole = np.einsum("ij,ij->i", full[left], full[right])
        alike = may_be_alike(points, left, right, (whole, near), ALIKE)
        may = np.array([*may_differ(traits, left, right), alike])
        (kept,) = np.nonzero(may.any(axis=0))
        pairs_left = zip(left[kept].tolist(), right[kept].tolist(), strict=True)
        cosines = zip(whole[kept].tolist(), near[kept].tolist(), strict=True)
        for pair, both, each in zip(pairs_left, cosines, may[:, kept].T.tolist(), strict=True):
            one, other = (claims[at] for at in pair)
            if _is_a_copy(one, other):
                continue
            suggested = relation(one.compared, other.compared, *both, May(*each))
            if suggested is not None and _tells(suggested, one, other):
                first, second = (other, one) if suggested.turned else (one, other)
                yield Suggestion(
                    first.number,
                    second.number,
                    suggested.relation,
                    suggested.score,
                    suggested.evidence,
                )


def _is_a_copy(one: Relatable, other: Relatable) -> bool:
    """Whether one claim is another article's copy of the other, or stands inside it."""
    if one.article != other.article:
        return one.story is not None and one.story == other.story
    return one.parent == other.number or other.parent == one.number


def _tells(found: FoundRelation, one: Relatable, other: Relatable) -> bool:
    """Whether it is worth telling: within an article only who denies what."""
    return one.article != other.article or found.relation is Relation.DENIES


def _of_threads(
    connection: Connection, claims: Sequence[Relatable], points: Points
) -> set[tuple[int, int]]:
    """The nearest of each claim within its thread, by their places."""
    at = {claim.number: index for index, claim in enumerate(claims)}
    members: dict[int, list[int]] = defaultdict(list)
    table = ClaimMeaning
    for number, thread in connection.execute(
        select(table.claim_id, table.thread_id).where(table.thread_id.is_not(None))
    ):
        if thread is not None and number in at:
            members[thread].append(at[number])
    found = set()
    for indices in members.values():
        if len(indices) > 1:
            vectors = points.take(np.array(indices, dtype=np.intp)).scaled(1, 1)
            for row, index in enumerate(indices):
                nearest = np.argsort(-(vectors @ vectors[row]), kind="stable")[: _NEAREST + 1]
                others = (indices[other] for other in nearest if other != row)
                found |= {(min(index, other), max(index, other)) for other in others}
    return found
