"""By what an archive finds copies without comparing every two quotations: runs of three words.

It stores the keys of each distinct quotation. A new one's candidates are those that share some of
its keys, the rarest first, as far as a budget goes: so a slogan of thousands of claims costs no
more than a sentence that was said once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from claims.comparison.quotations.quoted import Quoted
from claims.comparison.rarity import total, weight
from claims.comparison.words import hashed

SIZE: Final = 3
"""Words of a run."""

BUDGET: Final = 400
"""Candidates that are looked up for one at most."""

_LEAST: Final = 4.0
"""What the words of the shared keys have to tell for an alignment to be worth its time, in nats."""

_PART: Final = 0.3
"""What part of the lesser quotation they have to be; the rest may be shared by twos."""


def index_key(run: Sequence[str]) -> int:
    """The number of a run of three words."""
    return hashed(run, "quotation-run")


def index_keys(keys: Sequence[str]) -> frozenset[int]:
    """A number for each run of three of a quotation's words, as compared; none for fewer."""
    return frozenset(index_key(keys[at : at + SIZE]) for at in range(len(keys) - SIZE + 1))


def weight_of(keys: Sequence[str]) -> float:
    """What all words of a quotation tell, in nats, which an archive stores beside its keys."""
    return total(keys)


def words_key(keys: Sequence[str]) -> int:
    """A number that two quotations share where all their words, as compared, are the same."""
    return hashed(keys, "quotation")


def worth_asking(spread: Mapping[int, int]) -> list[int]:
    """The keys by which to look up candidates, the rarest first, as far as the budget goes.

    Args:
        spread: In how many stored quotations each key of the new one stands.
    """
    asked, spent = [], 0
    for key, count in sorted(spread.items(), key=lambda each: (each[1], each[0])):
        spent += count
        if spent > BUDGET:
            break
        if count:
            asked.append(key)
    return asked


def promising(
    quotation: Quoted, shared: Mapping[int, Collection[int]], weights: Mapping[int, float]
) -> list[int]:
    """The candidates worth aligning with a quotation, by id.

    Args:
        quotation: The new one.
        shared: Which of its keys that were asked each candidate has, by id.
        weights: What all words of each candidate tell.
    """
    indices: dict[int, list[int]] = {}
    for at in range(len(quotation.keys) - SIZE + 1):
        indices.setdefault(index_key(quotation.keys[at : at + SIZE]), []).append(at)
    telling = [weight(key) for key in quotation.keys]
    whole = sum(telling)
    found = []
    for candidate, keys in shared.items():
        covered = {at + step for key in keys for at in indices[key] for step in range(SIZE)}
        least = max(_LEAST, _PART * min(whole, weights[candidate]))
        if sum(telling[at] for at in covered) >= least:
            found.append(candidate)
    return sorted(found)
