"""Who speaks claims, as their articles name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, select

from db.query.tables import claim_speaker, mention
from db.sql.chunks import chunks
from db.sql.id_list import among_given

_NAMES: Final = (
    select(claim_speaker.c.claim_id, mention.c.name)
    .join(mention, mention.c.id == claim_speaker.c.mention_id)
    .where(among_given(claim_speaker.c.claim_id))
    .order_by(claim_speaker.c.claim_id, claim_speaker.c.ordinal)
)


def names_as_given(connection: Connection, claims: Iterable[int]) -> dict[int, list[str]]:
    """The names of those who speak each claim, in order; a claim without a speaker has none."""
    found: dict[int, list[str]] = defaultdict(list)
    for chunk in chunks(sorted(claims)):
        for number, name in connection.execute(_NAMES, {"ids": chunk}):
            found[number].append(name)
    return found
