"""How much of what one claim tells another tells as well: who says it, and the telling words of its
content, as numbers that an archive keeps.

Two claims of one speaker say the same more often than their vectors tell where the lesser has
hardly a word that tells something and is not in the other as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from claims.comparison.meaning.statement import Statement
from claims.comparison.meaning.wording import names_of
from claims.comparison.rarity import RAREST, step
from claims.comparison.terms import stem
from claims.comparison.words import hashed, keys_of

SPEAKERS: Final = 4
"""Names of who says a claim that are kept, two bytes each."""

WORDS: Final = 24
"""Words of a content that are kept, two bytes each; the most telling ones."""

STEPS: Final = RAREST
BITS: Final = STEPS.bit_length()
"""Of a word's number the bits that have how much it tells, in steps of rarity, and how many these
are; the others are the hash of its stem."""

_HASHES: Final = (1 << 16 - BITS) - 1
_NAMES: Final = (1 << 16) - 1


def who(statement: Statement) -> tuple[int, ...]:
    """Who says a statement, as numbers of 16 bits that are not 0."""
    numbers = {1 + hashed([name], "who") % _NAMES for name in names_of(statement)}
    return tuple(sorted(numbers)[:SPEAKERS])


def rare_words(statement: Statement) -> tuple[int, ...]:
    """The words of a content that tell something, as numbers of 16 bits that are not 0."""
    steps: dict[int, int] = {}
    for key in keys_of(statement.bare):
        if telling := step(key):
            number = _number(stem(key))
            steps[number] = max(telling, steps.get(number, 0))
    most = sorted(steps, key=lambda number: (-steps[number], number))[:WORDS]
    return tuple(sorted(number << BITS | steps[number] for number in most))


def contained(one: Iterable[int], other: Iterable[int]) -> float:
    """What part of what the words of the lesser tell the other has; 0 if they tell nothing."""
    left, right = ({word >> BITS: word & STEPS for word in words} for words in (one, other))
    shared = left.keys() & right.keys()
    least = min(sum(left.values()), sum(right.values()))
    return sum(left[word] + right[word] for word in shared) / 2 / least if least else 0.0


@lru_cache(maxsize=50_000)
def _number(stemmed: str) -> int:
    return hashed([stemmed], "telling") % _HASHES
