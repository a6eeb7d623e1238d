"""The tables of what claims are about: phrases, and which claims have them.

``phrase.topic_id`` is derived: the phrase that stands for all that are one topic.
"""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.schema.base import CLUSTERED, Base, Id, Words


class Phrase(Base):
    """What contents speak about in words that tell something, under a key that spellings share.

    ``label`` is the plainest form in which it is written. ``topic_id`` is the phrase that it counts
    as, mostly itself; NULL only until the transaction that makes the phrase ends.
    """

    __tablename__ = "phrase"
    id: Mapped[Id]
    public_id: Mapped[Words] = mapped_column(unique=True)
    key: Mapped[Words] = mapped_column(unique=True)
    label: Mapped[Words]
    topic_id: Mapped[int | None] = mapped_column(ForeignKey("phrase.id"), index=True)


class ClaimPhrase(Base):
    """That the content of a claim has a phrase."""

    __tablename__ = "claim_phrase"
    __table_args__ = CLUSTERED
    claim_id: Mapped[int] = mapped_column(
        ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True
    )
    phrase_id: Mapped[int] = mapped_column(ForeignKey("phrase.id"), primary_key=True, index=True)
