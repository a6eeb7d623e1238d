"""Claims of other articles that are nearest in meaning to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Engine, Row, select

from claims.comparison.threads import nearest
from claims.comparison.threads.candidates import Signs
from db.claims.model import ClaimRow
from db.claims.rows import fetch_rows
from db.comparison.meanings import read_points
from db.comparison.threads.counts import why_uncompared
from db.connection.reading import reading
from db.query.compile import claim_conditions
from db.query.grammar import QueryError
from db.query.model import ClaimQuery
from db.query.tables import article, claim, claim_meaning, is_current

MOST: Final = 20
"""How many are given where a query does not say."""

LEAST: Final = 0.05
"""How likely one says the same that is worth looking at."""

_GLANCED: Final = 20
"""For each that is given so many are compared in full."""


@dataclass(frozen=True, slots=True)
class SimilarRow:
    """A claim, and how likely it says the same as another."""

    row: ClaimRow
    same: float


def list_similar(engine: Engine, claim_id: str, query: ClaimQuery) -> list[SimilarRow]:
    """The claims nearest in meaning to one, best first; never of its article, nor of a copy of it.

    Args:
        engine: Of the archive.
        claim_id: The claim's public id.
        query: Which claims may be among them; its limit is of these, `MOST` by default.

    Raises:
        QueryError: No claim that shows has this id, or it was never compared.
        ArchiveError: The database failed.
    """
    most = query.limit or MOST
    with reading(engine) as connection:
        own = _compared(connection, claim_id)
        points = read_points(connection, [own.id])
        if not len(points):
            # By weights of before.
            raise QueryError(f"claim {claim_id} {why_uncompared(own.content)}")
        glanced = _others(connection, own, query).likeliest(
            Signs.of([(own.id, own.signs, own.wordings)]), max(most, MOST) * _GLANCED
        )
        found = nearest(points, read_points(connection, glanced), LEAST, most)
        likely = dict(found)
        return [
            SimilarRow(row, likely[row.id])
            for row in fetch_rows(connection, [number for number, _ in found])
        ]


def _compared(connection: Connection, claim_id: str) -> Row[*tuple[Any, ...]]:
    """A claim as it was compared.

    Raises:
        QueryError: No claim that shows has this id, or it was never compared.
    """
    found = connection.execute(
        select(
            *(claim.c.id, claim.c.article_id, claim.c.content, article.c.story_id),
            *(claim_meaning.c.signs, claim_meaning.c.wordings, claim_meaning.c.encoding_id),
        )
        .select_from(claim.join(article, article.c.id == claim.c.article_id))
        .outerjoin(claim_meaning, claim_meaning.c.claim_id == claim.c.id)
        .where(claim.c.public_id == claim_id, is_current())
    ).first()
    if found is None:
        raise QueryError(f"there is no claim {claim_id}")
    if found.signs is None:
        raise QueryError(f"claim {claim_id} {why_uncompared(found.content)}")
    return found


def _others(connection: Connection, own: Row[*tuple[Any, ...]], query: ClaimQuery) -> Signs:
    """The claims of a query that stand neither in the article of one nor in a copy of it."""
    elsewhere = article.c.story_id.is_distinct_from(own.story_id)
    if own.story_id is None:
        elsewhere = article.c.id != own.article_id
    rows = connection.execute(
        select(claim.c.id, claim_meaning.c.signs, claim_meaning.c.wordings)
        .select_from(
            claim_meaning.join(claim, claim.c.id == claim_meaning.c.claim_id).join(
                article, article.c.id == claim.c.article_id
            )
        )
        .where(
            claim_meaning.c.encoding_id == own.encoding_id,
            claim.c.article_id != own.article_id,
            elsewhere,
            *claim_conditions(query.with_aside(), connection.dialect),
        )
    )
    return Signs.of((row[0], row[1], row[2]) for row in rows.all())
