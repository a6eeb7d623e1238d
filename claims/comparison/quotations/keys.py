"""By what an archive finds copies without comparing every two quotations: runs of three words.

It stores the keys of each distinct quotation. A new one's candidates are those that share some of
its keys, the rarest first, as far as a budget goes: so a slogan of thousands of claims costs no
more than a sentence that was said once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from claims.comparison.quotations.quoted import Quoted
from claims.comparison.words import hashed

SIZE: Final = 3
"""Words of a run."""

BUDGET: Final = 400
"""Quotations that one is compared with at most."""


def index_key(run: Sequence[str]) -> int:
    """The number of a run of three words."""
    return hashed(run, "quotation-run")


def index_keys(quotation: Quoted) -> frozenset[int]:
    """A number for each run of three words; none for a quotation of fewer."""
    keys = quotation.keys
    return frozenset(index_key(keys[at : at + SIZE]) for at in range(len(keys) - SIZE + 1))


def words_key(quotation: Quoted) -> int:
    """A number that two quotations share where all their words are the same."""
    return hashed(quotation.keys, "quotation")


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
