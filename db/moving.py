"""Moving the mentions of some articles to a namesake, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from claims.claim import SpeakerKind
from claims.identity.folding import fold
from claims.identity.organizations import organization_key
from db.identity_schema import EntityPost, Naming
from db.inserting import add, insert_new
from db.schema import Affiliation, Article, ArticleText, Entity, Mention, MentionEntity

JUDGED = "judged"
"""A person said whom a name means in an article."""

Moved = tuple[int, str, str]
"""Number of an article, kind and folded name of a mention."""


def move_mentions(
    connection: Connection,
    group: Sequence[int],
    article_ids: Iterable[str],
    to: int,
    now: datetime,
) -> set[Moved]:
    """Have the mentions of these entities in these articles mean another entity."""
    rows = connection.execute(
        select(Mention.id, Mention.name, Mention.kind, ArticleText.article_id)
        .join(MentionEntity, MentionEntity.mention_id == Mention.id)
        .join(ArticleText, ArticleText.id == Mention.text_id)
        .join(Article, Article.id == ArticleText.article_id)
        .where(
            MentionEntity.retired_at.is_(None),
            MentionEntity.entity_id.in_(group),
            Article.public_id.in_(list(article_ids)),
        )
    ).all()
    relink_mentions(connection, {row.id: to for row in rows}, JUDGED, now)
    return {(row.article_id, row.kind, fold(row.name) or row.name) for row in rows}


def relink_mentions(
    connection: Connection, meant: dict[int, int], method: str, now: datetime
) -> None:
    """Retire the live links of mentions and add others, with the posts as evidence of these."""
    for mention, ident in sorted(meant.items()):
        connection.execute(
            update(MentionEntity)
            .where(MentionEntity.mention_id == mention, MentionEntity.retired_at.is_(None))
            .values(retired_at=now)
        )
        row = {"mention_id": mention, "entity_id": ident, "method": method, "score": 1.0}
        connection.execute(insert(MentionEntity), {**row, "created_at": now})
    posts = connection.execute(
        select(Affiliation.mention_id, Affiliation.role, Affiliation.organization).where(
            Affiliation.mention_id.in_(list(meant))
        )
    )
    add(
        connection,
        insert_new(connection, EntityPost),
        [
            {
                "entity_id": meant[mention],
                "role": fold(role or ""),
                "organization": organization_key(organization) if organization else "",
            }
            for mention, role, organization in posts
        ],
    )


def take_back(connection: Connection, act: int, now: datetime) -> set[int]:
    """Link the mentions anew that the namings of an undone act had moved.

    Returns:
        The entities that they mean now.
    """
    undone = connection.execute(
        select(Naming.article_id, Naming.kind, Naming.name_key).where(Naming.act_id == act)
    ).all()
    meant: dict[int, int] = {}
    for article_id, kind, key in set(undone):
        held = connection.scalar(
            select(Naming.entity_id).where(
                Naming.article_id == article_id,
                Naming.kind == kind,
                Naming.name_key == key,
                Naming.retired_at.is_(None),
            )
        )
        first = select(Entity.id).where(
            Entity.kind == SpeakerKind(kind), Entity.name_key == key, Entity.namesake == 0
        )
        to = held or connection.scalar(first)
        mentions = connection.execute(
            select(Mention.id, Mention.name)
            .join(ArticleText, ArticleText.id == Mention.text_id)
            .where(ArticleText.article_id == article_id, Mention.kind == kind)
        )
        if to is not None:
            meant |= {ident: to for ident, name in mentions if (fold(name) or name) == key}
    if meant:
        relink_mentions(connection, meant, "name", now)
    return set(meant.values())
