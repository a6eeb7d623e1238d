"""What stands behind a claim beyond its article: whom its speakers are taken for, and its run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Engine, and_, func, select

from db.claims.model import ClaimSpeaker
from db.claims.rows import fetch_speakers
from db.connection.reading import reading
from db.query.by_speaker import IDENTITY, linked
from db.query.tables import (
    claim,
    entity,
    entity_name,
    is_live,
    mention,
    mention_entity,
)
from db.schema.base import Base

_run = Base.metadata.tables["run"]
_text = Base.metadata.tables["article_text"]

MOST_NAMES: Final = 20


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom a speaker of one article is taken for.

    Args:
        speaker: As the claim has it.
        method: How it was linked; None for one that is linked to nobody.
        score: How surely, from 0 to 1; None likewise.
        other_names: Names that it goes by elsewhere, at most `MOST_NAMES`.
        articles: In how many articles it speaks or is named as a speaker.
    """

    speaker: ClaimSpeaker
    method: str | None
    score: float | None
    other_names: tuple[str, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class RunOfClaim:
    """The run whose finding a claim is, and the text that it read.

    ``found_by`` tells how many runs found the very same claim, this one included.
    """

    run_id: str
    tool_version: str
    model_name: str
    model_version: str
    started_at: datetime
    text_version: int
    text_sha256: str
    found_by: int


@dataclass(frozen=True, slots=True)
class Why:
    """What is known of how a claim came to be: its run, and its speakers in their order."""

    run: RunOfClaim
    identities: tuple[Identity, ...]


def read_why(engine: Engine, ident: int) -> Why | None:
    """What stands behind a claim, by its number in this database; None if there is no such claim.

    Raises:
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        run = _run_of(connection, ident)
        return None if run is None else Why(run, tuple(_identities(connection, ident)))


def _run_of(connection: Connection, ident: int) -> RunOfClaim | None:
    again = claim.alias("again")
    found_by = (
        select(func.count())
        .where(again.c.text_id == claim.c.text_id, again.c.public_id == claim.c.public_id)
        .correlate(claim)
        .scalar_subquery()
    )
    row = connection.execute(
        select(
            _run.c.public_id,
            _run.c.tool_version,
            _run.c.model_name,
            _run.c.model_version,
            _run.c.started_at,
            _text.c.version,
            _text.c.sha256,
            found_by,
        )
        .select_from(claim)
        .join(_run, _run.c.id == claim.c.run_id)
        .join(_text, _text.c.id == claim.c.text_id)
        .where(claim.c.id == ident)
    ).first()
    return None if row is None else RunOfClaim(*row)


def _identities(connection: Connection, ident: int) -> Iterator[Identity]:
    speakers = fetch_speakers(connection, [ident]).get(ident, ())
    links = connection.execute(
        select(
            mention_entity.c.mention_id,
            IDENTITY.label("number"),
            mention_entity.c.method,
            mention_entity.c.score,
        )
        .join(entity, entity.c.id == mention_entity.c.entity_id)
        .where(is_live(), mention_entity.c.mention_id.in_([one.mention_id for one in speakers]))
    )
    by_mention = {mention_id: tuple(link) for mention_id, *link in links}
    for one in speakers:
        number, method, score = by_mention.get(one.mention_id, (None, None, None))
        known = {one.named_as, one.name}
        others = _other_names(connection, number, known)
        yield Identity(one, method, score, others, _articles(connection, number))


def _other_names(connection: Connection, number: int | None, known: set[str]) -> tuple[str, ...]:
    if number is None:
        return ()
    names = connection.scalars(
        select(entity_name.c.name)
        .join(entity, entity.c.id == entity_name.c.entity_id)
        .where(IDENTITY.in_([number]))
        .group_by(entity_name.c.name)
        .order_by(func.length(entity_name.c.name).desc(), entity_name.c.name)
        .limit(MOST_NAMES + len(known))
    )
    return tuple(name for name in names if name not in known)[:MOST_NAMES]


def _articles(connection: Connection, number: int | None) -> int:
    if number is None:
        return 0
    mentions = select(mention.c.id.label("mention_id"), mention.c.text_id).subquery()
    return (
        connection.scalar(
            select(func.count(mentions.c.text_id.distinct()))
            .select_from(linked(mentions))
            .join(_text, and_(_text.c.id == mentions.c.text_id, _text.c.current))
            .where(IDENTITY.in_([number]))
        )
        or 0
    )
