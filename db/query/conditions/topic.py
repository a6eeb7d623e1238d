"""What claims are about, as conditions: a topic, or words of the content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, Dialect, Select, select, union_all

from db.query.fulltext import matches
from db.query.identified import TOPIC, id_in
from db.query.tables import article, claim, claim_phrase, phrase
from db.schema import fulltext


def about(topics: Iterable[str], dialect: Dialect) -> ColumnElement[bool]:
    """What must hold for a current ``claim``.

    One list of ids: an ``OR`` would have SQLite ask each index twice, and PostgreSQL read the
    whole table.
    """
    return claim.c.id.in_(union_all(*(one for topic in topics for one in _on(topic, dialect))))


def about_in_order(topic: str, dialect: Dialect) -> Iterator[ColumnElement[bool]]:
    """The same for ``claim`` joined with its ``article``, for the first claims by date on SQLite.

    It goes through the articles in their order until there are enough, and looks only at claims
    of those that have any: a topic may have a tenth of all claims, which would all be sorted.

    Args:
        topic: Words, not an id.
        dialect: Of the database.
    """
    in_content = matches(fulltext.CLAIM_CONTENT, topic, dialect)
    having = select(claim.c.article_id).where(claim.c.id.in_(in_content))
    yield _not_by_index(article.c.id).in_(having)
    yield _not_by_index(claim.c.id).in_(in_content)


def _on(topic: str, dialect: Dialect) -> Iterator[Select[tuple[int]]]:
    """Claims on a topic by its id, or with words in their content."""
    if (ident := id_in(topic, TOPIC)) is not None:
        meant = select(phrase.c.topic_id).where(phrase.c.public_id == ident).scalar_subquery()
        yield (
            select(claim_phrase.c.claim_id)
            .join(phrase, phrase.c.id == claim_phrase.c.phrase_id)
            .where(phrase.c.topic_id == meant)
        )
        return
    yield matches(fulltext.CLAIM_CONTENT, topic, dialect)


def _not_by_index(ids: ColumnElement[int]) -> ColumnElement[int]:
    """To be looked at where it comes along, instead of to begin with."""
    return ids + 0
