"""Comparing all that is stored anew: whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine

from db.comparison.meanings import make_meanings
from db.comparison.quotations import rebuild_quotations
from db.comparison.relations import rebuild_relations
from db.comparison.stories import rebuild_stories
from db.comparison.threads import call_threads, part_denials, rebuild_threads
from db.comparison.topics import group_anew
from db.comparison.turns import Progress
from db.connection.engine import take_stock, writing


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
