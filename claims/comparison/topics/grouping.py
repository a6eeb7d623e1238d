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


def _topic(key: str, claims: Mapping[str, int]) -> str:
    """The phrase within a phrase that most claims have, or that phrase's own topic."""
    within = [
        part
        for part in _parts(key.split())
        if claims.get(part, 0) >= claims[key] and total(part.split()) >= _OWN
    ]
    if not within:
        return key
    return _topic(max(within, key=lambda part: (claims[part], len(part), part)), claims)


def _parts(words: list[str]) -> Iterator[str]:
    """What stands in a phrase of several words beside itself."""
    for length in range(1, len(words)):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])
