"""Claims by id: a page in five queries, whatever its size."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, func, select, true

from claims.partial_date import partial_date
from claims.review import ReviewState
from db.claims.model import (
    ClaimRow,
    ClaimSpeaker,
    Names,
    QuotedSpan,
    RelatedClaim,
    StatedAffiliation,
    ThreadOfClaim,
)
from db.claims.relations import fetch_relations
from db.claims.threads import fetch_threads
from db.connection.reading import plain_rows
from db.query.tables import (
    affiliation,
    article,
    claim,
    claim_speaker,
    entity,
    is_live,
    mention,
    mention_entity,
    outlet,
)
from db.schema.base import Base
from db.schema.choices import SpanPart
from db.schema.review import ClaimNote, ClaimTag
from db.sql.chunks import chunks
from db.sql.id_list import among_given

claim_span = Base.metadata.tables["claim_span"]
claim_note = ClaimNote.metadata.tables["claim_note"]
claim_tag = ClaimTag.metadata.tables["claim_tag"]


_inner = claim.alias("inner")


def is_within(table: Any) -> ColumnElement[bool]:
    """A claim that may stand within another one shows: it holds now, and nobody rejected it."""
    return and_(table.c.current.is_(true()), table.c.review != ReviewState.REJECTED.value)


_ROWS: Final = (
    select(
        claim.c.id,
        claim.c.public_id,
        article.c.public_id.label("article_id"),
        article.c.title,
        outlet.c.name,
        article.c.published,
        article.c.published_precision,
        article.c.path,
        claim.c.source,
        claim.c.cue,
        claim.c.type,
        claim.c.content,
        claim.c.position,
        select(func.max(claim_span.c.end))
        .where(claim_span.c.claim_id == claim.c.id, claim_span.c.part == SpanPart.CONTENT.value)
        .scalar_subquery(),
        claim.c.confidence,
        claim.c.review,
        claim.c.cue_lemma,
        claim.c.cue_class,
        claim.c.negated,
        claim.c.hedged,
        claim.c.prediction,
        claim.c.statement,
        claim.c.aside,
        claim.c.parent_id,
        select(func.count())
        .where(_inner.c.parent_id == claim.c.id, is_within(_inner))
        .scalar_subquery(),
        select(claim_note.c.note).where(claim_note.c.claim_id == claim.c.id).scalar_subquery(),
        select(func.aggregate_strings(claim_tag.c.tag, ";"))
        .where(claim_tag.c.claim_id == claim.c.id)
        .scalar_subquery(),
    )
    .join(article, article.c.id == claim.c.article_id)
    .outerjoin(outlet, outlet.c.id == article.c.outlet_id)
    .where(among_given(claim.c.id))
)

SPANS: Final = (
    select(claim_span.c.claim_id, claim_span.c.part, claim_span.c.start, claim_span.c.end)
    .where(among_given(claim_span.c.claim_id))
    .order_by(claim_span.c.claim_id, claim_span.c.part, claim_span.c.ordinal)
)
"""Where the pieces of claims stand in the text."""

_canonical = entity.alias("canonical")

_SPEAKERS: Final = (
    select(
        claim_speaker.c.claim_id,
        mention.c.id,
        func.coalesce(entity.c.label, entity.c.name, mention.c.name),
        mention.c.kind,
        mention.c.name,
        _canonical.c.public_id,
        claim_speaker.c.confidence,
    )
    .join(mention, mention.c.id == claim_speaker.c.mention_id)
    .outerjoin(mention_entity, and_(mention_entity.c.mention_id == mention.c.id, is_live()))
    .outerjoin(entity, entity.c.id == mention_entity.c.entity_id)
    .outerjoin(_canonical, _canonical.c.id == entity.c.canonical_id)
    .where(among_given(claim_speaker.c.claim_id))
    .order_by(claim_speaker.c.claim_id, claim_speaker.c.ordinal)
)

_AFFILIATIONS: Final = (
    select(
        affiliation.c.mention_id,
        affiliation.c.role,
        affiliation.c.organization,
        affiliation.c.former,
        affiliation.c.start,
        affiliation.c.end,
        affiliation.c.exact,
    )
    .where(among_given(affiliation.c.mention_id))
    .order_by(affiliation.c.mention_id, affiliation.c.ordinal)
)


def fetch_rows(connection: Connection, ids: Sequence[int]) -> list[ClaimRow]:
    """Claims in the order of ``ids``; an id that is not there is left out."""
    return [row for chunk in chunks(ids) for row in fetch_page(connection, chunk)]


def fetch_page(
    connection: Connection, ids: Sequence[int], *, related: bool = True
) -> list[ClaimRow]:
    """At most `CHUNK` claims in the order of ``ids``; an id that is not there is left out.

    Args:
        connection: Of the archive.
        ids: Of the claims.
        related: Whether their relations are wanted, too.
    """
    found = connection.execute(_ROWS, {"ids": ids}).all()
    by_id: dict[int, Sequence[Any]] = {row[0]: row for row in found}
    speakers = fetch_speakers(connection, ids)
    threads = fetch_threads(connection, ids)
    relations = fetch_relations(connection, ids) if related else {}
    return [
        _row(by_id[ident], speakers.get(ident, ()), threads.get(ident), relations.get(ident, ()))
        for ident in ids
        if ident in by_id
    ]


def fetch_speakers(
    connection: Connection, ids: Sequence[int]
) -> dict[int, tuple[ClaimSpeaker, ...]]:
    """The speakers of claims, by claim id, in their order; at most `CHUNK` ids."""
    rows: Sequence[tuple[Any, ...]] = plain_rows(connection.execute(_SPEAKERS, {"ids": list(ids)}))
    stated = fetch_affiliations(connection, {row[1] for row in rows})
    # Claims of one article share their mentions, and so what is made of these.
    mentions = {
        (ident, sure): ClaimSpeaker(
            ident, name, kind, named_as, entity_id, stated.get(ident, ()), sure
        )
        for _, ident, name, kind, named_as, entity_id, sure in rows
    }
    found: dict[int, list[ClaimSpeaker]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(mentions[row[1], row[-1]])
    return {ident: tuple(several) for ident, several in found.items()}


def fetch_affiliations(
    connection: Connection, mentions: Collection[int]
) -> dict[int, tuple[StatedAffiliation, ...]]:
    """The affiliations of mentions, by mention id, in their order."""
    found: dict[int, list[StatedAffiliation]] = {}
    for chunk in chunks(sorted(mentions)):
        for mention_id, role, organization, former, *evidence in connection.execute(
            _AFFILIATIONS, {"ids": list(chunk)}
        ).all():
            stated = StatedAffiliation(role, organization, former, QuotedSpan(*evidence))
            found.setdefault(mention_id, []).append(stated)
    return {ident: tuple(several) for ident, several in found.items()}


def _row(
    row: Sequence[Any],
    speakers: tuple[ClaimSpeaker, ...],
    thread: ThreadOfClaim | None,
    relations: tuple[RelatedClaim, ...],
) -> ClaimRow:
    published = partial_date(row[5], row[6])
    tags = _tags(row[-1])
    return ClaimRow._make(
        (*row[:5], published, row[7], speakers, *row[8:-1], tags, thread, relations)
    )


def _tags(joined: str | None) -> Names:
    """Tags, which have no semicolon, in alphabetical order."""
    return () if joined is None else tuple(sorted(joined.split(";"), key=str.casefold))
