"""The tables of what people judged: steps of appended events, and what shows of them.

Steps and events are never edited, but for whether a step is undone. Notes, tags and the verdict in
``claim.review`` are what the events come to; ``claim_original`` keeps what a run extracted.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.schema.base import CLUSTERED, Base, Flag, Id, Words, one_of
from db.schema.choices import ReviewAction, ReviewField


class ReviewStep(Base):
    """One thing that a person did to one claim or many, undone as a whole.

    Steps are appended. ``of_id`` is the step that an undo or redo turns around; ``undone`` tells of
    any other step whether it is undone now, for finding the next one to undo.
    """

    __tablename__ = "review_step"
    __table_args__ = (one_of("action", ReviewAction), Index(None, "who", "undone", "id"))
    id: Mapped[Id]
    action: Mapped[Words]
    who: Mapped[Words]
    why: Mapped[Words | None]
    of_id: Mapped[int | None] = mapped_column(ForeignKey("review_step.id"), index=True)
    undone: Mapped[Flag]
    created_at: Mapped[datetime]


class ReviewEvent(Base):
    """One value of one claim that a step changed, as JSON before and after; never edited.

    ``public_id`` is the claim's, whichever run's row shows it; spans in the values point into the
    text ``text_id`` and have their words with them.
    """

    __tablename__ = "review_event"
    __table_args__ = (
        one_of("field", ReviewField),
        Index(None, "public_id", "step_id"),
        CLUSTERED,
    )
    step_id: Mapped[int] = mapped_column(ForeignKey("review_step.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[Words]
    text_id: Mapped[int] = mapped_column(
        ForeignKey("article_text.id", ondelete="CASCADE"), index=True
    )
    field: Mapped[Words]
    before: Mapped[Words]
    after: Mapped[Words]


class ClaimOriginal(Base):
    """What a run extracted, of claims that show something else; JSON, as in events."""

    __tablename__ = "claim_original"
    __table_args__ = CLUSTERED
    claim_id: Mapped[int] = mapped_column(
        ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True
    )
    extracted: Mapped[Words]


class ClaimNote(Base):
    """The note on a claim; ``note_key`` is folded for matching."""

    __tablename__ = "claim_note"
    __table_args__ = CLUSTERED
    claim_id: Mapped[int] = mapped_column(
        ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True
    )
    note: Mapped[Words]
    note_key: Mapped[Words]


class ClaimTag(Base):
    """A tag of a claim; ``tag_key`` tells tags apart, whatever their case."""

    __tablename__ = "claim_tag"
    __table_args__ = (Index(None, "tag_key", "claim_id"), CLUSTERED)
    claim_id: Mapped[int] = mapped_column(
        ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True
    )
    tag_key: Mapped[Words] = mapped_column(primary_key=True)
    tag: Mapped[Words]
