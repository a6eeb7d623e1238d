"""What is known of articles: read, written, and as JSON in events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Delete, bindparam, delete, insert, select, update

from claims.article import DatedFact
from claims.language.folding import fold
from claims.partial_date import Precision
from db.comparison.threads.counts import recount_those_in
from db.schema import core as schema
from db.schema.articles import ArticleAsRead
from db.schema.choices import ArticleField
from db.sql.chunks import chunks
from db.sql.insert import add, insert_all, insert_new

Value = str | tuple[str, ...] | DatedFact | None
"""Of a field: text, the names of a byline, or a date; None, no names or no date if nothing is
known."""

EMPTY: Final[Mapping[ArticleField, Value]] = {
    ArticleField.TITLE: None,
    ArticleField.OUTLET: None,
    ArticleField.BYLINE: (),
    ArticleField.PUBLISHED: DatedFact(),
    ArticleField.URL: None,
}


class Change(NamedTuple):
    """What an article is to show in a field; ``is_set`` tells that a person says so."""

    article_id: int
    field: ArticleField
    value: Value
    is_set: bool = True


def encode(value: Value) -> str:
    """A value as JSON."""
    if isinstance(value, DatedFact):
        day = None if value.value is None else value.value.isoformat()
        return json.dumps([day, value.precision, value.evidence], ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False)


def decode(field: ArticleField, stored: str) -> Value:
    """A value of a field from its JSON."""
    value: Any = json.loads(stored)
    if field is ArticleField.PUBLISHED:
        day, precision, evidence = value
        known = None if day is None else date.fromisoformat(day)
        return DatedFact(known, Precision(precision), evidence)
    if field is ArticleField.BYLINE:
        return tuple(value)
    return None if value is None else str(value)


def in_words(value: Value) -> str:
    """A value on one line; empty if nothing is known."""
    if isinstance(value, DatedFact):
        return value.as_known
    return " ".join(("; ".join(value) if isinstance(value, tuple) else value or "").split())


def known_of(
    connection: Connection, article_ids: Iterable[int]
) -> dict[int, dict[ArticleField, Value]]:
    """What shows of articles."""
    article, outlet, byline = schema.Article, schema.Outlet, schema.Byline
    found: dict[int, dict[ArticleField, Value]] = {}
    for chunk in chunks(sorted(article_ids)):
        names: dict[int, list[str]] = {}
        for ident, name in connection.execute(
            select(byline.article_id, byline.name)
            .where(byline.article_id.in_(chunk))
            .order_by(byline.article_id, byline.ordinal)
        ):
            names.setdefault(ident, []).append(name)
        for ident, title, published_by, day, precision, evidence, url in connection.execute(
            select(
                article.id,
                article.title,
                outlet.name,
                article.published,
                article.published_precision,
                article.published_evidence,
                article.url,
            )
            .outerjoin(outlet, outlet.id == article.outlet_id)
            .where(article.id.in_(chunk))
        ):
            found[ident] = {
                ArticleField.TITLE: title,
                ArticleField.OUTLET: published_by,
                ArticleField.BYLINE: tuple(names.get(ident, ())),
                ArticleField.PUBLISHED: DatedFact(day, Precision(precision), evidence),
                ArticleField.URL: url,
            }
    return found


def as_read_of(
    connection: Connection, article_ids: Iterable[int]
) -> dict[tuple[int, ArticleField], Value]:
    """What the pages say, where somebody set something."""
    table = ArticleAsRead
    found: dict[tuple[int, ArticleField], Value] = {}
    for chunk in chunks(sorted(article_ids)):
        rows = connection.execute(
            select(table.article_id, table.field, table.value).where(table.article_id.in_(chunk))
        )
        for ident, name, value in rows:
            field = ArticleField(name)
            found[ident, field] = decode(field, value)
    return found


def write(
    connection: Connection,
    changes: Sequence[Change],
    read: Mapping[tuple[int, ArticleField], Value],
) -> None:
    """Have articles show other values, and keep what their pages say of what is set.

    Args:
        connection: In a transaction that writes.
        changes: At most one of each field of an article.
        read: What the page says in each of these fields.
    """
    by_article: dict[int, dict[str, Any]] = {}
    for one in changes:
        columns = by_article.setdefault(one.article_id, {})
        if one.field is not ArticleField.BYLINE:
            columns |= _columns(connection, one.field, one.value)
        elif isinstance(one.value, tuple):
            write_byline(connection, one.article_id, one.value)
        _keep_read(connection, one, read[one.article_id, one.field])
    table = schema.Article
    for ident, columns in by_article.items():
        if columns:
            connection.execute(update(table).where(table.id == ident).values(columns))
    dated = {one.article_id for one in changes if one.field is ArticleField.PUBLISHED}
    recount_those_in(connection, dated)
    drop_unused_outlets(connection)


def write_byline(connection: Connection, article_id: int, names: Sequence[str]) -> None:
    """Write who wrote an article, in the place of whoever did."""
    connection.execute(_no_byline(), {"article": article_id})
    rows = [{"article_id": article_id, "ordinal": n, "name": one} for n, one in enumerate(names)]
    add(connection, insert_all(schema.Byline), rows)


# Written once: that takes longer than to run it.
@cache
def _no_byline() -> Delete:
    return delete(schema.Byline).where(schema.Byline.article_id == bindparam("article"))


def outlet_number(connection: Connection, name: str | None) -> int | None:
    """The number of an outlet, which is stored if it is new."""
    if name is None:
        return None
    table = schema.Outlet
    known = select(table.id).where(table.name == name)
    number = connection.scalar(known)
    if number is None:
        connection.execute(insert_new(connection, table), {"name": name, "name_key": fold(name)})
        number = connection.scalar(known)
    return number


def drop_unused_outlets(connection: Connection) -> None:
    """Forget the outlets that no article has any more."""
    outlet, article = schema.Outlet, schema.Article
    used = select(article.id).where(article.outlet_id == outlet.id).exists()
    connection.execute(delete(outlet).where(~used))


def _columns(connection: Connection, field: ArticleField, value: Value) -> dict[str, Any]:
    if isinstance(value, DatedFact):
        return {
            "published": value.value,
            "published_precision": value.precision,
            "published_evidence": value.evidence,
        }
    words = value if isinstance(value, str) else None
    if field is ArticleField.OUTLET:
        return {"outlet_id": outlet_number(connection, words)}
    if field is ArticleField.TITLE:
        return {"title": words, "title_key": None if words is None else fold(words)}
    return {field.value: words}


def _keep_read(connection: Connection, change: Change, read: Value) -> None:
    table = ArticleAsRead
    connection.execute(
        delete(table).where(table.article_id == change.article_id, table.field == change.field)
    )
    if change.is_set:
        row = {"article_id": change.article_id, "field": change.field, "value": encode(read)}
        connection.execute(insert(table), row)
