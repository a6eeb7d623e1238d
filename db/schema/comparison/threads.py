"""The tables of claims that say the same: what they mean as vectors, the threads that they make,
and what people judged of them.

Vectors and threads are derived, and made anew by ``claims compare --rebuild``; judgements and
labels stay, and like those of who is who belong to an act, which can be undone.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    LargeBinary,
    SmallInteger,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from db.schema.base import Base, Flag, Id, Words, partial_index
from db.schema.identity import one_live


class Encoding(Base):
    """By which weights vectors were made, and in which form they are kept."""

    __tablename__ = "encoding"
    __table_args__ = (UniqueConstraint("sha256", "form"),)
    id: Mapped[Id]
    sha256: Mapped[Words]
    form: Mapped[Words]


class TextVector(Base):
    """What a text means, or the content in it, once for all claims that say it; ``key`` is the hash
    of the text, and of where that content begins."""

    __tablename__ = "text_vector"
    __table_args__ = (UniqueConstraint("encoding_id", "key"),)
    id: Mapped[Id]
    encoding_id: Mapped[int] = mapped_column(ForeignKey("encoding.id"))
    key: Mapped[int] = mapped_column(BigInteger)
    vector: Mapped[bytes] = mapped_column(LargeBinary)


class Thread(Base):
    """Claims that say the same. An id that was ever shown still leads somewhere: a thread that has
    become one with another has that in ``merged_into``.

    ``label`` is what the program calls it, or a person; NULL where the only claim's words do. What
    follows is derived: how many claims it has that show and are not rejected, in how many articles
    and stories, and when the earliest and the latest of these was published.
    """

    __tablename__ = "thread"
    __table_args__ = (
        # All that lists are sorted by, of the threads that lists have.
        partial_index(
            "ix_thread_several",
            *("claims", "articles", "stories", "first_said", "last_said"),
            where="claims > 1",
        ),
        # The first claims by what their threads have.
        Index(None, "articles"),
        Index(None, "first_said"),
    )
    id: Mapped[Id]
    public_id: Mapped[Words] = mapped_column(unique=True)
    label: Mapped[Words | None]
    label_key: Mapped[Words | None]
    labelled: Mapped[Flag]
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("thread.id"), index=True)
    claims: Mapped[int] = mapped_column(server_default=text("0"))
    articles: Mapped[int] = mapped_column(server_default=text("0"))
    stories: Mapped[int] = mapped_column(server_default=text("0"))
    first_said: Mapped[date | None]
    first_precision: Mapped[Words | None]
    last_said: Mapped[date | None]
    last_precision: Mapped[Words | None]


class ClaimMeaning(Base):
    """What a claim means as a whole, and its content in it, and the thread that it is in.

    ``numbers`` and ``attitude`` are marks of its words, ``signs`` those of its vectors, by which
    others that may mean the same are looked up; ``wordings`` is who says it in which telling
    phrases, NULL of what was compared before those were kept. ``thread_id`` is NULL until threads
    are made. ``due`` marks what says something else since: it is compared with the next article.
    """

    __tablename__ = "claim_meaning"
    __table_args__ = (
        CheckConstraint("attitude BETWEEN -1 AND 1", name="attitude_known"),
        partial_index("ix_claim_meaning_due", "claim_id", where="due", on_sqlite="due = 1"),
    )
    claim_id: Mapped[int] = mapped_column(
        ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True
    )
    full_id: Mapped[int] = mapped_column(ForeignKey("text_vector.id"), index=True)
    content_id: Mapped[int] = mapped_column(ForeignKey("text_vector.id"), index=True)
    numbers: Mapped[int] = mapped_column(BigInteger)
    attitude: Mapped[int] = mapped_column(SmallInteger)
    signs: Mapped[bytes] = mapped_column(LargeBinary)
    wordings: Mapped[bytes | None] = mapped_column(LargeBinary)
    encoding_id: Mapped[int] = mapped_column(ForeignKey("encoding.id"))
    thread_id: Mapped[int | None] = mapped_column(ForeignKey("thread.id"), index=True)
    due: Mapped[Flag]


class ThreadAct(Base):
    """What a person decided about threads in one go, in words; undoing it retires its rows."""

    __tablename__ = "thread_act"
    id: Mapped[Id]
    author: Mapped[Words]
    told: Mapped[Words]
    created_at: Mapped[datetime]
    undone_at: Mapped[datetime | None]


class ThreadJudgement(Base):
    """Whether two claims say the same, as a person judged; the claims by public id, so that it
    outlives every extraction."""

    __tablename__ = "thread_judgement"
    __table_args__ = (
        CheckConstraint("left_claim < right_claim", name="pair_ordered"),
        one_live("uq_thread_judgement_left_claim_right_claim_live", "left_claim", "right_claim"),
    )
    id: Mapped[Id]
    left_claim: Mapped[Words]
    right_claim: Mapped[Words] = mapped_column(index=True)
    same: Mapped[bool]
    act_id: Mapped[int] = mapped_column(ForeignKey("thread_act.id"), index=True)
    retired_at: Mapped[datetime | None]
    retired_act: Mapped[int | None]


class ThreadLabel(Base):
    """What a person wants a thread to be called."""

    __tablename__ = "thread_label"
    __table_args__ = (one_live("uq_thread_label_thread_id_live", "thread_id"),)
    id: Mapped[Id]
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id"))
    label: Mapped[Words]
    act_id: Mapped[int] = mapped_column(ForeignKey("thread_act.id"), index=True)
    retired_at: Mapped[datetime | None]
    retired_act: Mapped[int | None]
