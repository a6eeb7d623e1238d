"""Setting what is known of articles: a step of appended events, undone as a whole.

Who, when, why, from, to: as for claims. The article's row shows it in the same transaction; all
that is ordered or counted by date, outlet or title is read from there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, Engine, insert, select

from claims.article import DatedFact
from db.articles.values import (
    EMPTY,
    Change,
    Value,
    as_read_of,
    encode,
    known_of,
    write,
)
from db.comparison.relations.relations import turn_relations
from db.connection.engine import writing
from db.connection.errors import archive_errors
from db.connection.reading import reading
from db.query.conditions.review import is_storable
from db.query.model import QueryError
from db.schema import core as schema
from db.schema.articles import ArticleEvent, ArticleStep
from db.schema.choices import ArticleAction, ArticleField
from db.sql.chunks import chunks

LONGEST: Final = 2_000
"""Characters that a title, an outlet, a name or an address may have."""

Wanted = Mapping[ArticleField, Value]
"""What an article is to show, by field."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What a step did.

    Args:
        action: What it did, or what the step did that it turned around.
        article_ids: Public ids of the articles that show something else now.
        fields: Which of their fields do.
        undone: Whether it undid it.
        redone: Whether it did it again.
    """

    action: ArticleAction
    article_ids: tuple[str, ...]
    fields: tuple[ArticleField, ...] = ()
    undone: bool = False
    redone: bool = False


def set_known(
    engine: Engine,
    wanted: Mapping[str, Wanted],
    who: str,
    why: str | None = None,
    *,
    action: ArticleAction = ArticleAction.SET,
) -> Decided:
    """Have articles show other values than their pages say, or than were set before.

    Args:
        engine: Of the archive, open for writing.
        wanted: Public ids of articles with what they are to show.
        who: Who says so.
        why: The reason, if one is given.
        action: What is done.

    Raises:
        QueryError: There is no such article, or a value cannot be stored; nothing changes.
        ArchiveError: The database failed; nothing changes.
    """
    for values in wanted.values():
        for field, value in values.items():
            check_value(field, value)
    with deciding(engine, who) as connection:
        numbers = numbers_of(connection, wanted)
        changes = [
            Change(numbers[public_id], field, value)
            for public_id, values in wanted.items()
            for field, value in values.items()
        ]
        return append(connection, action, changes, who, why)


def merge_outlets(engine: Engine, names: Collection[str], into: str, who: str) -> Decided:
    """Have all articles of some outlets be of one.

    Raises:
        QueryError: There is no such outlet, or the name cannot be stored; nothing changes.
        ArchiveError: The database failed; nothing changes.
    """
    check_value(ArticleField.OUTLET, into)
    article, outlet = schema.Article, schema.Outlet
    with deciding(engine, who) as connection:
        known = set(connection.scalars(select(outlet.name).where(outlet.name.in_(names))))
        if missing := [name for name in names if name not in known]:
            raise QueryError(f"there is no outlet called {missing[0]}")
        found = connection.scalars(
            select(article.id)
            .join(outlet, outlet.id == article.outlet_id)
            .where(outlet.name.in_(names), outlet.name != into)
            .order_by(article.id)
        )
        changes = [Change(number, ArticleField.OUTLET, into) for number in found]
        return append(connection, ArticleAction.MERGE, changes, who, None)


def check_value(field: ArticleField, value: Value) -> None:
    """Refuse what cannot be stored.

    Raises:
        QueryError: A text is blank or too long, or holds what no database takes.
    """
    texts = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
    for text in texts:
        if not text.strip():
            raise QueryError(f"{field.value} is empty; clear it instead")
        if len(text) > LONGEST:
            raise QueryError(f"{field.value} is longer than {LONGEST:,} characters")
        if not is_storable(text):
            raise QueryError(f"{field.value} holds a character that cannot be stored")


def cleared(fields: Iterable[ArticleField]) -> dict[ArticleField, Value]:
    """What to set so that nothing is known in these fields."""
    return {field: EMPTY[field] for field in fields}


@contextmanager
def deciding(engine: Engine, who: str) -> Iterator[Connection]:
    """A transaction of a person's that writes."""
    if not who.strip():
        raise QueryError("it is not known who decides; say so with --by or $CLAIMS_USER")
    with archive_errors(engine), writing(engine) as connection:
        yield connection


def check_there(engine: Engine, public_ids: Iterable[str]) -> None:
    """Make sure that there are articles of these public ids.

    Raises:
        QueryError: There is no such article.
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        numbers_of(connection, public_ids, lock=False)


def numbers_of(
    connection: Connection, public_ids: Iterable[str], *, lock: bool = True
) -> dict[str, int]:
    """The numbers of articles by public id.

    Args:
        connection: Open.
        public_ids: Theirs.
        lock: No other program is to change them until the end.

    Raises:
        QueryError: There is no such article.
    """
    asked, article = list(dict.fromkeys(public_ids)), schema.Article
    found: dict[str, int] = {}
    for indices in chunks(range(len(asked))):
        wanted = select(article.public_id, article.id).where(
            article.public_id.in_([asked[index] for index in indices])
        )
        if lock:
            wanted = wanted.order_by(article.id).with_for_update()
        found.update((public_id, number) for public_id, number in connection.execute(wanted))
    if missing := [one for one in asked if one not in found]:
        more = f" (and {len(missing) - 1:,} others)" if len(missing) > 1 else ""
        raise QueryError(f"there is no article {missing[0]}{more}")
    return found


def append(
    connection: Connection,
    action: ArticleAction,
    changes: Sequence[Change],
    who: str,
    why: str | None,
    of_id: int | None = None,
) -> Decided:
    """Append a step with its events, and have the articles show it; none if nothing changes."""
    articles = {one.article_id for one in changes}
    known, read = known_of(connection, articles), as_read_of(connection, articles)
    shown = {(one.article_id, one.field): known[one.article_id][one.field] for one in changes}
    differing = [
        one
        for one in changes
        if not _same(one.value, shown[one.article_id, one.field])
        or (not one.is_set and (one.article_id, one.field) in read)
    ]
    if not differing:
        return Decided(action, ())
    values = {
        "action": action,
        "who": who.strip(),
        "why": (why or "").strip() or None,
        "of_id": of_id,
        "created_at": datetime.now(UTC),
    }
    step = connection.execute(insert(ArticleStep).returning(ArticleStep.id), values).scalar_one()
    events = [
        {
            "step_id": step,
            "ordinal": n,
            "article_id": one.article_id,
            "field": one.field,
            "before": encode(shown[one.article_id, one.field]),
            "after": encode(one.value),
            "before_set": (one.article_id, one.field) in read,
            "after_set": one.is_set,
        }
        for n, one in enumerate(differing)
    ]
    connection.execute(insert(ArticleEvent), events)
    write(connection, differing, shown | read)
    dated = {one.article_id for one in differing if one.field is ArticleField.PUBLISHED}
    if dated:
        turn_relations(connection, dated)
    ids = _public_ids(connection, {one.article_id for one in differing})
    fields = {one.field for one in differing}
    return Decided(action, ids, tuple(field for field in ArticleField if field in fields))


def _same(one: Value, other: Value) -> bool:
    if isinstance(one, DatedFact) and isinstance(other, DatedFact):
        return (one.value, one.precision) == (other.value, other.precision)
    return one == other


def _public_ids(connection: Connection, numbers: Iterable[int]) -> tuple[str, ...]:
    article = schema.Article
    return tuple(
        public_id
        for chunk in chunks(sorted(numbers))
        for public_id in connection.scalars(
            select(article.public_id).where(article.id.in_(chunk)).order_by(article.id)
        )
    )
