"""How claims relate: found as articles come, and anew in all that is stored, under what people
judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

import numpy as np
from sqlalchemy import Connection, delete, or_, select, update

from claims.comparison.relations import LEAST, Found, candidates, relation
from claims.comparison.threads import Points
from claims.comparison.threads.candidates import Signs
from claims.relation import Relation
from db.comparison.lock import one_at_a_time
from db.comparison.meanings import read_points
from db.comparison.relation_claims import Relatable, read_relatable
from db.comparison.relation_rows import Suggestion, write_relations
from db.schema import core as schema
from db.schema.relations import ClaimRelation
from db.schema.threads import ClaimMeaning
from db.sql.chunks import chunks, chunks_of

_NEAREST: Final = 8
"""Claims of its thread that a claim is compared with, those nearest to it."""

_NEAR: Final = 60
_NEAREST_IN_CONTENT: Final = 20
"""Claims that one is compared with as its article comes: those near at a glance, and of these the
nearest."""

_AT_ONCE: Final = 20_000
"""Pairs whose vectors are multiplied at once."""


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
    pairs = candidates([claim.said.statement.bare for claim in claims])
    pairs |= _of_threads(connection, claims, points)
    found = _related(claims, points, sorted(pairs))
    connection.execute(delete(ClaimRelation))
    return write_relations(connection, found)


def follow_relations(connection: Connection, article_id: int, known: Signs) -> None:
    """Find how the claims of an article relate to those that are stored, and to each other.

    Args:
        connection: In the transaction that stored them, with what they mean.
        article_id: Of the article.
        known: The claims that were there before, be some of the article among them.
    """
    own = read_relatable(connection, [article_id])
    numbers = [claim.number for claim in own]
    _forget(connection, article_id)
    own, points = _with_points(connection, own, numbers)
    if not own:
        return
    near = read_points(connection, _near(connection, numbers, known) - set(numbers))
    others = set(_nearest(points, near).ids.tolist())
    articles = [one for one in _articles_of(connection, others) if one != article_id]
    claims, all_points = _with_points(
        connection, [*own, *read_relatable(connection, articles, others)], {*numbers, *others}
    )
    pairs = [(one, other) for one in range(len(own)) for other in range(one + 1, len(claims))]
    write_relations(
        connection, _related(claims, all_points, pairs), [claim.public_id for claim in own]
    )


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
    at = {claim.number: place for place, claim in enumerate(claims)}
    again = [(at[one], at[other]) for one, other in pairs if one in at and other in at]
    for suggestion in _related(claims, points, again):
        one, other = suggestion.left, suggestion.right
        if suggestion.relation is pairs[_pair(one, other)]:
            both = table.left_id.in_((one, other)), table.right_id.in_((one, other))
            turned = {"left_id": one, "right_id": other}
            connection.execute(update(table).where(*both).values(turned))


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _with_points(
    connection: Connection, claims: Iterable[Relatable], wanted: Collection[int]
) -> tuple[list[Relatable], Points]:
    """Those of some claims that are wanted and have vectors, with these."""
    points = read_points(connection, wanted)
    place = {number: at for at, number in enumerate(points.ids.tolist())}
    found = [claim for claim in claims if claim.number in place]
    order = np.array([place[claim.number] for claim in found], dtype=np.intp)
    return found, points.take(order)


def _forget(connection: Connection, article_id: int) -> None:
    """Delete the relations of an article's claims, be they those of an older text."""
    claim = schema.Claim
    of_it = select(claim.id).where(claim.article_id == article_id)
    for end in (ClaimRelation.left_id, ClaimRelation.right_id):
        connection.execute(delete(ClaimRelation).where(end.in_(of_it)))


def _near(connection: Connection, own: Collection[int], known: Signs) -> set[int]:
    """The claims whose contents are near enough to one of some, at a glance."""
    table = ClaimMeaning
    rows: list[tuple[int, bytes, bytes | None]] = []
    for chunk in chunks(sorted(own)):
        found = connection.execute(
            select(table.claim_id, table.signs).where(table.claim_id.in_(chunk))
        )
        rows += [(row[0], row[1], None) for row in found]
    return known.near(Signs.of(rows), LEAST, _NEAR)


def _nearest(points: Points, others: Points) -> Points:
    """Those of some claims whose contents are nearest to one of the first, in full."""
    if not len(others):
        return others
    content = points.scaled(0, 1) @ others.scaled(0, 1).T
    kept: set[int] = set()
    for row in content:
        best = np.argsort(-row, kind="stable")[:_NEAREST_IN_CONTENT]
        kept.update(at for at in best.tolist() if row[at] >= LEAST)
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
    for some in chunks_of(pairs, _AT_ONCE):
        left, right = np.array(some, dtype=np.intp).T
        near = np.einsum("ij,ij->i", content[left], content[right])
        for at in np.flatnonzero(near >= LEAST):
            one, other = claims[left[at]], claims[right[at]]
            if _is_a_copy(one, other):
                continue
            whole = float(full[left[at]] @ full[right[at]])
            suggested = relation(one.said, other.said, whole, float(near[at]))
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


def _tells(found: Found, one: Relatable, other: Relatable) -> bool:
    """Whether it is worth telling: within an article only who denies what."""
    return one.article != other.article or found.relation is Relation.DENIES


def _of_threads(
    connection: Connection, claims: Sequence[Relatable], points: Points
) -> set[tuple[int, int]]:
    """The nearest of each claim within its thread, by their places."""
    at = {claim.number: place for place, claim in enumerate(claims)}
    members: dict[int, list[int]] = defaultdict(list)
    table = ClaimMeaning
    for number, thread in connection.execute(
        select(table.claim_id, table.thread_id).where(table.thread_id.is_not(None))
    ):
        if thread is not None and number in at:
            members[thread].append(at[number])
    found = set()
    for places in members.values():
        if len(places) > 1:
            vectors = points.take(np.array(places, dtype=np.intp)).scaled(1, 1)
            for row, place in enumerate(places):
                nearest = np.argsort(-(vectors @ vectors[row]), kind="stable")[: _NEAREST + 1]
                others = (places[other] for other in nearest if other != row)
                found |= {(min(place, other), max(place, other)) for other in others}
    return found
