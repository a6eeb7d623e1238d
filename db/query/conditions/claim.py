"""What a query asks of ``claim``; what a column of its own holds needs no function."""

from __future__ import annotations

from sqlalchemy import Dialect, and_, false, literal

from claims.language.folding import fold
from db.query.conditions.review import note, reviews, tags
from db.query.conditions.topic import about
from db.query.fulltext import matches
from db.query.model import ClaimQuery
from db.query.tables import MOST_WORDS, Condition, claim
from db.schema import fulltext

__all__ = ["cue", "min_confidence", "note", "reviews", "tags", "text", "topics"]


def min_confidence(query: ClaimQuery, _: Dialect) -> Condition:
    """At least this sure."""
    return claim.c.confidence >= query.min_confidence


def text(query: ClaimQuery, dialect: Dialect) -> Condition:
    """Its content matches."""
    assert query.text is not None
    return claim.c.id.in_(matches(fulltext.CLAIM_CONTENT, query.text, dialect))


def topics(query: ClaimQuery, dialect: Dialect) -> Condition:
    """It is on any of these."""
    return about(query.topics, dialect)


def cue(query: ClaimQuery, _: Dialect) -> Condition:
    """Its lemma has each word that is asked for: "add" does not find "address"."""
    words = dict.fromkeys(fold(query.cue or "").split())
    if not 0 < len(words) <= MOST_WORDS:
        return false()
    key = literal(" ") + claim.c.cue_lemma_key + " "
    return and_(*(key.like(f"% {word} %") for word in words))
