"""What a query asks of ``claim``; what a column of its own holds needs no function."""

from __future__ import annotations

from sqlalchemy import Dialect, and_, false, func, literal, or_, select

from claims.language.folding import fold
from db.query.conditions.review import note, reviews, tags
from db.query.conditions.topic import about
from db.query.fulltext import matches, row_matches
from db.query.identified import CLAIM, THREAD, id_in
from db.query.model import ClaimQuery
from db.query.tables import MOST_WORDS, Condition, claim, claim_meaning, has_words, thread
from db.schema import fulltext

__all__ = [
    "cue",
    "min_confidence",
    "min_statement",
    "note",
    "reviews",
    "tags",
    "text",
    "threads",
    "topics",
]


def min_confidence(query: ClaimQuery, _: Dialect) -> Condition:
    """At least this sure."""
    return claim.c.confidence >= query.min_confidence


def min_statement(query: ClaimQuery, _: Dialect) -> Condition:
    """At least this surely something said; what nobody told of is kept."""
    return or_(claim.c.statement >= query.min_statement, claim.c.statement.is_(None))


def text(query: ClaimQuery, dialect: Dialect) -> Condition:
    """Its content matches."""
    assert query.text is not None
    if dialect.name == "postgresql" and query.sort != "published":
        # All that match are sorted, and need not be looked up again. In the order of dates it would
        # not use the index then, as it believes the words of a content to cost nothing.
        found = row_matches(fulltext.CLAIM_CONTENT, query.text)
        if found is not None:
            return found
    return claim.c.id.in_(matches(fulltext.CLAIM_CONTENT, query.text, dialect))


def topics(query: ClaimQuery, dialect: Dialect) -> Condition:
    """It is on any of these."""
    return about(query.topics, dialect)


def threads(query: ClaimQuery, _: Dialect) -> Condition:
    """It is in any of these."""
    meant = select(func.coalesce(thread.c.merged_into, thread.c.id)).where(
        or_(*map(_is_thread, query.threads))
    )
    return claim.c.id.in_(
        select(claim_meaning.c.claim_id).where(claim_meaning.c.thread_id.in_(meant))
    )


def _is_thread(text: str) -> Condition:
    """A row of ``thread`` has this id, or the claim of this id, or these words in its label."""
    if (ident := id_in(text, THREAD)) is not None:
        return thread.c.public_id == ident
    if (ident := id_in(text, CLAIM)) is not None:
        other = claim.alias()
        return thread.c.id.in_(
            select(claim_meaning.c.thread_id)
            .join(other, other.c.id == claim_meaning.c.claim_id)
            .where(other.c.public_id == ident, other.c.current)
        )
    return has_words(thread.c.label_key, text)


def cue(query: ClaimQuery, _: Dialect) -> Condition:
    """Its lemma has each word that is asked for: "add" does not find "address"."""
    words = dict.fromkeys(fold(query.cue or "").split())
    if not 0 < len(words) <= MOST_WORDS:
        return false()
    key = literal(" ") + claim.c.cue_lemma_key + " "
    return and_(*(key.like(f"% {word} %") for word in words))
