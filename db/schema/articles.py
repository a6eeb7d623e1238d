"""The tables of what people know of articles better than their pages: steps of appended events.

An article's row holds what shows. ``article_as_read`` keeps, of what a person set, what the page
says, as it was read last; so a later reading changes that, and not what shows.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.schema.base import CLUSTERED, Base, Flag, Id, Words, one_of
from db.schema.choices import ArticleAction, ArticleField


class ArticleStep(Base):
    """One thing that a person did to one article or many, undone as a whole; see ``ReviewStep``."""

    __tablename__ = "article_step"
    __table_args__ = (one_of("action", ArticleAction), Index(None, "who", "undone", "id"))
    id: Mapped[Id]
    action: Mapped[Words]
    who: Mapped[Words]
    why: Mapped[Words | None]
    of_id: Mapped[int | None] = mapped_column(ForeignKey("article_step.id"), index=True)
    undone: Mapped[Flag]
    created_at: Mapped[datetime]


class ArticleEvent(Base):
    """One value of one article that a step changed, as JSON before and after; never edited.

    ``before_set`` and ``after_set`` tell whether somebody had set that value; else it is as read.
    """

    __tablename__ = "article_event"
    __table_args__ = (
        one_of("field", ArticleField),
        Index(None, "article_id", "step_id"),
        CLUSTERED,
    )
    step_id: Mapped[int] = mapped_column(ForeignKey("article_step.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    field: Mapped[Words]
    before: Mapped[Words]
    after: Mapped[Words]
    before_set: Mapped[Flag]
    after_set: Mapped[Flag]


class ArticleAsRead(Base):
    """What the page of an article says where somebody set something else; JSON, as in events."""

    __tablename__ = "article_as_read"
    __table_args__ = (one_of("field", ArticleField), CLUSTERED)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("article.id", ondelete="CASCADE"), primary_key=True
    )
    field: Mapped[Words] = mapped_column(primary_key=True)
    value: Mapped[Words]
