"""Phrases that are one topic: a longer one is about what a shorter one within it names.

"Harbour tunnel plan" goes with "harbour tunnel" where more claims have the shorter phrase and it
tells enough by itself; "plan" alone does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from claims.comparison.rarity import total

# In nats of rarity: two rather rare words.
_OWN: Final = 6.5


def topics(claims: Mapping[str, int]) -> dict[str, str]:
    """The key of each phrase's topic, itself where it is one of its own.

    Args:
        claims: How many have a phrase, by its key.
    """
    return {key: _topic(key, claims) for key in claims}


def parts_of(key: str) -> Iterator[str]:
    """What stands in a phrase beside itself and tells enough to be the topic of it."""
    words = key.split()
    for length in range(1, len(words)):
        for start in range(len(words) - length + 1):
            part = words[start : start + length]
            if total(part) >= _OWN:
                yield " ".join(part)


def _topic(key: str, claims: Mapping[str, int]) -> str:
    """The phrase within a phrase that most claims have, or that phrase's own topic."""
    within = [part for part in parts_of(key) if claims.get(part, 0) >= claims[key]]
    if not within:
        return key
    return _topic(max(within, key=lambda part: (claims[part], len(part), part)), claims)
