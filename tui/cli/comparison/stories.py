"""``claims stories``: which articles are copies of one text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

import click

from claims.article import shown_title
from tui.cli.options.common import db_option
from tui.cli.options.filters import Order, summary_filters
from tui.cli.options.ordering import ordered
from tui.cli.options.output import Layout, Output, output_options, write_found
from tui.io.streams import tell
from tui.io.tables import Column
from tui.session.archive import open_to_read
from tui.text.words import counted, dated

if TYPE_CHECKING:
    from db.analysis.stories import Story, StoryArticle
    from db.query.model import ClaimQuery

EPILOG: Final = """\b
Examples:
  claims stories
  claims stories --outlet chronicle --since 2023
  claims stories --all --format csv > stories.csv
"""

COLUMNS: Final = (
    Column("Story", rank=3, least=13),
    Column("Published", rank=1, least=10),
    Column("Outlet", rank=2, least=12),
    Column("Overlap", rank=4, least=7, right=True),
    Column("Title", rank=0, least=24, style="bold"),
    Column("Path", rank=5, least=20),
)

SORTS: Final[dict[str, Callable[[Story], Any]]] = {
    "articles": lambda story: len(story.articles),
    "published": lambda story: story.articles[0].published,
}

CSV_COLUMNS: Final = (
    "story",
    "article_id",
    "article_path",
    "article_title",
    "outlet",
    "published",
    "copy",
    "overlap",
)


@click.command("stories", epilog=EPILOG)
@summary_filters(tuple(SORTS))
@output_options
@db_option
def command(query: ClaimQuery, order: Order, output: Output, db: str | None) -> None:
    """List stories, groups of articles that are copies of one text, those of most articles first.

    The copies may have another title or lead, be cut or be combined; the earliest article stands
    for its story. With filters, stories are listed in which any article matches, with all their
    articles. The overlap is the part of the shorter text that is also in the other.
    """
    from db.analysis.stories import count_uncompared, list_stories

    engine = open_to_read(db)
    stories = ordered(list_stories(engine, query, everything=query.everything), order, SORTS)
    layout = Layout(COLUMNS, rows, record, CSV_COLUMNS, flat)
    write_found(stories, layout, output, in_words(stories), limit=order.limit)
    if missing := count_uncompared(engine):
        line = f"{counted(missing, 'article')} not compared yet"
        tell(f"{line}; 'claims compare --rebuild' compares what is stored")


def in_words(stories: list[Story]) -> str:
    """How many stories, and how many articles they have."""
    if not stories:
        return "no article is a copy of another"
    articles = sum(len(story.articles) for story in stories)
    return f"{counted(len(stories), 'story')} of {counted(articles, 'article')}"


def rows(story: Story) -> Iterator[list[str]]:
    """A story as rows of ``COLUMNS``: an article each, its id beside the first."""
    for article in story.articles:
        yield [
            "" if article.copy else story.story,
            dated(article.published),
            article.outlet or "",
            f"{article.overlap:.0%}" if article.copy else "",
            shown_title(article.title, article.path),
            article.path,
        ]


def record(story: Story) -> dict[str, object]:
    """A story as a JSON object."""
    return {
        "story": story.story,
        "articles": [
            {
                "article_id": article.article_id,
                "path": article.path,
                "title": article.title,
                "outlet": article.outlet,
                **_as_compared(article),
            }
            for article in story.articles
        ],
    }


def flat(story: Story) -> Iterator[dict[str, object]]:
    """The articles of a story under the names of ``CSV_COLUMNS``."""
    for article in story.articles:
        yield {
            "story": story.story,
            "article_id": article.article_id,
            "article_path": article.path,
            "article_title": article.title,
            "outlet": article.outlet,
            **_as_compared(article),
        }


def _as_compared(article: StoryArticle) -> dict[str, object]:
    return {
        "published": article.published.value,
        "copy": article.copy,
        "overlap": round(article.overlap, 4),
    }
