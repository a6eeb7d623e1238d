"""Claims that may say the same as one of a thread, for a person to judge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, Engine, or_, select

from db.analysis.similar import SimilarRow, list_similar
from db.connection.reading import reading
from db.query.model import ClaimQuery
from db.schema.comparison.threads import ThreadJudgement
from db.sql.chunks import chunks_of

MOST: Final = 10
"""Suggestions for a claim."""
LEAST: Final = 0.25
"""How likely a claim says the same that somebody is asked about: of two dozen pairs of real claims
from .10 to .35 that were read none did."""
_MOST_PASSED: Final = 200
_AT_ONCE: Final = 500


def suggested(engine: Engine, claim_id: str, members: Sequence[str]) -> list[SimilarRow]:
    """The claims that likely say the same as one, are not in its thread, and that nobody judged
    not to say the same as any of it; the likeliest first.

    Args:
        engine: Of the archive.
        claim_id: The claim's public id.
        members: Public ids of the claims of its thread.

    Raises:
        QueryError: No claim that shows has this id, or it was never compared.
        ArchiveError: The database failed.
    """
    # Those of the thread are among the nearest.
    query = ClaimQuery(limit=MOST + min(len(members), _MOST_PASSED))
    found = list_similar(engine, claim_id, query)
    with reading(engine) as connection:
        known = {*members, *_judged_different(connection, members)}
    likely = (one for one in found if one.same >= LEAST)
    return [one for one in likely if one.row.claim_id not in known][:MOST]


def _judged_different(connection: Connection, claims: Sequence[str]) -> set[str]:
    """What people judged not to say the same as any of these."""
    table = ThreadJudgement
    found: set[str] = set()
    for some in chunks_of(sorted(claims), _AT_ONCE):
        rows = connection.execute(
            select(table.left_claim, table.right_claim).where(
                table.retired_at.is_(None),
                table.same.is_(False),
                or_(table.left_claim.in_(some), table.right_claim.in_(some)),
            )
        )
        found.update(side for row in rows for side in row)
    return found
