"""An article as it is read: its text with what is marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Engine, ScalarSelect, bindparam, func, select, true

from claims.article import DatedFact, Segment, SegmentKind
from claims.claim import Span
from claims.partial_date import Precision
from db.claims.articles import (
    ARTICLE_COLUMNS,
    ArticleRow,
    article_rows,
    number_of_speakers,
    with_identities,
)
from db.claims.model import ClaimRow
from db.claims.rows import SPANS, fetch_page
from db.connection.reading import reading
from db.query.conditions.review import is_kept
from db.query.model import QueryError
from db.query.tables import article, claim, claim_speaker, is_current, outlet
from db.schema.base import Base
from db.schema.choices import SpanPart
from db.schema.extracted import is_its_hash
from db.sql.chunks import chunks

__all__ = [
    "ArticlePage",
    "ArticleRow",
    "ClaimDetail",
    "claim_detail",
    "dates_of",
    "page_starts_of",
    "read_page",
    "segments_of",
]

article_text = Base.metadata.tables["article_text"]
segment = Base.metadata.tables["segment"]
printed = Base.metadata.tables["page"]


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """A claim with its spans in the article's text: code points, end-exclusive, in text order."""

    row: ClaimRow
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """The text of an article that readers see, its segments, and its claims by position.

    The dates come with the words or the page element that say so: when it was published, what
    date stands on the page without being told to be that, and when the copy was made. ``altered``
    tells that the text is not the one that was stored: its hash is another. ``page_starts`` are as
    in ``claims.article.Article``. ``of_story`` is how many articles its story has, itself included.
    """

    article: ArticleRow
    text: str
    segments: tuple[Segment, ...]
    claims: tuple[ClaimDetail, ...]
    published: DatedFact
    stated: DatedFact
    fetched: DatedFact
    altered: bool = False
    page_starts: tuple[int, ...] = ()
    of_story: int = 1

    def claim(self, number: int) -> ClaimDetail | None:
        """The claim of a number; None if it is not among those of the page."""
        return next((claim for claim in self.claims if claim.row.id == number), None)


def read_page(engine: Engine, article_id: str, claim_id: int | None = None) -> ArticlePage:
    """An article by its public id, in the text that shows, with the claims in that text.

    Args:
        engine: Of the archive.
        article_id: Its public id.
        claim_id: Number of a claim, whose text is read instead: one that people judged may show
            though the article's text has changed since.

    Raises:
        QueryError: There is no such article.
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        statement = _SHOWN_TEXT if claim_id is None else _TEXT_OF_CLAIM
        row = connection.execute(statement, {"article": article_id, "claim": claim_id}).first()
        if row is None:
            raise QueryError(f"there is no article {article_id}")
        text_id, text, sha256 = row[-3:]
        ids = connection.scalars(_CLAIMS, {"article": row[0], "text": text_id}).all()
        return ArticlePage(
            article=article_rows(connection, [row])[0],
            text=text,
            segments=segments_of(connection, text_id),
            claims=tuple(_details(connection, ids)),
            altered=not is_its_hash(sha256, text),
            page_starts=page_starts_of(connection, text_id),
            of_story=max(1, connection.scalar(_OF_STORY, {"article": row[0]}) or 0),
            **dates_of(connection, row[0]),
        )


def claim_detail(engine: Engine, ident: int) -> ClaimDetail | None:
    """A claim by its number in this database; None if there is none.

    Raises:
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        return next(iter(_details(connection, [ident])), None)


def _claims_here() -> ScalarSelect[int]:
    return (
        select(func.count())
        .where(claim.c.article_id == article.c.id, is_current(), is_kept())
        .correlate(article)
        .scalar_subquery()
    )


def _speakers_here() -> ScalarSelect[int]:
    return (
        select(number_of_speakers())
        .select_from(
            with_identities(claim_speaker.join(claim, claim.c.id == claim_speaker.c.claim_id))
        )
        .where(claim.c.article_id == article.c.id, is_current(), is_kept())
        .correlate(article)
        .scalar_subquery()
    )


# Made once: to make them takes as long as to run them, and a page is read for many a cursor key.

_TEXT: Final = (
    select(
        *ARTICLE_COLUMNS,
        _claims_here(),
        _speakers_here(),
        article_text.c.id,
        article_text.c.text,
        article_text.c.sha256,
    )
    .join(article_text, article_text.c.article_id == article.c.id)
    .outerjoin(outlet, outlet.c.id == article.c.outlet_id)
    .where(article.c.public_id == bindparam("article"))
)
_SHOWN_TEXT: Final = _TEXT.where(article_text.c.current.is_(true()))
_TEXT_OF_CLAIM: Final = _TEXT.where(
    article_text.c.id
    == select(claim.c.text_id).where(claim.c.id == bindparam("claim")).scalar_subquery()
)
_CLAIMS: Final = (
    select(claim.c.id)
    .where(
        claim.c.article_id == bindparam("article"),
        is_current(),
        claim.c.text_id == bindparam("text"),
    )
    .order_by(claim.c.position, claim.c.id)
)
_OTHER: Final = article.alias("of_its_story")
_OF_STORY: Final = (
    select(func.count())
    .select_from(article.join(_OTHER, _OTHER.c.story_id == article.c.story_id))
    .where(article.c.id == bindparam("article"))
)
_SEGMENTS: Final = (
    select(segment.c.kind, segment.c.start, segment.c.end)
    .where(segment.c.text_id == bindparam("text"))
    .order_by(segment.c.ordinal)
)
_PAGES: Final = (
    select(printed.c.start).where(printed.c.text_id == bindparam("text")).order_by(printed.c.number)
)
_DATES: Final = select(
    article.c.published,
    article.c.published_precision,
    article.c.published_evidence,
    article.c.stated,
    article.c.stated_precision,
    article.c.stated_evidence,
    article.c.fetched,
    article.c.fetched_evidence,
).where(article.c.id == bindparam("article"))


def dates_of(connection: Connection, article_id: int) -> dict[str, DatedFact]:
    """The dates of an article with their evidence, by their names in ``Article``."""
    row = connection.execute(_DATES, {"article": article_id}).one()
    fetched = Precision.UNKNOWN if row[6] is None else Precision.DAY
    return {
        "published": DatedFact(row[0], Precision(row[1]), row[2]),
        "stated": DatedFact(row[3], Precision(row[4]), row[5]),
        "fetched": DatedFact(row[6], fetched, row[7]),
    }


def segments_of(connection: Connection, text_id: int) -> tuple[Segment, ...]:
    """The segments of a text, in its order."""
    rows = connection.execute(_SEGMENTS, {"text": text_id})
    return tuple(Segment(SegmentKind(kind), start, end) for kind, start, end in rows)


def page_starts_of(connection: Connection, text_id: int) -> tuple[int, ...]:
    """Where each page of a printed file begins in its text; empty without pages."""
    return tuple(connection.scalars(_PAGES, {"text": text_id}))


def _details(connection: Connection, ids: Sequence[int]) -> list[ClaimDetail]:
    return [one for chunk in chunks(ids) for one in _detail_chunk(connection, chunk)]


def _detail_chunk(connection: Connection, ids: list[int]) -> list[ClaimDetail]:
    spans: dict[tuple[int, str], list[Span]] = {}
    for ident, part, start, end in connection.execute(SPANS, {"ids": ids}).all():
        spans.setdefault((ident, part), []).append(Span(start, end))
    return [
        ClaimDetail(
            row=row,
            content=tuple(spans.get((row.id, SpanPart.CONTENT), ())),
            cue=tuple(spans.get((row.id, SpanPart.CUE), ())),
            source=tuple(spans.get((row.id, SpanPart.SOURCE), ())),
        )
        for row in fetch_page(connection, ids)
    ]
