"""The first claims by speaker, found without sorting all claims by four joins each."""

from __future__ import annotations

from typing import Final

from sqlalchemy import ColumnElement, Dialect, select

from db.query.model import ClaimQuery
from db.query.tables import claim, claim_speaker, entity, is_live, mention_entity, shown_key

_FEW: Final = 1000
"""A limit up to which it is worth it."""
_SPEAKERS: Final = 200


def may_help(query: ClaimQuery, dialect: Dialect) -> bool:
    """Whether to look among the claims of the first speakers first."""
    few = query.limit is not None and query.limit <= _FEW
    return few and query.sort == "speaker" and not query.narrows and dialect.name == "sqlite"


def of_first_speakers(query: ClaimQuery) -> ColumnElement[bool]:
    """What holds for each ``claim`` of the first speakers in the order of a query.

    If there are as many as the query wants, its claims are the first of these: whoever has the
    same name as the last one is among them.
    """
    key, other = shown_key(), shown_key(entity.alias("other"))
    order = other.desc() if query.descending else other.asc()
    last = select(other).order_by(order).offset(_SPEAKERS).limit(1).scalar_subquery()
    spoken = (
        select(claim_speaker.c.claim_id)
        .join(mention_entity, mention_entity.c.mention_id == claim_speaker.c.mention_id)
        .join(entity, entity.c.id == mention_entity.c.entity_id)
        .where(is_live(), claim_speaker.c.ordinal == 0)
        .where(key >= last if query.descending else key <= last)
    )
    return claim.c.id.in_(spoken)
