"""What people set of an article outlives a new reading of its page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, update

from claims.article import Article
from db.articles.values import Value, as_read_of, encode, known_of
from db.schema.articles import ArticleAsRead
from db.schema.choices import ArticleField


def as_set(connection: Connection, article_id: int, article: Article) -> Article:
    """An article that was read again, with what people set of it; what was read is kept beside.

    Args:
        connection: In the transaction that stores the article.
        article_id: Of the stored article.
        article: As read now.
    """
    fields = [field for _, field in as_read_of(connection, [article_id])]
    if not fields:
        return article
    shown = known_of(connection, [article_id])[article_id]
    read = {field: _value(article, field) for field in fields}
    table = ArticleAsRead
    for field, value in read.items():
        connection.execute(
            update(table)
            .where(table.article_id == article_id, table.field == field)
            .values(value=encode(value))
        )
    kept: dict[str, Any] = {field.value: shown[field] for field in fields}
    return replace(article, **kept)


def _value(article: Article, field: ArticleField) -> Value:
    value: Value = getattr(article, field.value)
    return value
