"""How two claims relate: one repeats, agrees with, denies or updates the other.

Always a suggestion, with a score and the words that led to it, for a person to confirm or dismiss.
`relation` decides of two of `ComparedClaim`; an archive asks it of claims that are near in meaning
only.
"""

from claims.comparison.relations.candidates import candidates
from claims.comparison.relations.compared_claim import ComparedClaim
from claims.comparison.relations.judge import ALIKE, LEAST, FoundRelation, May, relation
from claims.comparison.relations.screening import may_differ, traits_of
from claims.comparison.terms import countries

__all__ = [
    "ALIKE",
    "LEAST",
    "ComparedClaim",
    "FoundRelation",
    "May",
    "candidates",
    "countries",
    "may_differ",
    "relation",
    "traits_of",
]
