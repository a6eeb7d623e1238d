"""What claims are about: words of their content or of their article's title, as conditions."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Dialect, or_, select, true, union_all

from db.query.fulltext import matches
from db.schema import fulltext
from db.schema.base import Base

_TABLES = Base.metadata.tables
claim = _TABLES["claim"]
article = _TABLES["article"]


def about(topic: str, dialect: Dialect) -> ColumnElement[bool]:
    """What must hold for a current ``claim``.

    One list of ids: an ``OR`` would have SQLite ask each index twice, and PostgreSQL read the
    whole table.
    """
    titled = matches(fulltext.ARTICLE_TITLE, topic, dialect)
    of_articles = select(claim.c.id).where(
        claim.c.current.is_(true()), claim.c.article_id.in_(titled)
    )
    return claim.c.id.in_(union_all(matches(fulltext.CLAIM_CONTENT, topic, dialect), of_articles))


def about_in_order(topic: str, dialect: Dialect) -> Iterator[ColumnElement[bool]]:
    """The same for ``claim`` joined with its ``article``, for the first claims by date on SQLite.

    It goes through the articles in their order until there are enough, and looks only at claims
    of those that have any: a topic may have a tenth of all claims, which would all be sorted.
    """
    in_content = matches(fulltext.CLAIM_CONTENT, topic, dialect)
    titled = matches(fulltext.ARTICLE_TITLE, topic, dialect)
    having = union_all(titled, select(claim.c.article_id).where(claim.c.id.in_(in_content)))
    yield _not_by_index(article.c.id).in_(having)
    yield or_(
        _not_by_index(claim.c.id).in_(in_content), _not_by_index(claim.c.article_id).in_(titled)
    )


def _not_by_index(ids: ColumnElement[int]) -> ColumnElement[int]:
    """To be looked at where it comes along, instead of to begin with."""
    return ids + 0
