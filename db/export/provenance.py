"""What an export tells beyond the row: evidence, exact places, and what found the claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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


class Provenance(NamedTuple):
    """Where a claim comes from.

    Spans are ``[start, end]`` in the article's text: code points, end-exclusive.
    """

    published_evidence: str | None
    article_url: str | None
    byline: tuple[str, ...]
    content: list[list[int]]
    cue: list[list[int]]
    source: list[list[int]]
    parent_claim_id: str | None
    text_version: int
    text_sha256: str
    model: str
    tool_version: str
    extracted_at: str
    story: str
    page: int | None = None
    verdict: LastReview | None = None
    original: Shown | None = None


_ORIGINS: Final = (
    select(
        claim.c.id,
        claim.c.article_id,
        article.c.published_evidence,
        article.c.url,
        _parent.c.public_id.label("parent_id"),
        _article_text.c.version,
        _article_text.c.sha256,
        story_began_with(),
        claim.c.run_id,
    )
    .join(article, article.c.id == claim.c.article_id)
    .join(_article_text, _article_text.c.id == claim.c.text_id)
    .outerjoin(_parent, _parent.c.id == claim.c.parent_id)
    .where(among_given(claim.c.id))
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
    connection: Connection, page: Sequence[ClaimRow]
) -> Iterator[tuple[ClaimRow, Provenance]]:
    """The claims of a page, each with its provenance."""
    wanted = {"ids": [row.id for row in page]}
    origins = {row[0]: row for row in plain_rows(connection.execute(_ORIGINS, wanted))}
    runs = _runs(connection, {run_id for *_, run_id in origins.values()})
    spans: dict[tuple[int, str], list[list[int]]] = {}
    for ident, part, start, end in plain_rows(connection.execute(SPANS, wanted)):
        spans.setdefault((ident, part), []).append([start, end])
    bylines = _bylines(connection, {origin[1] for origin in origins.values()})
    pages = {row[0]: row[1] for row in connection.execute(_PAGES, wanted)}
    verdicts = last_reviews(connection, [r.id for r in page if r.review != _UNTOUCHED])
    originals = read_originals(connection, [row.id for row in page])
    for row in page:
        _, article_id, evidence, url, parent_id, version, sha256, first, run_id = origins[row.id]
        model, tool_version, extracted_at = runs[run_id]
        yield (
            row,
            Provenance(
                published_evidence=evidence,
                article_url=url,
                byline=bylines.get(article_id, ()),
                content=spans.get((row.id, SpanPart.CONTENT), []),
                cue=spans.get((row.id, SpanPart.CUE), []),
                source=spans.get((row.id, SpanPart.SOURCE), []),
                parent_claim_id=parent_id,
                text_version=version,
                text_sha256=sha256,
                model=model,
                tool_version=tool_version,
                extracted_at=extracted_at,
                story=story_public_id(first),
                page=pages.get(row.id),
                verdict=verdicts.get(row.id),
                original=originals.get(row.id),
            ),
        )


def _runs(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[str, str, str]]:
    """Model, tool version and start of runs; very many claims share one."""
    return {
        ident: (f"{name} {version}", tool, started.isoformat(timespec="seconds"))
        for ident, name, version, tool, started in connection.execute(
            _RUNS, {"ids": list(ids)}
        ).all()
    }


def _bylines(connection: Connection, article_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for article_id, name in connection.execute(_BYLINES, {"ids": list(article_ids)}).all():
        found[article_id] = (*found.get(article_id, ()), name)
    return found
