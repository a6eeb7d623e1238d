"""Stories with their articles: which one stands for the others, and what each shares with it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Engine, func, select

from claims.comparison import Member, arranged
from claims.partial_date import PartialDate, partial_date
from db.analysis.summary import list_articles
from db.claims.articles import ArticleRow
from db.connection.reading import reading
from db.query.model import ClaimQuery
from db.query.tables import article, article_sample, outlet
from db.schema.comparison.stories import ArticleCopy
from db.schema.public_ids import story_public_id


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """An article as one of its story; `claims.comparison.Copy` says what the last two are."""

    article_id: str
    title: str | None
    outlet: str | None
    published: PartialDate
    path: str
    copy: bool = False
    overlap: float = 1.0


@dataclass(frozen=True, slots=True)
class Story:
    """A story with its articles, first the one that stands for it."""

    story: str
    articles: tuple[StoryArticle, ...]


def list_stories(engine: Engine, query: ClaimQuery, *, everything: bool = False) -> list[Story]:
    """The stories in which a query finds an article, whole, those of most articles first.

    Args:
        engine: Of the archive.
        query: As for `list_articles`.
        everything: Those of one article as well.

    Raises:
        ArchiveError: The database failed.
    """
    rows = list_articles(engine, query)
    with reading(engine) as connection:
        several = _of_several(connection)
    wanted = dict.fromkeys(row.story for row in rows)
    found = [several[story] for story in wanted if story in several]
    if everything:
        found += [_of_one(row) for row in rows if row.story not in several]
    return sorted(found, key=lambda story: -len(story.articles))


def count_uncompared(engine: Engine) -> int:
    """How many articles were never compared with the others.

    Raises:
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        statement = select(func.count()).where(article.c.story_id.is_(None))
        return connection.scalar(statement) or 0


def _of_one(row: ArticleRow) -> Story:
    only = StoryArticle(row.article_id, row.title, row.outlet, row.published, row.path)
    return Story(row.story, (only,))


def _of_several(connection: Connection) -> dict[str, Story]:
    """All stories of several articles, by id."""
    articles, members = _in_several(connection)
    overlaps = _overlaps(connection)
    found = {}
    for story, of_it in members.items():
        ident = story_public_id(articles[story].article_id)
        found[ident] = Story(
            ident,
            tuple(
                replace(articles[one.id], copy=one.copy, overlap=one.overlap)
                for one in arranged(of_it, overlaps[story])
            ),
        )
    return found


def _in_several(
    connection: Connection,
) -> tuple[dict[int, StoryArticle], dict[int, list[Member]]]:
    """The articles of stories of several, by number, and what arranges them, by story."""
    story_id = article.c.story_id
    several = select(story_id).group_by(story_id).having(func.count() > 1)
    articles: dict[int, StoryArticle] = {}
    members: dict[int, list[Member]] = defaultdict(list)
    for row in connection.execute(
        select(
            article.c.id,
            story_id,
            article_sample.c.shingles,
            article.c.public_id,
            article.c.title,
            outlet.c.name,
            article.c.published,
            article.c.published_precision,
            article.c.path,
        )
        .join(article_sample, article_sample.c.article_id == article.c.id)
        .outerjoin(outlet, outlet.c.id == article.c.outlet_id)
        .where(story_id.in_(several))
    ):
        published = partial_date(row.published, row.published_precision)
        articles[row.id] = StoryArticle(row.public_id, row.title, row.name, published, row.path)
        members[row.story_id].append(Member(row.id, row.published, row.shingles))
    return articles, members


def _overlaps(connection: Connection) -> dict[int, dict[tuple[int, int], float]]:
    """How much of each pair of articles is the same text, by story."""
    story_id = article.c.story_id
    overlaps: dict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    for story, left, right, shared in connection.execute(
        select(story_id, ArticleCopy.left_id, ArticleCopy.right_id, ArticleCopy.overlap).join(
            article, article.c.id == ArticleCopy.left_id
        )
    ):
        overlaps[story][left, right] = shared
    return overlaps
