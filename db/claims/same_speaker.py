"""All claims of whoever speaks one, under whatever name articles give."""

from __future__ import annotations

from sqlalchemy import Engine, select

from db.connection.reading import reading
from db.query.tables import claim, claim_speaker, entity, is_current, is_live, mention_entity


def said_by_the_same(engine: Engine, claim_id: int) -> list[int]:
    """Numbers of the claims that show and have a speaker of a claim, that claim among them.

    Args:
        engine: Of the archive.
        claim_id: The number of the claim; nobody that is known speaks for one of nobody named.

    Raises:
        ArchiveError: The database failed.
    """
    member, theirs, said = entity.alias(), mention_entity.alias(), claim_speaker.alias()
    # Nested, so that SQLite begins with the one claim and not with all.
    standing = (
        select(entity.c.canonical_id)
        .join(mention_entity, mention_entity.c.entity_id == entity.c.id)
        .join(claim_speaker, claim_speaker.c.mention_id == mention_entity.c.mention_id)
        .where(is_live(), claim_speaker.c.claim_id == claim_id)
    )
    members = select(member.c.id).where(member.c.canonical_id.in_(standing))
    mentions = select(theirs.c.mention_id).where(
        theirs.c.retired_at.is_(None), theirs.c.entity_id.in_(members)
    )
    spoken = select(said.c.claim_id).where(said.c.mention_id.in_(mentions))
    statement = select(claim.c.id).where(is_current(), claim.c.id.in_(spoken))
    with reading(engine) as connection:
        return list(connection.scalars(statement))
