"""The tables, as SQLAlchemy typed mappings; migrations in ``db/migrations`` build the same.

Enumerations are text with named CHECKs, which both databases understand and migrations can alter.
Text, spans and runs are append-only; ``claim.current`` tells which rows a reader sees.
Columns named ``..._key`` hold ``claims.language.folding.fold`` of their neighbour, for matching
that ignores case and accents. The full-text indexes are in ``db.schema.fulltext``.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from claims.article import SegmentKind
from claims.claim import ClaimType, CueClass, SpeakerKind
from claims.partial_date import Precision
from claims.review import ReviewState
from db.schema.base import (
    CLUSTERED,
    Base,
    Flag,
    Id,
    Words,
    on_postgresql,
    one_of,
    partial_index,
    proper_span,
)
from db.schema.choices import SpanPart


class Outlet(Base):
    """Who publishes articles."""

    __tablename__ = "outlet"
    id: Mapped[Id]
    name: Mapped[Words] = mapped_column(unique=True)
    name_key: Mapped[Words] = mapped_column(index=True)


class Article(Base):
    """One article; its text versions are in ``article_text``.

    ``key`` tells that two readings are of one article: the real path of its file. (The URL does
    not: pages of one story, and saved copies of it, share a canonical URL and would hide each
    other as versions.) ``path`` is the absolute path as the file was named.

    ``story_id`` is derived: the first of the articles that are copies of one text, itself where
    there are no others, NULL until it is compared. ``language`` is an ISO 639 code, "und" where
    only English is ruled out, NULL where too little tells and of articles stored before it was
    told.
    """

    __tablename__ = "article"
    __table_args__ = (
        one_of("published_precision", Precision),
        one_of("stated_precision", Precision),
        Index(None, "published", "id"),
        # From the newest on, undated ones last: SQLite goes through the other one backward.
        on_postgresql(
            Index("ix_article_newest", text("published DESC NULLS LAST"), text("id DESC"))
        ),
    )
    id: Mapped[Id]
    public_id: Mapped[Words] = mapped_column(unique=True)
    key: Mapped[Words] = mapped_column(unique=True)
    path: Mapped[Words]
    url: Mapped[Words | None]
    outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlet.id"), index=True)
    title: Mapped[Words | None]
    title_key: Mapped[Words | None]
    published: Mapped[date | None]
    published_precision: Mapped[Words]
    published_evidence: Mapped[Words | None]
    stated: Mapped[date | None]
    stated_precision: Mapped[Words]
    stated_evidence: Mapped[Words | None]
    fetched: Mapped[date | None]
    fetched_evidence: Mapped[Words | None]
    created_at: Mapped[datetime]
    story_id: Mapped[int | None] = mapped_column(
        ForeignKey("article.id", ondelete="SET NULL"), index=True
    )
    language: Mapped[Words | None]


class Byline(Base):
    """Who wrote an article, in the order given."""

    __tablename__ = "byline"
    __table_args__ = CLUSTERED
    article_id: Mapped[int] = mapped_column(
        ForeignKey("article.id", ondelete="CASCADE"), primary_key=True
    )
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[Words]


class ArticleText(Base):
    """One version of an article's text, never edited; ``sha256`` is of its UTF-8 form.

    ``current`` marks the version that readers see; a file that goes back to an older text makes
    that version current again.
    """

    __tablename__ = "article_text"
    __table_args__ = (
        UniqueConstraint("article_id", "version"),
        UniqueConstraint("article_id", "sha256"),
        CheckConstraint("version >= 1", name="version_counted"),
        partial_index(
            "uq_article_text_article_id_current",
            "article_id",
            where="current",
            on_sqlite="current = 1",
            unique=True,
        ),
    )
    id: Mapped[Id]
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    version: Mapped[int]
    current: Mapped[bool]
    sha256: Mapped[Words] = mapped_column(index=True)
    text: Mapped[Words]
    encoding: Mapped[Words]
    html: Mapped[bool]
    created_at: Mapped[datetime]


class Segment(Base):
    """A stretch of a text by kind."""

    __tablename__ = "segment"
    __table_args__ = (one_of("kind", SegmentKind), proper_span(), CLUSTERED)
    text_id: Mapped[int] = mapped_column(
        ForeignKey("article_text.id", ondelete="CASCADE"), primary_key=True
    )
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Words]
    start: Mapped[int]
    end: Mapped[int]


class Page(Base):
    """Where in a text a page of its file begins; ``number`` counts from 1."""

    __tablename__ = "page"
    __table_args__ = (CLUSTERED,)
    text_id: Mapped[int] = mapped_column(
        ForeignKey("article_text.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int]


class Run(Base):
    """One extraction with its versions."""

    __tablename__ = "run"
    id: Mapped[Id]
    public_id: Mapped[Words] = mapped_column(unique=True)
    tool_version: Mapped[Words]
    model_name: Mapped[Words]
    model_version: Mapped[Words]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class Extraction(Base):
    """That a run extracted from a text, whether or not it found a claim.

    Of the runs of a text the last one's claims are those that show. Archives from before this
    table do not tell which run found nothing in a text.
    """

    __tablename__ = "extraction"
    __table_args__ = CLUSTERED
    text_id: Mapped[int] = mapped_column(
        ForeignKey("article_text.id", ondelete="CASCADE"), primary_key=True
    )
    run_id: Mapped[int] = mapped_column(ForeignKey("run.id"), primary_key=True)


class Claim(Base):
    """One attributed statement as one run extracted it from one text.

    ``public_id`` comes from the text's hash and the claim's spans, so the same finding has the same
    id in every run and every database. ``position`` is where its content starts. ``content``,
    ``cue`` and ``source`` are the pieces as written, joined by "; ". Of claims that were stored
    before cues were told apart the lemma and class are NULL and the flags false; ``statement``, how
    surely it is something said, is NULL of those stored before it was told.

    A row, its spans and its speakers hold what shows: as extracted, or as a person corrected it,
    with the extracted values in ``claim_original``. A claim that people judged keeps its id when a
    later run or text version has it elsewhere (``db.review.carry_over``). ``aside`` is derived: the
    sum of the reasons for which a first look leaves the claim out (``claims.aside``).
    """

    __tablename__ = "claim"
    __table_args__ = (
        one_of("type", ClaimType),
        one_of("cue_class", CueClass),
        one_of("review", ReviewState),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence_range"),
        CheckConstraint("statement BETWEEN 0 AND 1", name="statement_range"),
        CheckConstraint("aside BETWEEN 0 AND 31", name="aside_range"),
        UniqueConstraint("run_id", "public_id"),
        partial_index(
            "uq_claim_public_id_current",
            "public_id",
            where="current",
            on_sqlite="current = 1",
            unique=True,
        ),
        # Holds all that "the claims that readers see, in reading order, without rejected ones"
        # asks for, and what kind they are, so that filters and counts of these need not read the
        # table.
        Index(
            "ix_claim_reading",
            "article_id",
            "current",
            "position",
            "id",
            "cue_class",
            "negated",
            "hedged",
            "prediction",
            "review",
            "aside",
            "type",
            "cue_lemma_key",
            "confidence",
        ),
        # The claims of a review state, those that are doubted most first.
        Index("ix_claim_review", "review", "current", "confidence", "aside"),
    )
    id: Mapped[Id]
    public_id: Mapped[Words]
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    text_id: Mapped[int] = mapped_column(
        ForeignKey("article_text.id", ondelete="CASCADE"), index=True
    )
    run_id: Mapped[int] = mapped_column(ForeignKey("run.id"))
    parent_id: Mapped[int | None] = mapped_column(
        ForeignKey("claim.id", ondelete="SET NULL"), index=True
    )
    current: Mapped[bool]
    position: Mapped[int]
    type: Mapped[Words]
    content: Mapped[Words]
    cue: Mapped[Words]
    source: Mapped[Words]
    confidence: Mapped[float]
    review: Mapped[Words]
    cue_lemma: Mapped[Words | None]
    cue_lemma_key: Mapped[Words | None] = mapped_column(index=True)
    cue_class: Mapped[Words | None]
    negated: Mapped[Flag]
    hedged: Mapped[Flag]
    prediction: Mapped[Flag]
    statement: Mapped[float | None]
    aside: Mapped[int] = mapped_column(server_default=text("0"))


class ClaimSpan(Base):
    """A piece of a claim; ``exact`` equals ``text[start:end]``, checked on write."""

    __tablename__ = "claim_span"
    __table_args__ = (one_of("part", SpanPart), proper_span(), CLUSTERED)
    claim_id: Mapped[int] = mapped_column(
        ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True
    )
    part: Mapped[Words] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int]
    end: Mapped[int]
    exact: Mapped[Words]


class Mention(Base):
    """A speaker as one article names it: the fullest name there."""

    __tablename__ = "mention"
    __table_args__ = (one_of("kind", SpeakerKind), UniqueConstraint("run_id", "text_id", "ordinal"))
    id: Mapped[Id]
    text_id: Mapped[int] = mapped_column(
        ForeignKey("article_text.id", ondelete="CASCADE"), index=True
    )
    run_id: Mapped[int] = mapped_column(ForeignKey("run.id"))
    ordinal: Mapped[int]
    name: Mapped[Words]
    kind: Mapped[Words]


class ClaimSpeaker(Base):
    """Which mentions speak a claim; several for joint statements.

    ``confidence`` is how likely it is the right one; NULL where a person said so, and in archives
    from before it was told.
    """

    __tablename__ = "claim_speaker"
    __table_args__ = (
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence_range"),
        CLUSTERED,
    )
    claim_id: Mapped[int] = mapped_column(
        ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True
    )
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    mention_id: Mapped[int] = mapped_column(
        ForeignKey("mention.id", ondelete="CASCADE"), index=True
    )
    confidence: Mapped[float | None]


class Affiliation(Base):
    """A role and organization of a mention as its article states them: an observation.

    The article's date dates it; periods are derived. ``exact`` equals ``text[start:end]``.
    ``confidence`` is how likely it is right; NULL in archives from before it was told.
    """

    __tablename__ = "affiliation"
    __table_args__ = (
        proper_span(),
        CheckConstraint("role IS NOT NULL OR organization IS NOT NULL", name="says_something"),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence_range"),
        CLUSTERED,
    )
    mention_id: Mapped[int] = mapped_column(
        ForeignKey("mention.id", ondelete="CASCADE"), primary_key=True
    )
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[Words | None]
    organization: Mapped[Words | None] = mapped_column(index=True)
    organization_key: Mapped[Words | None] = mapped_column(index=True)
    former: Mapped[bool]
    start: Mapped[int]
    end: Mapped[int]
    exact: Mapped[Words]
    confidence: Mapped[float | None]
