"""Whether a claim puts something forward, and whether it says that it is so."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from claims.claim import CueClass
from claims.comparison.rarity import TELLING, weight
from claims.comparison.relations.compared_claim import ComparedClaim
from claims.comparison.words import keys_of
from claims.language.word_lists import words

_SAYING: Final = frozenset(
    {CueClass.STATEMENT, CueClass.OPINION, CueClass.BELIEF, CueClass.PERCEPTION}
)
_NEGATIONS: Final = words("grammar/negation", "of anything")
_SAYINGS: Final = tuple(words("comparison/denials", "asserting"))
_ACCUSING: Final = tuple(words("comparison/denials", "accusing"))
_QUESTIONS: Final = tuple(words("comparison/attitudes", "asking"))


@lru_cache(maxsize=50_000)
def asserts(claim: ComparedClaim) -> bool:
    """Whether a claim puts something forward, and does not ask for it."""
    keys = keys_of(claim.statement.cue)
    return not (
        claim.negated
        or any(key.startswith(_QUESTIONS) for key in keys)
        or not _NEGATIONS.isdisjoint(keys)
    )


@lru_cache(maxsize=50_000)
def says(claim: ComparedClaim) -> bool:
    """Whether a claim says that something is so."""
    if claim.negated:
        return False
    keys = keys_of(claim.statement.cue)
    if claim.cue_class is not None:
        return claim.cue_class in _SAYING or any(key.startswith(_ACCUSING) for key in keys)
    return any(key.startswith(_SAYINGS) for key in keys) or all(
        weight(key) < TELLING for key in keys
    )
