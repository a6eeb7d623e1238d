"""The story of each article: found when its text is stored, with those that were there before.

Only shingles that tell something are stored, so that what stands under every article of an outlet
costs nothing; of a story of very many copies only those most alike are read again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from sqlalchemy import Connection, bindparam, delete, func, or_, select, update

from claims.article import Article
from claims.comparison import (
    are_copies,
    body_of,
    join,
    likely,
    overlap,
    sampled,
    shingles,
    stories,
    telling,
)
from db.claims.article_page import segments_of
from db.comparison.lock import Progress, one_at_a_time
from db.comparison.threads.counts import recount_those_in
from db.schema import core as schema
from db.schema.comparison.stories import ArticleCopy, ArticleSample, ArticleShingle
from db.sql.chunks import chunks
from db.sql.insert import add, insert_all

_MOST: Final = 20
"""Articles of one story that a new one is compared with, those that share most with it."""


# Made once: writing them takes longer than running them for an article.
_SHOWN: Final = select(schema.ArticleText.id).where(
    schema.ArticleText.article_id == bindparam("article"), schema.ArticleText.current
)
_COMPARED: Final = select(ArticleSample.text_id).where(
    ArticleSample.article_id == bindparam("article")
)
_AMONG: Final = ArticleShingle.hash.in_(bindparam("hashes", expanding=True))
_SPREAD: Final = (
    select(ArticleShingle.hash, func.count(schema.Article.story_id.distinct()))
    .join(schema.Article, schema.Article.id == ArticleShingle.article_id)
    .where(_AMONG)
    .group_by(ArticleShingle.hash)
)
_PUT: Final = (
    update(schema.Article)
    .where(
        or_(
            schema.Article.id == bindparam("article"),
            schema.Article.story_id.in_(bindparam("absorbed", expanding=True)),
        )
    )
    .values(story_id=bindparam("story"))
    .returning(schema.Article.id)
)
_COMPARABLE: Final = (
    select(
        *(schema.Article.id, schema.Article.story_id),
        *(ArticleSample.sampled, ArticleSample.text_id),
    )
    .join(ArticleSample, ArticleSample.article_id == schema.Article.id)
    .where(schema.Article.id.in_(bindparam("articles", expanding=True)))
)
_SHARED: Final = (
    select(ArticleShingle.article_id, func.count())
    .where(_AMONG)
    .group_by(ArticleShingle.article_id)
)


def follow_text(
    connection: Connection, article_id: int, article: Article, *, compares: bool = True
) -> None:
    """Have an article in the story that its text belongs to, if it is not.

    Args:
        connection: In the transaction that stored the text.
        article_id: Of the article.
        article: As it shows now.
        compares: Whether to look for the story; else it only leaves one that its text is not of.
    """
    of_it = {"article": article_id}
    text_id = connection.execute(_SHOWN, of_it).scalar_one()
    compared = connection.scalar(_COMPARED, of_it)
    if compared == text_id:
        return
    one_at_a_time(connection)
    if compared is not None:
        leave_story(connection, article_id)
    if compares:
        moved = _find(connection, article_id, text_id, body_of(article))
        if compared is not None or len(moved) > 1:
            recount_those_in(connection, moved)


def rebuild_stories(connection: Connection, progress: Progress) -> int:
    """Compare all articles anew; returns how many stories have several articles.

    Args:
        connection: In a transaction that writes.
        progress: Told of articles.
    """
    one_at_a_time(connection)
    article, text = schema.Article, schema.ArticleText
    for table in (ArticleCopy, ArticleShingle, ArticleSample):
        connection.execute(delete(table))
    connection.execute(update(article).values(story_id=None))
    shown = connection.execute(
        select(text.article_id, text.id).where(text.current).order_by(text.article_id)
    ).all()
    for done, (article_id, text_id) in enumerate(shown, start=1):
        _find(connection, article_id, text_id, read_body(connection, text_id))
        progress(done, len(shown))
    several = select(article.story_id).group_by(article.story_id).having(func.count() > 1)
    return connection.scalar(select(func.count()).select_from(several.subquery())) or 0


def _find(connection: Connection, article_id: int, text_id: int, body: str) -> Collection[int]:
    """Put an article that is in no story into one, which may join others; returns the articles that
    are in another story now."""
    whole = shingles(body)
    sample = sampled(whole)
    asked = telling(sample, _spread(connection, sample))
    story_of, copies = _copies(connection, whole, len(sample), asked)
    size = {"sampled": len(sample), "shingles": len(whole)}
    connection.execute(
        insert_all(ArticleSample), {"article_id": article_id, "text_id": text_id, **size}
    )
    add(
        connection,
        insert_all(ArticleShingle),
        [{"hash": shingle, "article_id": article_id} for shingle in sorted(asked)],
    )
    add(
        connection,
        insert_all(ArticleCopy),
        [
            {
                "left_id": min(article_id, other),
                "right_id": max(article_id, other),
                "overlap": shared,
            }
            for other, shared in copies.items()
        ],
    )
    joined = join(article_id, copies, story_of)
    put = {"article": article_id, "absorbed": list(joined.absorbed), "story": joined.story}
    return connection.scalars(_PUT, put).all()


def _spread(connection: Connection, sample: Collection[int]) -> dict[int, int]:
    """In how many stories shingles stand."""
    found: dict[int, int] = {}
    for chunk in chunks(sorted(sample)):
        rows = connection.execute(_SPREAD, {"hashes": chunk})
        found.update((shingle, stands_in) for shingle, stands_in in rows)
    return found


def _copies(
    connection: Connection, whole: frozenset[int], size: int, asked: Collection[int]
) -> tuple[dict[int, int], dict[int, float]]:
    """The story of each article worth comparing, and what is shared with those that are copies."""
    shared: Counter[int] = Counter()
    for chunk in chunks(sorted(asked)):
        rows = connection.execute(_SHARED, {"hashes": chunk})
        shared.update({row[0]: row[1] for row in rows})
    story_of: dict[int, int] = {}
    sizes: dict[int, int] = {}
    texts: dict[int, int] = {}
    for chunk in chunks(sorted(shared)):
        for other, story, of_it, text_id in connection.execute(_COMPARABLE, {"articles": chunk}):
            assert story is not None, "what was compared is in a story"
            story_of[other], sizes[other], texts[other] = story, of_it, text_id
    copies = {}
    for other in _most_alike(likely(size, sizes, shared), story_of, shared):
        others = shingles(read_body(connection, texts[other]))
        if are_copies(whole, others):
            copies[other] = overlap(whole, others)
    return story_of, copies


def _most_alike(
    articles: Iterable[int], story_of: Mapping[int, int], shared: Mapping[int, int]
) -> list[int]:
    """Of each story the articles that share most."""
    by_story: dict[int, list[int]] = defaultdict(list)
    for each in articles:
        by_story[story_of[each]].append(each)
    return [
        each
        for members in by_story.values()
        for each in sorted(members, key=lambda member: (-shared[member], member))[:_MOST]
    ]


def read_body(connection: Connection, text_id: int) -> str:
    """The body of a stored text, by the text's number."""
    table = schema.ArticleText
    text = connection.execute(select(table.text).where(table.id == text_id)).scalar_one()
    return body_of(Article("", text, segments=segments_of(connection, text_id)))


def leave_story(connection: Connection, article_id: int) -> None:
    """Take an article out of its story, which may fall into several."""
    article = schema.Article
    story = connection.scalar(select(article.story_id).where(article.id == article_id))
    for table in (ArticleSample, ArticleShingle):
        connection.execute(delete(table).where(table.article_id == article_id))
    pair = (ArticleCopy.left_id, ArticleCopy.right_id)
    connection.execute(delete(ArticleCopy).where(or_(*(one == article_id for one in pair))))
    connection.execute(update(article).where(article.id == article_id).values(story_id=None))
    members = connection.scalars(select(article.id).where(article.story_id == story)).all()
    copies = connection.execute(
        select(*pair).join(article, article.id == pair[0]).where(article.story_id == story)
    )
    for group in stories(members, [(left, right) for left, right in copies]):
        for chunk in chunks(sorted(group)):
            connection.execute(
                update(article).where(article.id.in_(chunk)).values(story_id=min(group))
            )
    recount_those_in(connection, [article_id, *members])
