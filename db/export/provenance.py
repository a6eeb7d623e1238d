"""What an export tells beyond the row: evidence, exact places, and what found the claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from sqlalchemy import Connection, func, select

from claims.review import ReviewState
from db.claims.model import ClaimRow
from db.claims.rows import SPANS, claim_span
from db.connection.reading import plain_rows
from db.query.tables import article, claim, story_began_with
from db.review.history import LastReview, last_reviews
from db.review.values import Shown, read_originals
from db.schema.base import Base
from db.schema.choices import SpanPart
from db.schema.public_ids import story_public_id
from db.sql.id_list import among_given

_article_text = Base.metadata.tables["article_text"]
_run = Base.metadata.tables["run"]
_page = Base.metadata.tables["page"]
_byline = Base.metadata.tables["byline"]
_parent = claim.alias("parent")
_UNTOUCHED: Final = ReviewState.MACHINE.value


class TextOrigin(NamedTuple):
    """What the claims of one text have in common."""

    published_evidence: str | None
    article_url: str | None
    byline: tuple[str, ...]
    version: int
    sha256: str
    story: str


class RunOrigin(NamedTuple):
    """What the claims of one run have in common."""

    model: str
    tool_version: str
    extracted_at: str


class Provenance(NamedTuple):
    """Where a claim comes from.

    Spans are ``[start, end]`` in the article's text: code points, end-exclusive. Claims of a page
    that are of one text, or of one run, have the same object of it.
    """

    text: TextOrigin
    run: RunOrigin
    content: list[list[int]]
    cue: list[list[int]]
    source: list[list[int]]
    parent_claim_id: str | None
    page: int | None = None
    verdict: LastReview | None = None
    original: Shown | None = None


_ORIGINS: Final = (
    select(
        *(claim.c.id, claim.c.text_id, claim.c.run_id, _parent.c.public_id.label("parent_id")),
    )
    .outerjoin(_parent, _parent.c.id == claim.c.parent_id)
    .where(among_given(claim.c.id))
)

_TEXTS: Final = (
    select(
        _article_text.c.id,
        article.c.id.label("article_id"),
        article.c.published_evidence,
        article.c.url,
        _article_text.c.version,
        _article_text.c.sha256,
        story_began_with(),
    )
    .join(article, article.c.id == _article_text.c.article_id)
    .where(among_given(_article_text.c.id))
)

_RUNS: Final = select(
    _run.c.id, _run.c.model_name, _run.c.model_version, _run.c.tool_version, _run.c.started_at
).where(among_given(_run.c.id))

_BYLINES: Final = (
    select(_byline.c.article_id, _byline.c.name)
    .where(among_given(_byline.c.article_id))
    .order_by(_byline.c.article_id, _byline.c.ordinal)
)


_PAGES: Final = (
    select(claim_span.c.claim_id, func.max(_page.c.number))
    .join(claim, claim.c.id == claim_span.c.claim_id)
    .join(_page, (_page.c.text_id == claim.c.text_id) & (_page.c.start <= claim_span.c.start))
    .where(
        among_given(claim_span.c.claim_id),
        claim_span.c.part == SpanPart.CONTENT.value,
        claim_span.c.ordinal == 0,
    )
    .group_by(claim_span.c.claim_id)
)


def fetch_provenance(
    connection: Connection, page: Sequence[ClaimRow], *, paged: bool = True
) -> list[Provenance]:
    """Where the claims of a page come from, in their order.

    Args:
        connection: Of the archive.
        page: At most a chunk of claims.
        paged: Whether the pages of PDFs are wanted, too.
    """
    ids = [row.id for row in page]
    wanted = {"ids": ids}
    origins = {row[0]: row for row in plain_rows(connection.execute(_ORIGINS, wanted))}
    texts = _texts(connection, {origin[1] for origin in origins.values()})
    runs = _runs(connection, {origin[2] for origin in origins.values()})
    contents, cues, sources = _spans(connection, ids)
    pages = dict(plain_rows(connection.execute(_PAGES, wanted))) if paged else {}
    verdicts = last_reviews(connection, [r.id for r in page if r.review != _UNTOUCHED])
    originals = read_originals(connection, ids)
    found = []
    for ident in ids:
        _, text_id, run_id, parent_id = origins[ident]
        found.append(
            Provenance(
                texts[text_id],
                runs[run_id],
                contents.get(ident, []),
                cues.get(ident, []),
                sources.get(ident, []),
                parent_id,
                pages.get(ident),
                verdicts.get(ident),
                originals.get(ident),
            )
        )
    return found


def _spans(connection: Connection, ids: Sequence[int]) -> list[dict[int, list[list[int]]]]:
    """Where content, cue and source of claims stand, by their numbers."""
    found: dict[str, dict[int, list[list[int]]]] = {part.value: {} for part in SpanPart}
    for ident, part, start, end in plain_rows(connection.execute(SPANS, {"ids": ids})):
        found[part].setdefault(ident, []).append([start, end])
    return [*found.values()]


def _texts(connection: Connection, ids: Iterable[int]) -> dict[int, TextOrigin]:
    rows = plain_rows(connection.execute(_TEXTS, {"ids": list(ids)}))
    bylines = _bylines(connection, {row[1] for row in rows})
    return {
        ident: TextOrigin(
            *(evidence, url, bylines.get(article_id, ()), version, sha256, story_public_id(first))
        )
        for ident, article_id, evidence, url, version, sha256, first in rows
    }


def _runs(connection: Connection, ids: Iterable[int]) -> dict[int, RunOrigin]:
    return {
        ident: RunOrigin(f"{name} {version}", tool, started.isoformat(timespec="seconds"))
        for ident, name, version, tool, started in connection.execute(
            _RUNS, {"ids": list(ids)}
        ).all()
    }


def _bylines(connection: Connection, article_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for article_id, name in connection.execute(_BYLINES, {"ids": list(article_ids)}).all():
        found[article_id] = (*found.get(article_id, ()), name)
    return found
