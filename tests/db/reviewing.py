"""What the tests of judging ask of an archive."""

from __future__ import annotations

from sqlalchemy import Engine, select

from claims.claim import Span
from claims.review import ReviewState
from db.review.actions import claim_numbers
from db.review.values import ClaimNow, read_claims
from db.schema import core as schema
from db.schema.base import Base

ANNA, BEN = "anna", "ben"


def by_content(engine: Engine, words: str) -> int:
    """Number of the claim that shows with this content."""
    table = schema.Claim
    with engine.connect() as connection:
        return connection.execute(
            select(table.id).where(table.content == words, table.current)
        ).scalar_one()


def now(engine: Engine, ident: int) -> ClaimNow:
    """A claim with all that it shows."""
    with engine.connect() as connection:
        (claim,) = read_claims(connection, [ident])
    return claim


def public_id(engine: Engine, ident: int) -> str:
    return now(engine, ident).public_id


def again(engine: Engine, public: str) -> ClaimNow:
    """The claim that shows under a public id."""
    return now(engine, *claim_numbers(engine, [public]))


def state(engine: Engine, ident: int) -> ReviewState:
    return now(engine, ident).shown.review


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def everything(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """All that readers see of claims: their rows, spans, speakers, notes, tags and originals."""
    tables = ("claim", "claim_span", "claim_speaker", "claim_note", "claim_tag", "claim_original")
    with engine.connect() as connection:
        return {
            name: sorted(
                (tuple(row) for row in connection.execute(select(Base.metadata.tables[name]))),
                key=repr,
            )
            for name in tables
        }
