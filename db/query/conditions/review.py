"""What a query asks of what people said of claims, as conditions."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    ColumnElement,
    Dialect,
    and_,
    false,
    func,
    literal,
    literal_column,
    select,
)

from claims.aside import sums_within
from claims.language.folding import fold
from claims.review import ReviewState
from db.query.model import ClaimQuery
from db.schema.review import ClaimNote

_TABLES: Final = ClaimNote.metadata.tables
claim = _TABLES["claim"]
claim_note = _TABLES["claim_note"]
claim_tag = _TABLES["claim_tag"]

# More than a note is looked for with, fewer than SQLite can take in one condition.
_MOST_WORDS: Final = 100


def kept(dialect: Dialect) -> ColumnElement[bool]:
    """``claim`` is not rejected: what holds where a query says nothing else."""
    return _hardly_narrows(is_not_rejected(), dialect)


def shown(query: ClaimQuery, dialect: Dialect) -> ColumnElement[bool]:
    """``claim`` is set aside for no reason, or for such as the query lets in."""
    sums = sums_within(query.lets_in)
    column = claim.c.aside
    return _hardly_narrows(column == 0 if len(sums) == 1 else column.in_(sums), dialect)


def tags(query: ClaimQuery, _: Dialect) -> ColumnElement[bool]:
    """``claim`` has any of these tags."""
    # What cannot be stored is no tag; PostgreSQL would not even look.
    keys = [key for key in map(tag_key, query.tags) if is_storable(key)]
    return claim.c.id.in_(select(claim_tag.c.claim_id).where(claim_tag.c.tag_key.in_(keys)))


def note(query: ClaimQuery, _: Dialect) -> ColumnElement[bool]:
    """``claim`` has a note with these words."""
    assert query.note is not None
    return claim.c.id.in_(select(claim_note.c.claim_id).where(_noted(query.note)))


def reviews(query: ClaimQuery, _: Dialect) -> ColumnElement[bool]:
    """``claim`` is in any of the states that are wanted.

    As most claims are in the first state, an index finds these only where it orders them too.

    By what they must not be, a database goes through them in the order that is asked for.
    """
    states = query.states
    if ReviewState.MACHINE in states and query.sort != "confidence":
        others = [state.value for state in ReviewState if state not in states]
        return claim.c.review.not_in(others)
    return claim.c.review.in_([state.value for state in states])


def _hardly_narrows(condition: ColumnElement[bool], dialect: Dialect) -> ColumnElement[bool]:
    """A condition that nearly all rows meet.

    SQLite takes any condition to leave so few rows that they may as well be sorted, where it had
    better go through them in order.
    """
    if dialect.name != "sqlite":
        return condition
    # Without a type, as SQLAlchemy would ask whether a truth value is 1, which undoes it.
    return func.likelihood(condition, literal_column("1.0"))


def is_kept() -> ColumnElement[bool]:
    """A row of ``claim`` is neither rejected nor set aside: what counts where no query says
    otherwise."""
    return and_(is_not_rejected(), claim.c.aside == 0)


def is_not_rejected() -> ColumnElement[bool]:
    """A row of ``claim`` is not rejected."""
    return claim.c.review != ReviewState.REJECTED.value


def is_storable(text: str) -> bool:
    """Whether every database takes a text."""
    return not any(char == "\0" or "\ud800" <= char <= "\udfff" for char in text)


def tag_key(tag: str) -> str:
    """What tells a tag from others: it, without case, accents and punctuation."""
    return fold(tag) or " ".join(tag.casefold().split())


def _noted(text: str) -> ColumnElement[bool]:
    """Each word of ``text`` begins a word of the note."""
    words = dict.fromkeys(fold(text).split())
    if not 0 < len(words) <= _MOST_WORDS:
        return false()
    key = literal(" ") + claim_note.c.note_key
    return and_(*(key.like(f"% {word}%") for word in words))
