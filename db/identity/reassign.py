"""Moving the mentions of some articles to a namesake, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from claims.claim import SpeakerKind
from claims.identity.profile import AffiliationKey, affiliation_keys_of
from claims.language.folding import fold
from db.schema.core import Affiliation, Article, ArticleText, Mention
from db.schema.identity import Entity, EntityAffiliation, KnownAffiliation, MentionEntity, Naming
from db.sql.id_list import among_given
from db.sql.insert import add

JUDGED: Final = "judged"
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
    """Retire the live links of mentions and add others; affiliations go with the mentions."""
    live = MentionEntity.retired_at.is_(None)
    before = select(MentionEntity.entity_id).where(among_given(MentionEntity.mention_id), live)
    left = connection.scalars(before, {"ids": list(meant)}).all()
    for mention, ident in sorted(meant.items()):
        connection.execute(
            update(MentionEntity)
            .where(MentionEntity.mention_id == mention, live)
            .values(retired_at=now)
        )
        row = {"mention_id": mention, "entity_id": ident, "method": method, "score": 1.0}
        connection.execute(insert(MentionEntity), {**row, "created_at": now})
    refresh_affiliations(connection, [*left, *meant.values()])


def refresh_affiliations(connection: Connection, ids: Iterable[int]) -> None:
    """Compute anew which affiliations speak for entities, once they have other mentions."""
    wanted = sorted(set(ids))
    held = held_by(connection, wanted)
    connection.execute(
        delete(EntityAffiliation).where(among_given(EntityAffiliation.entity_id)), {"ids": wanted}
    )
    rows = [{"entity_id": ident, **affiliation._asdict()} for ident, affiliation in sorted(held)]
    add(connection, insert(EntityAffiliation), rows)


def held_by(connection: Connection, ids: Sequence[int]) -> set[tuple[int, AffiliationKey]]:
    """Which affiliations speak for entities: what their mentions state, and what a file knows."""
    stated = connection.execute(
        select(MentionEntity.entity_id, Affiliation.role, Affiliation.organization)
        .join(Affiliation, Affiliation.mention_id == MentionEntity.mention_id)
        .where(among_given(MentionEntity.entity_id), MentionEntity.retired_at.is_(None)),
        {"ids": ids},
    ).all()
    known = connection.execute(
        select(
            KnownAffiliation.entity_id, KnownAffiliation.role, KnownAffiliation.organization
        ).where(among_given(KnownAffiliation.entity_id)),
        {"ids": ids},
    ).all()
    return {
        (ident, affiliation)
        for ident, role, organization in [*stated, *known]
        for affiliation in affiliation_keys_of(role, organization)
    }


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
