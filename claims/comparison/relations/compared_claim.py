"""A claim as its relations to others are judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claims.claim import CueClass
from claims.comparison.meaning.statement import Statement
from claims.comparison.speakers import speaker_keys
from claims.comparison.terms import countries


@dataclass(frozen=True, slots=True)
class ComparedClaim:
    """A claim as its relations to others are judged.

    Args:
        statement: Who says it, by which words, and what.
        speakers: Who that is, by something that is the same in all articles; empty if unknown.
        organizations: The countries and organizations that they speak for.
        published: When its article was; None if unknown.
        cue_class: What kind of act its cue tells of; None if unknown.
        negated: Whether the cue says that it was not said.
    """

    statement: Statement
    speakers: frozenset[str] = frozenset()
    organizations: frozenset[str] = frozenset()
    published: date | None = None
    cue_class: CueClass | None = None
    negated: bool = False

    def __hash__(self) -> int:
        """By what it says alone, as that of a `Statement`."""
        return hash(self.statement.content)

    @classmethod
    def of(cls, statement: Statement, published: date | None = None) -> ComparedClaim:
        """A claim of which only its words are known: whom a pronoun means is not."""
        names = [key for name in statement.speakers for key in speaker_keys(name)]
        return cls(
            statement,
            frozenset(names),
            frozenset().union(*map(countries, statement.speakers)),
            published,
        )

    def is_later_than(self, other: ComparedClaim) -> bool | None:
        """Whether it was published later; None where that is not known, or on one day."""
        if self.published is None or other.published is None or self.published == other.published:
            return None
        return self.published > other.published
