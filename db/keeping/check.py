"""Checking a whole archive, and making anew what is computed from the rest of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import DBAPIError

from db.comparison.lock import one_at_a_time
from db.connection.engine import writing
from db.connection.errors import archive_errors
from db.connection.reading import readable, snapshot
from db.identity.linking import lock_identities
from db.keeping.compared import (
    check_counts,
    check_orphans,
    check_relations,
    check_stories,
    check_threads,
    check_topics,
)
from db.keeping.derived import check_aside, check_entities, check_folded
from db.keeping.ids import check_ids
from db.keeping.problems import Problem, by_mending
from db.keeping.shown import (
    check_authors,
    check_claims,
    check_events,
    check_meant,
    check_mentions,
    check_reviews,
    check_runs,
    check_versions,
)
from db.keeping.structure import (
    check_file,
    check_indexes,
    check_references,
    check_search,
    check_values,
)
from db.keeping.texts import check_texts
from db.keeping.words import check_labels, check_quotations, check_shingles, check_vectors
from db.schema import core as schema

CHECKS: Final[tuple[Callable[[Connection], Iterator[Problem]], ...]] = (
    check_file,
    check_values,
    check_references,
    check_indexes,
    check_texts,
    check_versions,
    check_runs,
    check_claims,
    check_mentions,
    check_meant,
    check_authors,
    check_events,
    check_reviews,
    check_folded,
    check_aside,
    check_ids,
    check_entities,
    check_stories,
    check_shingles,
    check_quotations,
    check_topics,
    check_labels,
    check_vectors,
    check_threads,
    check_counts,
    check_relations,
    check_orphans,
)

_ROUNDS: Final = 5
"""How often a repair is tried: what is put right may show what else is wrong."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, what is wrong with it now, and how much was put right.

    Args:
        articles: How many there are.
        claims: How many show.
    """

    articles: int
    claims: int
    problems: list[Problem]
    repaired: int = 0


def check(
    engine: Engine, *, repair: bool = False, progress: Callable[[int, int], None] | None = None
) -> Checked:
    """Look at all of an archive, as it is at one moment; others may go on writing.

    Args:
        engine: Of an open archive.
        repair: Make anew what can be: indexes, what is derived, orphans. Never touches what people
            decided, nor texts, nor where a claim stands in them.
        progress: Told how many of the checks are done.

    Raises:
        ArchiveError: The archive cannot be read, or not be repaired.
    """
    problems = verify(engine, progress)
    repaired = 0
    for _ in range(_ROUNDS if repair else 0):
        if not _mend(engine, problems):
            break
        left = verify(engine)
        repaired += len(set(problems) - set(left))
        if set(left) >= set(problems):
            break
        problems = left
    with archive_errors(engine), snapshot(engine) as connection:
        claim = schema.Claim
        articles = connection.scalar(select(func.count()).select_from(schema.Article)) or 0
        claims = connection.scalar(select(func.count()).where(claim.current)) or 0
    return Checked(articles, claims, problems, repaired)


def verify(engine: Engine, progress: Callable[[int, int], None] | None = None) -> list[Problem]:
    """All that is wrong with an archive; an empty list means it is sound.

    Every text is hashed and every stored piece of one compared with it, so this takes a while.

    Raises:
        ArchiveError: The archive cannot be read.
    """
    found: list[Problem] = []
    with archive_errors(engine):
        with snapshot(engine) as connection, readable(connection):
            for done, each in enumerate(CHECKS, start=1):
                try:
                    found += each(connection)
                except (AttributeError, TypeError, ValueError):
                    # A value that is none of its column's cannot be read; it is told of already.
                    if not found:
                        raise
                if progress is not None:
                    progress(done, len(CHECKS) + 1)
        found += check_search(engine)
    return found


def _mend(engine: Engine, problems: list[Problem]) -> bool:
    """Put right what can be; each kind in a transaction of its own. Whether there was any."""
    several = by_mending(problems)
    with archive_errors(engine):
        for run, those in several.items():
            try:
                with writing(engine) as connection:
                    one_at_a_time(connection)
                    lock_identities(connection)
                    run(connection, those)
            except DBAPIError as error:
                if error.connection_invalidated:
                    raise
                # It stays among the problems; the others are mended all the same.
                continue
    return bool(several)
