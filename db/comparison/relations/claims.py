"""Claims as their relations are judged: what they say, and who does, for whom and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, Row, func, select

from claims.claim import CueClass, SpeakerKind
from claims.comparison.meaning import Statement
from claims.comparison.relations import ComparedClaim, countries
from claims.review import ReviewState
from db.comparison.meanings import read_statements
from db.schema import core as schema
from db.schema.identity import Entity, MentionEntity
from db.sql.chunks import chunks, chunks_of
from db.sql.id_list import among_given

_ARTICLES: Final = 200
"""Articles whose claims are read at once."""


# Made once: for the claims of an article, writing a statement takes longer than running it.
_CLAIMS: Final = (
    select(
        *(schema.Claim.id, schema.Claim.public_id, schema.Claim.article_id),
        *(schema.Claim.parent_id, schema.Claim.cue_class, schema.Claim.negated),
        schema.Article.story_id,
        func.coalesce(schema.Article.published, schema.Article.stated).label("published"),
    )
    .join(schema.Article, schema.Article.id == schema.Claim.article_id)
    .where(
        among_given(schema.Claim.id),
        schema.Claim.current,
        schema.Claim.review != ReviewState.REJECTED.value,
    )
    .order_by(schema.Claim.id)
)
_SPEAKERS: Final = (
    select(
        *(schema.ClaimSpeaker.claim_id, Entity.canonical_id),
        *(schema.Mention.kind, schema.Mention.name, schema.Affiliation.organization),
    )
    .join(schema.Mention, schema.Mention.id == schema.ClaimSpeaker.mention_id)
    .join(MentionEntity, MentionEntity.mention_id == schema.Mention.id)
    .join(Entity, Entity.id == MentionEntity.entity_id)
    .outerjoin(schema.Affiliation, schema.Affiliation.mention_id == schema.Mention.id)
    .where(among_given(schema.ClaimSpeaker.claim_id), MentionEntity.retired_at.is_(None))
)


ClaimAndArticle = Row[int, str, int, int | None, str | None, bool, int | None, date | None]
"""What `read_claims` reads: number, public id, article, parent, class of the cue, whether that is
negated, story, and when the article was."""


@dataclass(frozen=True, slots=True)
class Relatable:
    """A claim with what decides whether it is compared with another."""

    number: int
    public_id: str
    article: int
    story: int | None
    parent: int | None
    compared: ComparedClaim


def read_relatable(
    connection: Connection, articles: Sequence[int], wanted: Collection[int] | None = None
) -> list[Relatable]:
    """The claims of articles that show and are not rejected, as they are compared.

    Args:
        connection: To the archive.
        articles: Their numbers.
        wanted: Only these of their claims; None for all.
    """
    found = []
    for some in chunks_of(articles, _ARTICLES):
        found += relatable(connection, read_statements(connection, some, wanted))
    return found


def relatable(connection: Connection, statements: Mapping[int, Statement]) -> list[Relatable]:
    """Claims, by number, that show and are not rejected, as they are compared."""
    return as_compared(connection, read_claims(connection, sorted(statements)), statements)


def read_claims(connection: Connection, claims: Iterable[int]) -> list[ClaimAndArticle]:
    """Those of some claims, by number, that show and are not rejected."""
    # All at once: row by row takes twice as long.
    return [
        row for chunk in chunks(claims) for row in connection.execute(_CLAIMS, {"ids": chunk}).all()
    ]


def as_compared(
    connection: Connection, claims: Iterable[ClaimAndArticle], statements: Mapping[int, Statement]
) -> list[Relatable]:
    """Claims that show as they are compared, by what each says."""
    found = []
    for chunk in chunks(claims):
        speakers, organizations = _speakers(connection, [row[0] for row in chunk])
        found += [
            Relatable(
                number,
                public_id,
                article,
                story,
                parent,
                ComparedClaim(
                    statements[number],
                    frozenset(speakers[number]),
                    frozenset(organizations[number]),
                    published,
                    None if cue_class is None else CueClass(cue_class),
                    negated,
                ),
            )
            for number, public_id, article, parent, cue_class, negated, story, published in chunk
        ]
    return found


def _speakers(
    connection: Connection, claims: Sequence[int]
) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """Who says each claim, by what is the same in all articles, and whom they speak for."""
    who: dict[int, set[str]] = defaultdict(set)
    organizations: dict[int, set[str]] = defaultdict(set)
    for number, ident, kind, name, organization in connection.execute(
        _SPEAKERS, {"ids": claims}
    ).all():
        who[number].add(str(ident))
        if kind != SpeakerKind.PERSON.value:
            organizations[number] |= countries(name)
        if organization is not None:
            organizations[number] |= countries(organization)
    return who, organizations
