"""The tables of stories: articles that are copies of one text. They are derived, and made anew by
``claims compare --rebuild``.

Of articles that are copies of one text ``article.story_id`` is the same: the first that came.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.schema.base import CLUSTERED, Base


class ArticleSample(Base):
    """That an article was compared, by which text, and how many shingles that has."""

    __tablename__ = "article_sample"
    article_id: Mapped[int] = mapped_column(
        ForeignKey("article.id", ondelete="CASCADE"), primary_key=True
    )
    text_id: Mapped[int] = mapped_column(
        ForeignKey("article_text.id", ondelete="CASCADE"), index=True
    )
    sampled: Mapped[int]
    shingles: Mapped[int]


class ArticleShingle(Base):
    """A sampled shingle of an article, unless it stood in so many stories that it tells nothing."""

    __tablename__ = "article_shingle"
    __table_args__ = CLUSTERED
    hash: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("article.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class ArticleCopy(Base):
    """Two articles that are copies, and what part of the lesser's shingles the other has."""

    __tablename__ = "article_copy"
    __table_args__ = (
        CheckConstraint("left_id < right_id", name="pair_ordered"),
        CheckConstraint("overlap BETWEEN 0 AND 1", name="overlap_range"),
        CLUSTERED,
    )
    left_id: Mapped[int] = mapped_column(
        ForeignKey("article.id", ondelete="CASCADE"), primary_key=True
    )
    right_id: Mapped[int] = mapped_column(
        ForeignKey("article.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    overlap: Mapped[float]
