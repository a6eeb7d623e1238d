"""How many claims, articles and stories each thread has, and since when and until when it is said:
kept beside the threads, so that a list of them need not read their claims."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from sqlalchemy import Connection, Date, Select, Update, and_, func, or_, select, update

from claims.comparison.meaning import Statement
from claims.comparison.meaning.contents import says_something
from db.claims.articles import DATED
from db.query.conditions.review import is_not_rejected
from db.query.tables import Condition, article, claim, claim_meaning, is_current, thread
from db.sql.chunks import chunks
from db.sql.id_list import among_given

_NUMBER: Final = len("2024-12-31")

_LOOKED_AT: Final = 10_000
"""Claims without a meaning of which it is looked whether they say anything; of more it does not
matter."""


def recount(connection: Connection, threads: Collection[int] | None = None) -> None:
    """Count anew what threads have. Rejected claims count for nothing.

    Args:
        connection: In a transaction that writes; all else of claims and articles is written.
        threads: Their numbers; None for all there are.
    """
    if threads is None:
        connection.execute(_RECOUNT_ALL)
        return
    for chunk in chunks(sorted(threads)):
        connection.execute(_RECOUNT, {"ids": chunk})


def recount_those_of(connection: Connection, claims: Collection[int]) -> None:
    """Count anew what the threads of some claims have. As `recount`."""
    table = claim_meaning.c
    for chunk in chunks(sorted(claims)):
        found = select(table.thread_id).where(
            table.claim_id.in_(chunk), table.thread_id.is_not(None)
        )
        recount(connection, set(connection.scalars(found)))


def recount_those_in(connection: Connection, articles: Collection[int]) -> None:
    """Count anew what the threads of some articles' claims have, past ones too. As `recount`."""
    recount(connection, threads_in(connection, articles))


def threads_in(connection: Connection, articles: Collection[int]) -> set[int]:
    """The threads that claims of some articles are in."""
    found: set[int] = set()
    for chunk in chunks(sorted(articles)):
        found.update(
            connection.scalars(
                select(claim_meaning.c.thread_id)
                .distinct()
                .join(claim, claim.c.id == claim_meaning.c.claim_id)
                .where(claim.c.article_id.in_(chunk), claim_meaning.c.thread_id.is_not(None))
            )
        )
    return found


def count_uncompared(connection: Connection) -> int:
    """How many claims that show are in no thread yet by the present weights, though they say
    something.

    An article of which some claims are compared has been: its others say nothing.
    """
    # Imported late: brings arrays, for which the app does not wait as it begins.
    from db.comparison.encodings import has_vectors_of_before, known_encoding

    of_it, meant = claim.alias("of_it"), claim_meaning
    unthreaded = select(func.count()).select_from(meant.join(claim, claim.c.id == meant.c.claim_id))
    lacking: Condition = meant.c.thread_id.is_(None)
    if has_vectors_of_before(connection):
        of_before = meant.c.encoding_id.is_distinct_from(known_encoding(connection))
        lacking = or_(lacking, of_before)
    waiting = connection.scalar(unthreaded.where(is_current(), lacking)) or 0
    compared = (
        select(meant.c.claim_id)
        .join(of_it, of_it.c.id == meant.c.claim_id)
        .where(of_it.c.article_id == claim.c.article_id)
    )
    missing = is_current(), ~compared.exists()
    number = connection.scalar(select(func.count()).select_from(claim).where(*missing)) or 0
    if 0 < number <= _LOOKED_AT:
        contents = connection.scalars(select(claim.c.content).where(*missing))
        number = sum(says_something(Statement(content).bare) for content in contents)
    return waiting + number


def why_uncompared(content: str) -> str:
    """Why a claim with this content is in no thread, as the end of a sentence about it."""
    if says_something(Statement(content).bare):
        return "was not compared yet; 'claims compare --rebuild' does"
    return "says too little by itself to be compared"


def miscounted(connection: Connection) -> list[tuple[int, str]]:
    """Number and public id of the threads of which something else is kept than they have."""
    counted = _counted().subquery()
    rows = connection.execute(
        select(thread.c.id, thread.c.public_id)
        .join(counted, counted.c.id == thread.c.id)
        .where(_differs(counted.c))
        .order_by(thread.c.id)
    )
    return [(row[0], row[1]) for row in rows]


_EACH: Final = thread.alias("each_thread")


def _counted() -> Select[Any]:
    """What threads have, by the names of the columns that keep it."""
    first, last = func.min(DATED), func.max(DATED)
    said = (
        _EACH.outerjoin(claim_meaning, claim_meaning.c.thread_id == _EACH.c.id)
        .outerjoin(
            claim, and_(claim.c.id == claim_meaning.c.claim_id, is_current(), is_not_rejected())
        )
        .outerjoin(article, article.c.id == claim.c.article_id)
    )
    return (
        select(
            _EACH.c.id,
            func.count(claim.c.id).label("claims"),
            func.count(claim.c.article_id.distinct()).label("articles"),
            func.count(func.coalesce(article.c.story_id, article.c.id).distinct()).label("stories"),
            _day(first).label("first_said"),
            func.substr(first, _NUMBER + 1).label("first_precision"),
            _day(last).label("last_said"),
            func.substr(last, _NUMBER + 1).label("last_precision"),
        )
        .select_from(said)
        .group_by(_EACH.c.id)
    )


def _day(dated: Any) -> Any:
    return func.date(func.substr(dated, 1, _NUMBER), type_=Date())


def _writing(statement: Select[Any]) -> Update:
    counted = statement.subquery()
    values = {column.name: column for column in counted.c if column.name != "id"}
    return update(thread).where(thread.c.id == counted.c.id, _differs(counted.c)).values(values)


def _differs(counted: Any) -> Condition:
    return or_(
        *(
            thread.c[column.name].is_distinct_from(column)
            for column in counted
            if column.name != "id"
        )
    )


# Made once: writing them takes longer than running them for an article.
_RECOUNT_ALL: Final = _writing(_counted())
_RECOUNT: Final = _writing(_counted().where(among_given(_EACH.c.id)))
