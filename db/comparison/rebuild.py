"""Comparing all that is stored anew: whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from sqlalchemy import Engine

from db.comparison.lock import Progress
from db.comparison.meanings import made_of, make_meanings
from db.comparison.quotations import rebuild_quotations
from db.comparison.relations.relations import rebuild_relations
from db.comparison.stories import rebuild_stories
from db.comparison.threads.threads import (
    Threading,
    call_threads,
    corrected_articles,
    part_denials,
    rebuild_threads,
)
from db.comparison.topics import group_anew
from db.connection.engine import take_stock, writing
from db.connection.retry import retried


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What was found: stories of several articles, different quotations, threads of several claims,
    relations between claims, and topics."""

    stories: int
    quotations: int
    threads: int
    relations: int
    topics: int


def rebuild(engine: Engine, progress: Progress = lambda done, total: None) -> Rebuilt:
    """Compare anew, in one transaction: what was there shows until the end, and stays if stopped.

    Vectors that are lacking are made and kept before, so that they are not made again.

    Args:
        engine: Of an archive that is open for writing.
        progress: Told how much is done.
    """
    # Three go through all articles.
    make_meanings(engine, lambda done, of: progress(done, 3 * of))
    with writing(engine) as connection:
        stories = rebuild_stories(connection, lambda done, of: progress(of + done, 3 * of))
        quotations = rebuild_quotations(
            connection, lambda done, of: progress(2 * of + done, 3 * of)
        )
        rebuild_threads(connection)
        relations = rebuild_relations(connection)
        part_denials(connection)
        threads = call_threads(connection)
        found = Rebuilt(stories, quotations, threads, relations, group_anew(connection))
        take_stock(connection)
    return found


@dataclass(frozen=True, slots=True)
class Updated:
    """How many articles had corrected claims, and how many of these say something else now."""

    articles: int
    claims: int


def compare_corrected(engine: Engine, progress: Progress = lambda done, total: None) -> Updated:
    """Compare the claims that were corrected since they were compared, one transaction an article.

    Storing or extracting does so, too, before the first article.

    Args:
        engine: Of an archive that is open for writing.
        progress: Told of articles.
    """
    with engine.connect() as connection:
        articles = corrected_articles(connection)
    threading, claims = Threading(), 0
    for done, article in enumerate(articles, start=1):
        claims += retried(partial(_compare_article, engine, threading, article))
        progress(done, len(articles))
    return Updated(len(articles), claims)


def _compare_article(engine: Engine, threading: Threading, article: int) -> int:
    made = made_of(engine, [article])
    with writing(engine) as connection:
        return threading.follow_corrected(connection, article, made)
