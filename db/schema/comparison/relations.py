"""The tables of how claims relate: what is suggested, and what people judged of it.

Suggestions are derived, and made anew by ``claims compare --rebuild``; judgements stay.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from claims.relation import Relation, RelationState
from db.schema.base import CLUSTERED, Base, Flag, Id, Words, one_of
from db.schema.identity import one_live


class ClaimRelation(Base):
    """What the right claim is to the left: it repeats, agrees with, denies or updates it.

    ``evidence`` is the words that led to it, as a JSON list; ``state`` is what people judged.
    Where the dates of both articles do not tell which was first, either may be the right one that
    repeats or updates.
    """

    __tablename__ = "claim_relation"
    __table_args__ = (
        one_of("relation", Relation),
        one_of("state", RelationState),
        CheckConstraint("score BETWEEN 0 AND 1", name="score_range"),
        CheckConstraint("left_id <> right_id", name="pair_of_two"),
        CLUSTERED,
    )
    left_id: Mapped[int] = mapped_column(
        ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True
    )
    right_id: Mapped[int] = mapped_column(
        ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    relation: Mapped[Words]
    score: Mapped[float]
    evidence: Mapped[Words]
    state: Mapped[Words]


class RelationJudgement(Base):
    """Whether a relation of two claims is right, as a person judged; the claims by public id, so
    that it outlives every extraction. Undoing it retires it."""

    __tablename__ = "relation_judgement"
    __table_args__ = (
        one_of("relation", Relation),
        one_live("uq_relation_judgement_left_claim_right_claim_live", "left_claim", "right_claim"),
    )
    id: Mapped[Id]
    left_claim: Mapped[Words]
    right_claim: Mapped[Words] = mapped_column(index=True)
    relation: Mapped[Words]
    score: Mapped[float]
    evidence: Mapped[Words]
    confirmed: Mapped[Flag]
    author: Mapped[Words]
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]
