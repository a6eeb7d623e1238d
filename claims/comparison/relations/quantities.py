"""Numbers of a content with what they count, and which of two contents count the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from claims.comparison.rarity import weight
from claims.comparison.terms import stem
from claims.comparison.words import words_in
from claims.language.word_lists import words

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_RATES: Final = words("comparison/numbers", "rates")
_SCALES: Final = words("comparison/numbers", "scales")
_BEHIND: Final = 4
_LEAST: Final = 1.5
_ANY: Final = "some"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number.

    Args:
        value: In digits, with its scale if a word gives it ("2.4 million").
        rate: Whether it is a percentage.
        counted: The telling words behind it.
    """

    value: str
    rate: bool
    counted: tuple[str, ...]


@lru_cache(maxsize=50_000)
def quantities(content: str) -> tuple[Quantity, ...]:
    """The numbers of a content in digits or words up to twelve, years aside."""
    found = words_in(content)
    keys = [word.key for word in found]
    return tuple(
        _read(keys, at)
        for at, word in enumerate(found)
        if _NUMBER.fullmatch(word.key) and not _YEAR.fullmatch(content[word.start : word.end])
    )


@dataclass(frozen=True, slots=True)
class Change:
    """A number that stands otherwise elsewhere.

    Args:
        before: As one content has it.
        now: As the other does.
        rate: Whether both are percentages.
    """

    before: str
    now: str
    rate: bool


def changed(one: str, other: str) -> Change | None:
    """The first number of a content that stands otherwise in another, and how it does there."""
    left, right = quantities(one), quantities(other)
    held = {each.value for each in left} & {each.value for each in right}
    for mine in left:
        for theirs in right:
            if mine.value not in held and theirs.value not in held and _of_one(mine, theirs):
                return Change(mine.value, theirs.value, mine.rate)
    return None


def without_numbers(content: str) -> str:
    """A content with one word in place of each number, as if all were the same."""
    kept, end = [], 0
    for word in words_in(content):
        if _NUMBER.fullmatch(word.key):
            kept += [content[end : word.start], _ANY]
            end = word.end
    return "".join([*kept, content[end:]])


def _read(keys: Sequence[str], at: int) -> Quantity:
    behind = list(keys[at + 1 : at + 1 + _BEHIND])
    value = keys[at]
    if behind and behind[0] in _SCALES:
        value = f"{value} {behind[0]}"
    counted = (
        stem(key)
        for key in behind
        if weight(key) >= _LEAST and key not in _RATES | _SCALES and not key[:1].isdigit()
    )
    return Quantity(value, not _RATES.isdisjoint(behind[:2]), tuple(counted))


def _of_one(one: Quantity, other: Quantity) -> bool:
    if one.rate or other.rate:
        return one.rate and other.rate
    return _is_counted(one, other) or _is_counted(other, one)


def _is_counted(one: Quantity, other: Quantity) -> bool:
    """Whether the first word of what one counts is among the first two of what the other does."""
    return bool(one.counted) and one.counted[0] in other.counted[:2]
