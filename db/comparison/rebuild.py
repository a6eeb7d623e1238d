"""Comparing all that is stored anew: whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine

from db.comparison.stories import Progress, rebuild_stories
from db.comparison.topics import group_anew
from db.connection.engine import take_stock, writing


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What was found: stories of several articles, and topics."""

    stories: int
    topics: int = 0


def rebuild(engine: Engine, progress: Progress = lambda done, total: None) -> Rebuilt:
    """Compare anew, in one transaction: what was there shows until the end, and stays if stopped.

    Args:
        engine: Of an archive that is open for writing.
        progress: Told how much is done.
    """
    with writing(engine) as connection:
        found = Rebuilt(rebuild_stories(connection, progress), group_anew(connection))
        take_stock(connection)
    return found
