"""Whether an archive was filled by a version that told less of each claim than this one does."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Engine, select

from db.connection.reading import reading
from db.schema.core import Claim

_LOOKED_AT: Final = 1_000
"""Claims that are looked at, those that came first: they would be the ones."""


def is_found_before(engine: Engine) -> bool:
    """Whether claims that show lack what only extracting again tells of them.

    Raises:
        ArchiveError: The database failed.
    """
    first = select(Claim.statement).where(Claim.current).order_by(Claim.id).limit(_LOOKED_AT)
    with reading(engine) as connection:
        return None in connection.scalars(first).all()
