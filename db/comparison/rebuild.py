"""Comparing all that is stored anew: whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine

from db.comparison.quotations import rebuild_quotations
from db.comparison.stories import rebuild_stories
from db.comparison.topics import group_anew
from db.comparison.turns import Progress
from db.connection.engine import take_stock, writing


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What was found: stories of several articles, different quotations, and topics."""

    stories: int
    quotations: int
    topics: int


def rebuild(engine: Engine, progress: Progress = lambda done, total: None) -> Rebuilt:
    """Compare anew, in one transaction: what was there shows until the end, and stays if stopped.

    Args:
        engine: Of an archive that is open for writing.
        progress: Told how much is done.
    """
    with writing(engine) as connection:
        # Both go through all articles.
        found = Rebuilt(
            rebuild_stories(connection, lambda done, of: progress(done, 2 * of)),
            rebuild_quotations(connection, lambda done, of: progress(of + done, 2 * of)),
            group_anew(connection),
        )
        take_stock(connection)
    return found
