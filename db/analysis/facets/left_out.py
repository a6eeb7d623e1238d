"""What a view leaves out without being asked to: claims set aside, and rejected ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import Engine, func, or_

from claims.aside import ALL, Aside, reasons_in, sums_within
from claims.review import ReviewState
from db.analysis.facets.facet_counts import claims_of
from db.connection.cancel import Cancel
from db.connection.reading import reading
from db.query.model import ClaimQuery
from db.query.tables import Condition, claim


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many claims are left out, and how many for each reason: one claim can have several.

    Args:
        total: All of them.
        reasons: By what ``include:`` calls a reason, the most frequent first.
    """

    total: int = 0
    reasons: Mapping[str, int] = field(default_factory=dict)


def left_out(engine: Engine, query: ClaimQuery, cancel: Cancel | None = None) -> LeftOut:
    """What a query would find if nothing were left out that it does not name; its limit aside.

    Args:
        engine: Of the archive.
        query: What is shown.
        cancel: Stops it from another thread.

    Raises:
        Cancelled: It was stopped.
        ArchiveError: The database failed.
    """
    rejected = claim.c.review == ReviewState.REJECTED.value
    hidden: list[Condition] = []
    if len(query.lets_in) < len(Aside):
        hidden.append(claim.c.aside.not_in(sums_within(query.lets_in)))
    wide = replace(query, include=ALL, limit=None)
    if not query.reviews and ReviewState.REJECTED not in query.states:
        wide = replace(wide, include_rejected=True)
        hidden.append(rejected)
    if not hidden:
        return LeftOut()
    with reading(engine) as connection, (cancel or Cancel()).watch(connection):
        rows = connection.execute(
            claims_of(connection.dialect, wide, claim.c.aside, rejected, func.count())
            .where(or_(*hidden))
            .group_by(claim.c.aside, rejected)
        ).all()
    counted: Counter[str] = Counter()
    for aside, is_rejected, number in rows:
        for reason in reasons_in(aside):
            counted[reason] += number
        counted[ReviewState.REJECTED] += number if is_rejected else 0
    return LeftOut(
        total=sum(number for *_, number in rows),
        reasons={reason: number for reason, number in counted.most_common() if number},
    )
