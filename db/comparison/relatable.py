"""Claims as their relations are judged: what they say, and who does, for whom and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, func, select

from claims.claim import CueClass, SpeakerKind
from claims.comparison.relations import Said, countries
from claims.review import ReviewState
from db.comparison.meanings import read_statements
from db.schema import core as schema
from db.schema.identity import Entity, MentionEntity
from db.sql.chunks import chunks, chunks_of

_ARTICLES: Final = 200
"""Articles whose claims are read at once."""


@dataclass(frozen=True, slots=True)
class Relatable:
    """A claim with what decides whether it is compared with another."""

    number: int
    public_id: str
    article: int
    story: int | None
    parent: int | None
    said: Said


def read_relatable(
    connection: Connection, articles: Sequence[int], wanted: Collection[int] | None = None
) -> list[Relatable]:
    """The claims of articles that show and are not rejected, as they are compared.

    Args:
        connection: To the archive.
        articles: Their numbers.
        wanted: Only these of their claims; None for all.
    """
    article, claim = schema.Article, schema.Claim
    found = []
    for some in chunks_of(articles, _ARTICLES):
        statements = read_statements(connection, some, wanted)
        speakers, bodies = _speakers(connection, sorted(statements))
        rows = connection.execute(
            select(
                claim.id,
                claim.public_id,
                claim.article_id,
                claim.parent_id,
                claim.cue_class,
                claim.negated,
                article.story_id,
                func.coalesce(article.published, article.stated).label("published"),
            )
            .join(article, article.id == claim.article_id)
            .where(
                claim.article_id.in_(some),
                claim.current,
                claim.review != ReviewState.REJECTED.value,
            )
            .order_by(claim.id)
        )
        found += [
            Relatable(
                row.id,
                row.public_id,
                row.article_id,
                row.story_id,
                row.parent_id,
                Said(
                    statements[row.id],
                    frozenset(speakers[row.id]),
                    frozenset(bodies[row.id]),
                    row.published,
                    None if row.cue_class is None else CueClass(row.cue_class),
                    row.negated,
                ),
            )
            for row in rows
            if row.id in statements
        ]
    return found


def _speakers(
    connection: Connection, claims: Sequence[int]
) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """Who says each claim, by what is the same in all articles, and whom they speak for."""
    speaker, mention, judged = schema.ClaimSpeaker, schema.Mention, MentionEntity
    entity, stated = Entity, schema.Affiliation
    who: dict[int, set[str]] = defaultdict(set)
    bodies: dict[int, set[str]] = defaultdict(set)
    for chunk in chunks(claims):
        for number, ident, kind, name, body in connection.execute(
            select(
                speaker.claim_id,
                entity.canonical_id,
                mention.kind,
                mention.name,
                stated.organization,
            )
            .join(mention, mention.id == speaker.mention_id)
            .join(judged, judged.mention_id == mention.id)
            .join(entity, entity.id == judged.entity_id)
            .outerjoin(stated, stated.mention_id == mention.id)
            .where(speaker.claim_id.in_(chunk), judged.retired_at.is_(None))
        ):
            who[number].add(str(ident))
            if kind != SpeakerKind.PERSON.value:
                bodies[number] |= countries(name)
            if body is not None:
                bodies[number] |= countries(body)
    return who, bodies
