"""Suggested dates of articles whose pages state none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from sqlalchemy import Engine, select

from claims.article import DatedFact
from claims.partial_date import Precision
from claims.reading.publication.suggested import suggested_date
from db.articles.actions import Decided, set_known
from db.connection.reading import reading
from db.schema import core as schema
from db.schema.choices import ArticleAction, ArticleField
from db.sql.chunks import chunks_of

_AT_ONCE: Final = 50
"""Texts that are in memory at a time."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A date that an article may have been published on."""

    article_id: str
    date: DatedFact


def suggest_dates(
    engine: Engine,
    public_ids: Iterable[str],
    progress: Callable[[int], None] = lambda done: None,
) -> list[Suggested]:
    """What the texts of articles, their addresses and names of files let one suppose.

    Args:
        engine: Of the archive.
        public_ids: Of articles; those that are dated or tell nothing are left out.
        progress: Told how many were looked at.

    Raises:
        ArchiveError: The database failed.
    """
    article, text = schema.Article, schema.ArticleText
    asked = (
        select(
            article.public_id,
            article.path,
            article.url,
            article.stated,
            article.stated_precision,
            article.stated_evidence,
            article.fetched,
            text.text,
        )
        .join(text, text.article_id == article.id)
        .where(text.current, article.published.is_(None))
        .order_by(article.id)
    )
    found, done = [], 0
    for some in chunks_of(public_ids, _AT_ONCE):
        with reading(engine) as connection:
            rows = connection.execute(asked.where(article.public_id.in_(some))).all()
        for ident, path, url, day, precision, evidence, fetched, words in rows:
            supposed = suggested_date(
                words,
                name=path.replace("\\", "/").rpartition("/")[2],
                url=url,
                stated=DatedFact(day, Precision(precision), evidence),
                by=fetched or _today(),
            )
            if supposed is not None:
                found.append(Suggested(ident, supposed))
        done += len(some)
        progress(done)
    return found


def accept_dates(engine: Engine, suggested: Iterable[Suggested], who: str) -> Decided:
    """Have articles show the dates that were suggested, in one step.

    Raises:
        QueryError: There is no such article; nothing changes.
        ArchiveError: The database failed; nothing changes.
    """
    wanted = {one.article_id: {ArticleField.PUBLISHED: one.date} for one in suggested}
    return set_known(engine, wanted, who, action=ArticleAction.ACCEPT)


def _today() -> date:
    return datetime.now(UTC).date()
