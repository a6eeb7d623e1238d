"""The names an archive knows, to complete filters with."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, func, select

from db.compile import affiliation, claim_speaker, entity, is_live, mention_entity, outlet
from db.errors import archive_errors


def vocabulary(engine: Engine, most: int = 20_000) -> dict[str, list[str]]:
    """Names by key of the filter line, the most frequent first.

    Args:
        engine: Of the archive.
        most: At most this many names a key.

    Raises:
        ArchiveError: The database cannot be read.
    """
    with archive_errors(engine), engine.connect() as connection:
        return {
            "speaker": _speakers(connection, most),
            "org": _organizations(connection, most),
            "outlet": list(
                connection.scalars(select(outlet.c.name).order_by(outlet.c.name).limit(most))
            ),
        }


def _speakers(connection: Connection, most: int) -> list[str]:
    number = func.count()
    statement = (
        select(entity.c.name)
        .join(mention_entity, mention_entity.c.entity_id == entity.c.id)
        .join(claim_speaker, claim_speaker.c.mention_id == mention_entity.c.mention_id)
        .where(is_live())
        .group_by(entity.c.id, entity.c.name)
        .order_by(number.desc(), entity.c.name)
        .limit(most)
    )
    return list(dict.fromkeys(connection.scalars(statement)))


def _organizations(connection: Connection, most: int) -> list[str]:
    number = func.count()
    statement = (
        select(affiliation.c.organization)
        .where(affiliation.c.organization.is_not(None))
        .group_by(affiliation.c.organization)
        .order_by(number.desc(), affiliation.c.organization)
        .limit(most)
    )
    return [name for name in connection.scalars(statement) if name]
