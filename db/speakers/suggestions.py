"""Pairs of speakers that may be one, the likeliest first, until a person judges them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Select, and_, exists, or_, select

from claims.identity.verdict import Verdict
from db.claims.model import SpeakerRef
from db.connection.reading import reading
from db.identity.linking import PROGRAM
from db.identity.lookup import find_entity
from db.query.conditions.review import is_not_rejected
from db.query.tables import (
    claim,
    claim_speaker,
    entity,
    is_current,
    is_live,
    mention_entity,
    shown_name,
)
from db.schema.identity import Judgement

_judgement = Judgement.__table__


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two names that may be one speaker's.

    Args:
        number: Of the program's judgement.
        left: The first name, as written.
        left_speaker: The speaker that goes by it.
        score: From 0 to 1.
        basis: The evidence in words.
    """

    number: int
    left: SpeakerRef
    left_speaker: SpeakerRef
    right: SpeakerRef
    right_speaker: SpeakerRef
    kind: str
    score: float
    basis: str

    def other(self, speaker: SpeakerRef) -> tuple[SpeakerRef, SpeakerRef]:
        """The name that is not of this speaker yet, and the speaker that goes by it."""
        if self.left_speaker.id == speaker.id:
            return self.right, self.right_speaker
        return self.left, self.left_speaker


def list_suggestions(
    engine: Engine, speaker: str | None = None, limit: int | None = None
) -> list[Suggestion]:
    """Suggestions, of one speaker or of all.

    Left out are pairs that became one by other judgements, pairs of whose speakers somebody
    judged any two names different or left open, and names that no claim that shows has.

    Args:
        engine: Of the archive.
        speaker: A name or public id.
        limit: At most this many.

    Raises:
        QueryError: ``speaker`` finds none or several.
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        ident = None if speaker is None else find_entity(connection, speaker).id
        return suggestions_of(connection, ident, limit)


def suggestions_of(
    connection: Connection, ident: int | None, limit: int | None = None
) -> list[Suggestion]:
    """As `list_suggestions`, of the speaker for whom an entity stands."""
    rows = connection.execute(_waiting(ident).limit(limit))
    return [
        Suggestion(
            row[0],
            left=SpeakerRef(*row[1:3]),
            left_speaker=SpeakerRef(*row[3:5]),
            right=SpeakerRef(*row[5:7]),
            right_speaker=SpeakerRef(*row[7:9]),
            kind=row[9],
            score=row[10],
            basis=row[11],
        )
        for row in rows
    ]


def _waiting(ident: int | None) -> Select[Any]:
    left, right = entity.alias("left_entity"), entity.alias("right_entity")
    left_speaker, right_speaker = entity.alias("left_speaker"), entity.alias("right_speaker")
    statement: Select[Any] = (
        select(
            _judgement.c.id,
            left.c.public_id,
            left.c.name,
            left_speaker.c.public_id,
            shown_name(left),
            right.c.public_id,
            right.c.name,
            right_speaker.c.public_id,
            shown_name(right),
            left.c.kind,
            _judgement.c.score,
            _judgement.c.basis,
        )
        .join(left, left.c.id == _judgement.c.left_id)
        .join(right, right.c.id == _judgement.c.right_id)
        .join(left_speaker, left_speaker.c.id == left.c.canonical_id)
        .join(right_speaker, right_speaker.c.id == right.c.canonical_id)
        .where(
            _judgement.c.retired_at.is_(None),
            _judgement.c.author == PROGRAM,
            _judgement.c.act_id.is_(None),
            _judgement.c.verdict == Verdict.UNSURE.value,
            left.c.canonical_id != right.c.canonical_id,
            ~_settled(left, right),
            _speaks(left),
            _speaks(right),
        )
        .order_by(_judgement.c.score.desc(), _judgement.c.id)
    )
    if ident is not None:
        statement = statement.where(
            or_(left.c.canonical_id == ident, right.c.canonical_id == ident)
        )
    return statement


def _settled(left: Any, right: Any) -> Any:
    """A person judged two names of the same two speakers, so that these are not asked about."""
    other, one, two = _judgement.alias(), entity.alias(), entity.alias()
    return exists(
        select(other.c.id)
        .join(one, one.c.id == other.c.left_id)
        .join(two, two.c.id == other.c.right_id)
        .where(
            other.c.retired_at.is_(None),
            other.c.act_id.is_not(None),
            or_(
                and_(
                    one.c.canonical_id == left.c.canonical_id,
                    two.c.canonical_id == right.c.canonical_id,
                ),
                and_(
                    one.c.canonical_id == right.c.canonical_id,
                    two.c.canonical_id == left.c.canonical_id,
                ),
            ),
        )
    )


def _speaks(table: Any) -> Any:
    """A name has a claim that counts."""
    return exists(
        select(mention_entity.c.id)
        .join(claim_speaker, claim_speaker.c.mention_id == mention_entity.c.mention_id)
        .join(claim, claim.c.id == claim_speaker.c.claim_id)
        .where(mention_entity.c.entity_id == table.c.id, is_live(), is_current(), is_not_rejected())
    )
