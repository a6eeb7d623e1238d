"""The claims that stand within another one."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Engine, bindparam, select

from db.claims.rows import is_within
from db.connection.reading import reading
from db.query.tables import claim

_NESTED: Final = (
    select(claim.c.id)
    .where(claim.c.parent_id == bindparam("parent"), is_within(claim))
    .order_by(claim.c.position, claim.c.id)
)


def nested_in(engine: Engine, ident: int) -> list[int]:
    """The numbers of the claims right within a claim that show, by position.

    Raises:
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        return [*connection.scalars(_NESTED, {"parent": ident})]
