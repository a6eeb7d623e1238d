"""Names that the archive knows, by how they begin: for completion in a shell."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import Engine, Select, select

from claims.claim import SpeakerKind
from claims.identity.folding import fold
from db import schema
from db.reading import reading


class Named(StrEnum):
    """What can be asked for by name."""

    SPEAKER = "speaker"
    ORGANIZATION = "organization"
    OUTLET = "outlet"
    ARTICLE = "article"


def names_starting(engine: Engine, what: Named, start: str, *, limit: int = 50) -> list[str]:
    """Names that begin with ``start``, in alphabetical order.

    Speakers are persons and organizations, under each name they go by.

    Args:
        engine: Of the archive.
        what: Whose names.
        start: The first letters, whatever their case and accents; empty matches every name.
        limit: At most this many.

    Raises:
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        found = connection.scalars(_named(what, fold(start)).distinct().limit(limit)).all()
    return [name for name in found if name]


def _named(what: Named, start: str) -> Select[Any]:
    if what is Named.SPEAKER:
        named = (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION)
        name, key = schema.EntityName.name, schema.EntityName.name_key
        spoken = select(name).join(schema.Entity, schema.Entity.id == schema.EntityName.entity_id)
        return spoken.where(schema.Entity.kind.in_(named), key.startswith(start)).order_by(name)
    if what is Named.OUTLET:
        name, key = schema.Outlet.name, schema.Outlet.name_key
        return select(name).where(key.startswith(start)).order_by(name)
    if what is Named.ORGANIZATION:
        stated, its_key = schema.Affiliation.organization, schema.Affiliation.organization_key
        return select(stated).where(its_key.startswith(start)).order_by(stated)
    title, title_key = schema.Article.title, schema.Article.title_key
    return select(title).where(title_key.startswith(start)).order_by(title)
