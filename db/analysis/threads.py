"""Threads: claims that say the same, listed, and each through time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Dialect,
    Engine,
    Select,
    and_,
    func,
    literal_column,
    select,
)

from claims.comparison.threads import cohesion
from claims.comparison.threads.labels import shortened
from claims.partial_date import PartialDate
from db.claims.model import ClaimRow, SpeakerRef
from db.claims.rows import fetch_rows
from db.claims.threads import COUNTS, MEMBERS, read_said
from db.comparison.meanings import read_points
from db.comparison.threads.counts import count_uncompared
from db.comparison.threads.judgements import thread_number
from db.connection.cancel import Cancel
from db.connection.reading import reading
from db.query.compile import claim_conditions
from db.query.conditions.review import is_not_rejected
from db.query.grammar import QueryError
from db.query.model import ClaimQuery
from db.query.tables import (
    Condition,
    article,
    article_sample,
    claim,
    claim_meaning,
    claim_speaker,
    entity,
    is_current,
    is_live,
    mention_entity,
    shown_name,
    thread,
)
from db.sql.chunks import chunks


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """A thread with what it has. Rejected claims count for nothing.

    Args:
        thread: Public id.
        label: What it is called.
        labelled: Whether a person says so.
        claims: How many say it.
        articles: In how many articles.
        stories: In how many of these, copies of one text being one.
        speakers: Who, most claims first; None where that was not read yet.
        first: When the earliest of the articles was published.
        last: Likewise the latest.
    """

    thread: str
    label: str
    labelled: bool
    claims: int
    articles: int
    stories: int
    speakers: tuple[SpeakerRef, ...] | None
    first: PartialDate
    last: PartialDate


@dataclass(frozen=True, slots=True)
class ThreadClaim:
    """A claim as one of its thread.

    Args:
        row: The claim.
        same: How likely it says the same as the others, on average; None where its vectors are of
            other weights than the present ones.
        copy: Whether another article of its story has the thread's claims before it.
    """

    row: ClaimRow
    same: float | None
    copy: bool


@dataclass(frozen=True, slots=True)
class OpenThread:
    """A thread with its claims in order of time."""

    row: ThreadRow
    claims: tuple[ThreadClaim, ...]


THREAD_ORDERS: Final[dict[str, ColumnElement[Any]]] = {
    "claims": thread.c.claims,
    "articles": thread.c.articles,
    "stories": thread.c.stories,
    "first": thread.c.first_said,
    "last": thread.c.last_said,
}
"""What threads can be listed in the order of, so that the first need not wait for all."""


def list_threads(
    engine: Engine,
    query: ClaimQuery,
    *,
    everything: bool = False,
    order: str = "claims",
    descending: bool = True,
    limit: int | None = None,
    speakers: bool = True,
    cancel: Cancel | None = None,
) -> list[ThreadRow]:
    """The threads in which a query finds a claim, whole; of equals those of most claims first.

    Args:
        engine: Of the archive.
        query: Which claims; its order and limit are passed over.
        everything: Those of one claim as well.
        order: One of `THREAD_ORDERS`; threads that lack it come last.
        descending: Those that have most of it, or are the latest by it, first.
        limit: How many at most; None for all.
        speakers: Whether to read who speaks, which takes the longest by far; `with_speakers` does.
        cancel: Stops it from another thread.

    Raises:
        Cancelled: It was stopped.
        ArchiveError: The database failed.
    """
    with reading(engine) as connection, (cancel or Cancel()).watch(connection):
        key = THREAD_ORDERS[order]
        by = ((key.desc() if descending else key.asc()).nulls_last(), *_BY_SIZE)
        which = _which(query, connection.dialect, everything=everything)
        if limit is not None:
            # Numbers are found and sorted in an index, and few rows read.
            numbers = select(thread.c.id).where(*which).order_by(*by).limit(limit)
            which = [thread.c.id.in_(numbers.correlate(None))]
        found = _read(connection, _rows().where(*which).order_by(*by))
        return _with_speakers(connection, found) if speakers else found


def with_speakers(
    engine: Engine, rows: Sequence[ThreadRow], cancel: Cancel | None = None
) -> list[ThreadRow]:
    """Threads with who speaks in them, which is read of those that lack it. As `list_threads`."""
    with reading(engine) as connection, (cancel or Cancel()).watch(connection):
        return _with_speakers(connection, rows)


NONE_SHOWS: Final = "no claim of this thread shows any more: they were rejected, or are gone"


def read_thread(engine: Engine, ident: str, query: ClaimQuery | None = None) -> OpenThread:
    """A thread with its claims, by date of publication, article and position.

    Args:
        engine: Of the archive.
        ident: Its public id, be it that of one that is one with it now; or that of a claim in it.
        query: Which of its claims to give; all by default.

    Raises:
        QueryError: There is no such thread, or none of its claims shows any more.
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        number = thread_number(connection, ident)
        found = _read(connection, _rows().where(thread.c.id == number, thread.c.claims > 0))
        rows = _with_speakers(connection, found)
        if not rows:
            raise QueryError(NONE_SHOWS)
        claims = _claims(connection, number, query or ClaimQuery())
    return OpenThread(rows[0], tuple(claims))


def count_unthreaded(engine: Engine) -> int:
    """How many claims that show were never compared with the others.

    Raises:
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        return count_uncompared(connection)


_BY_SIZE: Final = (
    *(thread.c.claims.desc(), thread.c.articles.desc()),
    *(thread.c.first_said.nulls_last(), thread.c.id),
)


def _rows() -> Select[Any]:
    """Rows that `_read` takes, of all threads."""
    own = thread.c
    # Of one claim the only content there is.
    content = (
        select(func.min(claim.c.content))
        .select_from(MEMBERS)
        .where(claim_meaning.c.thread_id == own.id, *COUNTS)
        .correlate(thread)
        .scalar_subquery()
    )
    return select(
        *(own.public_id, func.coalesce(own.label, content), own.labelled),
        *(own.claims, own.articles, own.stories),
        *(own.first_said, own.first_precision, own.last_said, own.last_precision),
    )


def _which(query: ClaimQuery, dialect: Dialect, *, everything: bool) -> list[Condition]:
    """What holds of the threads in which a query finds a claim."""
    # Written out, so that the index of those of several is seen to serve.
    least: ColumnElement[int] = literal_column("0" if everything else "1")
    conditions: list[Condition] = [thread.c.claims > least]
    if query.narrows:
        found = select(claim_meaning.c.thread_id).select_from(MEMBERS)
        of_claims = claim_conditions(query.with_aside(), dialect)
        conditions.append(thread.c.id.in_(found.where(*of_claims)))
    return conditions


def _read(connection: Connection, statement: Select[Any]) -> list[ThreadRow]:
    return [
        ThreadRow(
            *(public_id, shortened(label), labelled, claims, articles, stories, None),
            first=read_said(*said[:2]),
            last=read_said(*said[2:]),
        )
        for public_id, label, labelled, claims, articles, stories, *said in connection.execute(
            statement
        )
    ]


def _with_speakers(connection: Connection, rows: Sequence[ThreadRow]) -> list[ThreadRow]:
    found = _speakers(connection, [row.thread for row in rows if row.speakers is None])
    return [
        row if row.speakers is not None else replace(row, speakers=tuple(found.get(row.thread, ())))
        for row in rows
    ]


def _speakers(connection: Connection, threads: Iterable[str]) -> dict[str, list[SpeakerRef]]:
    """Who speaks in threads, those with most claims first."""
    canonical = entity.alias("canonical")
    said = func.count(claim.c.id.distinct())
    found: dict[str, list[SpeakerRef]] = defaultdict(list)
    for chunk in chunks(sorted(threads)):
        rows = connection.execute(
            select(thread.c.public_id, canonical.c.public_id, func.min(shown_name()))
            .select_from(
                thread.join(claim_meaning, claim_meaning.c.thread_id == thread.c.id)
                .join(claim, claim.c.id == claim_meaning.c.claim_id)
                .join(claim_speaker, claim_speaker.c.claim_id == claim.c.id)
                .join(
                    mention_entity,
                    and_(mention_entity.c.mention_id == claim_speaker.c.mention_id, is_live()),
                )
                .join(entity, entity.c.id == mention_entity.c.entity_id)
                .join(canonical, canonical.c.id == entity.c.canonical_id)
            )
            .where(thread.c.public_id.in_(chunk), *COUNTS)
            .group_by(thread.c.public_id, canonical.c.public_id)
            .order_by(thread.c.public_id, said.desc(), func.min(shown_name()))
        )
        for number, public_id, name in rows:
            found[number].append(SpeakerRef(public_id, name))
    return found


def _claims(connection: Connection, number: int, query: ClaimQuery) -> list[ThreadClaim]:
    story = func.coalesce(article.c.story_id, article.c.id)
    shingles = func.coalesce(article_sample.c.shingles, 0)
    members = connection.execute(
        select(
            *(claim.c.id, claim.c.article_id, story, article.c.published, shingles),
            is_not_rejected(),
        )
        .select_from(MEMBERS.outerjoin(article_sample, article_sample.c.article_id == article.c.id))
        .where(claim_meaning.c.thread_id == number, is_current())
        .order_by(
            article.c.published.asc().nulls_last(), article.c.id, claim.c.position, claim.c.id
        )
    ).all()
    wanted = _wanted(connection, number, query)
    counting = [row for row in members if row[-1] or row[0] in wanted]
    first: dict[int, tuple[Any, ...]] = {}
    for _, article_id, of_story, published, size, _ in counting:
        place = (published is None, published or date.max, -size, article_id)
        first[of_story] = min(first.get(of_story, place), place)
    points = read_points(connection, [row[0] for row in counting])
    same = dict(zip(points.ids.tolist(), cohesion(points), strict=True))
    shown = {row[0]: row for row in counting if row[0] in wanted}
    return [
        ThreadClaim(row, same.get(row.id), shown[row.id][1] != first[shown[row.id][2]][-1])
        for row in fetch_rows(connection, list(shown))
    ]


def _wanted(connection: Connection, number: int, query: ClaimQuery) -> set[int]:
    """The claims of a thread that a query finds."""
    return set(
        connection.scalars(
            select(claim.c.id)
            .select_from(MEMBERS)
            .where(
                claim_meaning.c.thread_id == number,
                *claim_conditions(query.with_aside(), connection.dialect),
            )
        )
    )
