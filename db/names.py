"""Names that the archive knows, for completion of filters."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import Engine, select
from sqlalchemy.orm import InstrumentedAttribute

from db import schema


class Named(StrEnum):
    """What can be asked for by name."""

    SPEAKER = "speaker"
    ORGANIZATION = "organization"
    OUTLET = "outlet"
    ARTICLE = "article"


_COLUMNS: dict[Named, InstrumentedAttribute[Any]] = {
    Named.SPEAKER: schema.EntityName.name,
    Named.ORGANIZATION: schema.Affiliation.organization,
    Named.OUTLET: schema.Outlet.name,
    Named.ARTICLE: schema.Article.title,
}


def names_starting(engine: Engine, what: Named, start: str, *, limit: int = 50) -> list[str]:
    """Names that begin with ``start``, upper and lower case alike, in alphabetical order.

    Args:
        engine: Of the archive.
        what: Whose names.
        start: The first letters; an empty one matches every name.
        limit: At most this many.
    """
    column = _COLUMNS[what]
    statement = (
        select(column)
        .where(column.istartswith(start, autoescape=True))
        .distinct()
        .order_by(column)
        .limit(limit)
    )
    with engine.connect() as connection:
        return [name for name in connection.scalars(statement) if name]
