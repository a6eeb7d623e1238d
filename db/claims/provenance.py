"""What stands behind a claim beyond its article: whom its speakers are taken for, and its run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, and_, func, select

from db.connection.reading import reading
from db.query.by_speaker import IDENTITY, SHOWN_NAME, linked
from db.query.tables import (
    claim,
    claim_speaker,
    entity,
    entity_name,
    is_live,
    mention,
    mention_entity,
)
from db.schema.base import Base

_run = Base.metadata.tables["run"]
_text = Base.metadata.tables["article_text"]

MOST_NAMES = 20


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom a speaker of one article is taken for.

    Args:
        named: The fullest name in this article.
        name: Of the identity over all articles; None if none stands behind the mention.
        entity_id: Its public id.
        kind: person, organization, group or document.
        method: How the two were linked.
        score: How surely, from 0 to 1.
        other_names: Names that it goes by elsewhere, at most `MOST_NAMES`.
        articles: In how many articles it speaks or is named as a speaker.
    """

    named: str
    name: str | None
    entity_id: str | None
    kind: str
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


def _identities(connection: Connection, ident: int) -> list[Identity]:
    speaking = mention.outerjoin(
        mention_entity, and_(mention_entity.c.mention_id == mention.c.id, is_live())
    ).outerjoin(entity, entity.c.id == mention_entity.c.entity_id)
    whole = entity.alias("whole")
    rows = connection.execute(
        select(
            mention.c.name,
            mention.c.kind,
            IDENTITY.label("number"),
            SHOWN_NAME.label("shown"),
            whole.c.public_id,
            mention_entity.c.method,
            mention_entity.c.score,
        )
        .select_from(speaking.outerjoin(whole, whole.c.id == IDENTITY))
        .join(claim_speaker, claim_speaker.c.mention_id == mention.c.id)
        .where(claim_speaker.c.claim_id == ident)
        .order_by(claim_speaker.c.ordinal)
    ).all()
    return [
        Identity(
            named=named,
            name=name,
            entity_id=public_id,
            kind=kind,
            method=method,
            score=score,
            other_names=_other_names(connection, number, {named, name}),
            articles=_articles(connection, number),
        )
        for named, kind, number, name, public_id, method, score in rows
    ]


def _other_names(
    connection: Connection, number: int | None, known: set[str | None]
) -> tuple[str, ...]:
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
