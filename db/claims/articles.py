"""Articles as lists show them, with their numbers of claims and speakers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Text,
    and_,
    cast,
    func,
    select,
)

from claims.partial_date import UNKNOWN_DATE, PartialDate, partial_date
from db.query.tables import (
    article,
    claim_speaker,
    entity,
    is_live,
    mention_entity,
    outlet,
    story_began_with,
)
from db.schema.articles import ArticleAsRead
from db.schema.base import Base
from db.schema.choices import ArticleField
from db.schema.public_ids import story_public_id
from db.sql.chunks import chunks
from db.sql.id_list import among_given

byline = Base.metadata.tables["byline"]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article with the number of claims, and of different speakers of those, and the id of its
    story, which copies of one text have in common.

    Args:
        evidence: What gives the date.
        corrected: What of it a person set.
        language: ISO 639 code of the language that it is in, as far as that is known.
    """

    article_id: str
    title: str | None
    outlet: str | None
    published: PartialDate
    byline: tuple[str, ...]
    path: str
    claims: int
    speakers: int
    story: str
    evidence: str | None = None
    url: str | None = None
    corrected: tuple[ArticleField, ...] = ()
    language: str | None = None


def article_rows(connection: Connection, rows: Iterable[Sequence[Any]]) -> list[ArticleRow]:
    """`ArticleRow`s of rows that begin with the article's number and lack only the byline."""
    rows = list(rows)
    names: dict[int, list[str]] = {}
    corrected: dict[int, set[str]] = {}
    for chunk in chunks([row[0] for row in rows]):
        for ident, name in connection.execute(_BYLINES, {"ids": chunk}).all():
            names.setdefault(ident, []).append(name)
        for ident, field in connection.execute(_CORRECTED, {"ids": chunk}).all():
            corrected.setdefault(ident, set()).add(field)
    return [
        ArticleRow(
            article_id=row[1],
            title=row[2],
            outlet=row[3],
            published=partial_date(row[4], row[5]),
            byline=tuple(names.get(row[0], ())),
            path=row[6],
            claims=row[11],
            speakers=row[12],
            story=story_public_id(row[7]),
            evidence=row[8],
            url=row[9],
            language=row[10],
            corrected=tuple(field for field in ArticleField if field in corrected.get(row[0], ())),
        )
        for row in rows
    ]


ARTICLE_COLUMNS: Final = (
    article.c.id,
    article.c.public_id,
    article.c.title,
    outlet.c.name,
    article.c.published,
    article.c.published_precision,
    article.c.path,
    story_began_with(),
    article.c.published_evidence,
    article.c.url,
    article.c.language,
)
"""What `article_rows` wants of an article, followed by numbers of claims and speakers."""


_BYLINES: Final = (
    select(byline.c.article_id, byline.c.name)
    .where(among_given(byline.c.article_id))
    .order_by(byline.c.article_id, byline.c.ordinal)
)
_CORRECTED: Final = select(ArticleAsRead.article_id, ArticleAsRead.field).where(
    among_given(ArticleAsRead.article_id)
)


DATED: Final = cast(article.c.published, Text) + article.c.published_precision
"""The day and how exactly it is known in one, so that they stay together."""


def read_dated(dated: str | None) -> PartialDate:
    """A date from `DATED`."""
    return partial_date(date.fromisoformat(dated[:10]), dated[10:]) if dated else UNKNOWN_DATE


def with_identities(speakers: FromClause) -> FromClause:
    """Rows of ``claim_speaker`` with the entity that each mention is linked to, if it is."""
    return speakers.outerjoin(
        mention_entity, and_(mention_entity.c.mention_id == claim_speaker.c.mention_id, is_live())
    ).outerjoin(entity, entity.c.id == mention_entity.c.entity_id)


def number_of_speakers() -> ColumnElement[int]:
    """How many different speakers rows made by `with_identities` have.

    A speaker may have several mentions in one article: a correction makes another one where it
    states other affiliations. A mention that is linked to nobody is somebody of its own.
    """
    somebody = func.coalesce(entity.c.canonical_id, -claim_speaker.c.mention_id)
    return func.count(somebody.distinct())
