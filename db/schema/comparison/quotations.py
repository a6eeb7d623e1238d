"""The tables of what claims quote, by which copies of a quotation are found. They are derived, and
made anew by ``claims compare --rebuild``.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.schema.base import CLUSTERED, Base, Id


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
