"""How two claims relate: one repeats, agrees with, denies or updates the other.

Always a suggestion, with a score and the words that led to it, for a person to confirm or dismiss.
`relation` decides of two `Said`; an archive asks it of claims that are near in meaning only.
"""

from claims.comparison.relations.candidates import candidates
from claims.comparison.relations.judge import ALIKE, LEAST, Found, relation
from claims.comparison.relations.said import Said
from claims.comparison.relations.screening import may_differ, traits_of
from claims.comparison.terms import countries

__all__ = [
    "ALIKE",
    "LEAST",
    "Found",
    "Said",
    "candidates",
    "countries",
    "may_differ",
    "relation",
    "traits_of",
]
