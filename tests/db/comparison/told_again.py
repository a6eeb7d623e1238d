"""Articles of our own of which some are copies of one text."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Engine, select

from db.analysis.stories import Story, list_stories
from db.analysis.summary import list_articles
from db.claims.articles import ArticleRow
from db.query.line import parse_filter
from db.schema import core as schema
from db.schema.comparison.stories import ArticleCopy, ArticleSample, ArticleShingle
from tests.claims.comparison.stories.prose import FERRY, FROST, OTHER_LEAD, body
from tests.db.archives import Desk


def dated(day: int, *parts: tuple[str, ...]) -> str:
    """An article of a day of May."""
    return f"A title of its own\n\nBy Ines Calder\nMay {day}, 2023\n\n{body(*parts)}\n"


TEXTS = {
    "whole.txt": dated(4, FERRY),
    "retold.txt": dated(5, OTHER_LEAD, FERRY[1:]),
    "half.txt": dated(2, FERRY[3:]),
    "frost.txt": dated(3, FROST),
    "both.txt": dated(6, FERRY, FROST),
    "cut.txt": dated(7, FROST[:3]),
}


COPIES = ("whole.txt", "retold.txt", "half.txt")


def names(stories: Sequence[Story]) -> set[frozenset[str]]:
    """The articles of each story by file name."""
    return {frozenset(Path(one.path).name for one in story.articles) for story in stories}


def stored(engine: Engine, line: str = "", *, everything: bool = False) -> list[Story]:
    return list_stories(engine, parse_filter(line), everything=everything)


def listed(engine: Engine, line: str) -> list[ArticleRow]:
    return list_articles(engine, parse_filter(line))


def everything(engine: Engine) -> list[object]:
    """All that comparing stored."""
    with engine.connect() as connection:
        return [
            connection.execute(select(table).order_by(*table.__table__.primary_key)).all()
            for table in (ArticleSample, ArticleShingle, ArticleCopy)
        ] + [connection.execute(select(schema.Article.id, schema.Article.story_id)).all()]


def shelf(engine: Engine) -> None:
    """Fill an archive with three copies of one text, and an article on another matter."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(engine, Path(folder), compares=True)
        for name in (*COPIES, "frost.txt"):
            desk.write(name, TEXTS[name])
        desk.ingest()
