"""What a claim's thread has: how many articles and stories say the same, and since when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from sqlalchemy import Connection, select

from claims.partial_date import UNKNOWN_DATE, PartialDate, partial_date
from db.claims.model import ThreadOfClaim
from db.query.conditions.review import is_not_rejected
from db.query.tables import article, claim, claim_meaning, is_current, thread
from db.sql.id_list import among_given

MEMBERS: Final = claim_meaning.join(claim, claim.c.id == claim_meaning.c.claim_id).join(
    article, article.c.id == claim.c.article_id
)
"""Claims with what they mean and their articles."""

COUNTS: Final = (is_current(), is_not_rejected())
"""Which of them count."""

_OWN: Final = (
    select(
        *(claim_meaning.c.claim_id, thread.c.public_id, thread.c.label),
        *(thread.c.articles, thread.c.stories, thread.c.first_said, thread.c.first_precision),
    )
    .join(thread, thread.c.id == claim_meaning.c.thread_id)
    .where(among_given(claim_meaning.c.claim_id))
)


def fetch_threads(connection: Connection, ids: Sequence[int]) -> dict[int, ThreadOfClaim]:
    """The threads of claims, by claim id; of those that were never compared nothing.

    Args:
        connection: To the archive.
        ids: Of at most `CHUNK` claims.
    """
    rows = connection.execute(_OWN, {"ids": list(ids)})
    return {
        claim_id: ThreadOfClaim(public_id, label, articles, stories, read_said(first, precision))
        for claim_id, public_id, label, articles, stories, first, precision in rows
    }


def read_said(day: date | None, precision: str | None) -> PartialDate:
    """A date as it is kept of a thread."""
    return UNKNOWN_DATE if precision is None else partial_date(day, precision)
