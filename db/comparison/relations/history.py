"""What people judged of relations, with the claims as they are now and in the order now known."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Engine, Row, select

from claims.partial_date import PartialDate, partial_date
from claims.relation import Relation, RelationState
from db.claims.model import ClaimRow
from db.claims.relations import dated
from db.claims.rows import fetch_page
from db.connection.reading import reading
from db.query.tables import article, claim
from db.schema.comparison.relations import RelationJudgement
from db.sql.chunks import chunks, chunks_of

_AT_ONCE: Final = 200
"""Claims that are asked for at once by their public ids."""


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """A judgement as it is listed.

    Args:
        number: To undo it with.
        author: Who judged.
        when: That was.
        undone: Whether it holds no more.
        state: What the relation was judged to be.
        relation: What the right claim is to the left.
        left: The claim that the other one repeats, agrees with, denies or updates.
        right: That other one.
        ordered: Whether the dates of their articles tell which was first.
    """

    number: int
    author: str
    when: datetime
    undone: bool
    state: RelationState
    relation: Relation
    left: ClaimRow
    right: ClaimRow
    ordered: bool

    @property
    def does(self) -> str:
        """What the right claim is said to do to the left."""
        return self.relation.in_words(does=True, ordered=self.ordered)

    @property
    def what(self) -> str:
        """The judgement on one line, the claims by their ids."""
        does = self.relation.in_sentence(ordered=self.ordered)
        return f"{self.state.value}: {self.right.claim_id} {does} {self.left.claim_id}"


class _Judged(NamedTuple):
    """A claim, and when its article was, as relations are told by."""

    row: ClaimRow
    when: PartialDate


def list_judgements(engine: Engine) -> list[JudgementRow]:
    """All judgements, the newest first; those that were taken back or replaced hold no more.

    Raises:
        ArchiveError: The database failed.
    """
    table = RelationJudgement
    with reading(engine) as connection:
        rows = connection.execute(select(table.__table__).order_by(table.id.desc())).all()
        return _with_claims(connection, rows)


def judgement(connection: Connection, number: int) -> JudgementRow:
    """One judgement.

    Args:
        connection: To the archive.
        number: Of a judgement that there is.
    """
    table = RelationJudgement.__table__
    rows = connection.execute(select(table).where(table.c.id == number)).all()
    return _with_claims(connection, rows)[0]


def _with_claims(connection: Connection, rows: Sequence[Row[Any]]) -> list[JudgementRow]:
    claims = _claims(connection, {one for row in rows for one in (row.left_claim, row.right_claim)})
    return [_judgement(row, claims[row.left_claim], claims[row.right_claim]) for row in rows]


def _judgement(row: Row[Any], left: _Judged, right: _Judged) -> JudgementRow:
    relation = Relation(row.relation)
    ordered = left.when.tells_order(right.when)
    if ordered and relation.has_order and right.when.as_known < left.when.as_known:
        # Dates were corrected since.
        left, right = right, left
    return JudgementRow(
        row.id,
        row.author,
        row.created_at,
        row.retired_at is not None,
        RelationState.CONFIRMED if row.confirmed else RelationState.DISMISSED,
        relation,
        left.row,
        right.row,
        ordered,
    )


def _claims(connection: Connection, wanted: Collection[str]) -> dict[str, _Judged]:
    """Claims by their public ids, as they are now; as they last were, if not found any more."""
    when: dict[str, tuple[int, PartialDate]] = {}
    for some in chunks_of(sorted(wanted), _AT_ONCE):
        statement = (
            select(claim.c.public_id, claim.c.id, *dated(article))
            .join(article, article.c.id == claim.c.article_id)
            .where(claim.c.public_id.in_(some))
            .order_by(claim.c.current, claim.c.id)
        )
        for public_id, number, *day in connection.execute(statement):
            when[public_id] = number, partial_date(*day)
    numbers = sorted(number for number, _ in when.values())
    rows = {row.id: row for some in chunks(numbers) for row in fetch_page(connection, some)}
    return {public_id: _Judged(rows[number], day) for public_id, (number, day) in when.items()}
