"""The tables of what articles say, compared: derived, and made anew by
``claims compare --rebuild``.

Of articles that are copies of one text ``article.story_id`` is the same: the first that came.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.schema.base import CLUSTERED, Base, Id


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


class Quotation(Base):
    """The words that claims quote, once for all claims that quote the same; ``weight`` is what
    they tell, in nats."""

    __tablename__ = "quotation"
    id: Mapped[Id]
    words_key: Mapped[int] = mapped_column(BigInteger, unique=True)
    weight: Mapped[float]


class ClaimQuotation(Base):
    """What a claim quotes."""

    __tablename__ = "claim_quotation"
    __table_args__ = CLUSTERED
    claim_id: Mapped[int] = mapped_column(
        ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True
    )
    quotation_id: Mapped[int] = mapped_column(
        ForeignKey("quotation.id", ondelete="CASCADE"), index=True
    )


class QuotationKey(Base):
    """A run of three words of a quotation, by which copies of it are looked up."""

    __tablename__ = "quotation_key"
    __table_args__ = CLUSTERED
    key: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    quotation_id: Mapped[int] = mapped_column(
        ForeignKey("quotation.id", ondelete="CASCADE"), primary_key=True
    )
