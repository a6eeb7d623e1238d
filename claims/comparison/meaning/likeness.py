"""What sets two statements apart by their words, or brings them together: numbers, attitudes, one
wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Final

from claims.comparison.meaning.statement import Statement
from claims.comparison.meaning.wording import wordings
from claims.comparison.words import hashed, keys_of
from claims.language.word_lists import words

_NEGATIONS: Final = words("grammar/negation", "of anything")
_NUMBERS: Final = words("comparison/numbers")
_BITS: Final = 63
_WORDS: Final = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Marks:
    """What an archive keeps of a statement's words, beside its vectors.

    Args:
        numbers: One bit of 63 for each number of its content in digits, years aside, and for words
            such as "million"; 0 for a content without. "Two" and "in 2022" measure nothing.
        attitude: 1 if its cue is for what follows, -1 if it is against it, 0 if neither.
        wordings: Who says it in which telling phrases, each a number.
    """

    numbers: int
    attitude: int
    wordings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """Signs of whether two statements say the same, each a number.

    Args:
        full: Cosine of speakers, cue and content.
        content: Cosine of the contents.
        other_numbers: 1 if both have numbers, and none in common.
        one_numbered: 1 if one has numbers and the other none.
        opposed: 1 if the cue of one is for what follows and that of the other against it.
        one_attitude: 1 if the cues of both are for what follows, or both against it.
        one_wording: 1 if one speaker says both, in a telling phrase that both have.
    """

    full: float
    content: float
    other_numbers: float
    one_numbered: float
    opposed: float
    one_attitude: float
    one_wording: float

    def values(self) -> tuple[float, ...]:
        """The signs in the order of ``NAMES``."""
        found: tuple[float, ...] = _VALUES(self)
        return found

    def named(self) -> Iterator[tuple[str, float]]:
        """The signs, each with its name."""
        return zip(NAMES, self.values(), strict=True)


NAMES: Final = tuple(field.name for field in fields(Likeness))
# Asked for each pair that is compared: `dataclasses.astuple`, which copies, takes far longer.
_VALUES: Final = attrgetter(*NAMES)


def marks_of(statement: Statement) -> Marks:
    """The marks of a statement."""
    numbers = 0
    for word in _WORDS.findall(statement.bare):
        [key] = keys_of(word) or [word]
        if (
            key[0].isdigit() and word[0].isdigit() and not _YEAR.fullmatch(word)
        ) or key in _NUMBERS:
            numbers |= 1 << hashed([key], "number") % _BITS
    return Marks(numbers, attitude(statement.cue), wordings(statement))


def attitude(cue: str) -> int:
    """1 if a cue is for what follows, -1 if it is against it, 0 if neither."""
    keys = keys_of(cue)
    denied = not _NEGATIONS.isdisjoint(keys)
    for key in keys:
        for section, sign in (("against", -1), ("for", 1)):
            if key.startswith(_beginnings(section)):
                return -sign if denied else sign
    return -1 if denied else 0


def likeness(one: Marks, other: Marks, full: float, content: float) -> Likeness:
    """The signs of two statements.

    Args:
        one: The marks of the first.
        other: Those of the second.
        full: Cosine of speakers, cue and content.
        content: Cosine of the contents.
    """
    numbered = bool(one.numbers and other.numbers)
    return Likeness(
        full,
        content,
        float(numbered and not one.numbers & other.numbers),
        float(bool(one.numbers) != bool(other.numbers)),
        float(one.attitude * other.attitude < 0),
        float(one.attitude * other.attitude > 0),
        float(not set(one.wordings).isdisjoint(other.wordings)),
    )


@cache
def _beginnings(section: str) -> tuple[str, ...]:
    return tuple(words("comparison/attitudes", section))
