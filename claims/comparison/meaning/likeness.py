"""What two statements have in common, and what sets them apart, by their words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from functools import cache
from typing import Final

from claims.comparison.meaning.statement import Statement
from claims.comparison.rarity import total
from claims.comparison.words import keys_of
from claims.language.word_lists import words

_NEGATIONS: Final = words("grammar/negation", "of anything")
_NUMBERS: Final = words("comparison/numbers")
_STEM: Final = 6


@dataclass(frozen=True, slots=True)
class Read:
    """The words of a statement, as they are compared.

    Args:
        stems: Beginnings of its content's words, without numbers.
        numbers: The numbers of its content.
        denied: Whether its content has a word of denial.
        attitude: 1 if its cue is for what follows, -1 if against, 0 if neither.
        names: The words of its speakers.
    """

    stems: frozenset[str]
    numbers: frozenset[str]
    denied: bool
    attitude: int
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Signs of whether two statements say the same, each a number.

    Args:
        full: Cosine of speakers, cue and content.
        content: Cosine of the contents.
        shared: What part of the rarer words of both stands in both, from 0 to 1.
        contained: What part of the lesser one's words, from 0 to 1.
        other_numbers: 1 if both have numbers, and none in common.
        denied: 1 if the content of one has a word of denial and that of the other has none.
        attitude: 1 if the cue of one is against what follows and that of the other is not.
        same_speaker: 1 if they share a name.
        length: Logarithm of the number of words of the shorter content.
    """

    full: float
    content: float
    shared: float
    contained: float
    other_numbers: float
    denied: float
    attitude: float
    same_speaker: float
    length: float

    def values(self) -> tuple[float, ...]:
        """The signs in the order of ``NAMES``."""
        return astuple(self)

    def named(self) -> Iterator[tuple[str, float]]:
        """The signs, each with its name."""
        return zip(NAMES, self.values(), strict=True)


NAMES: Final = tuple(field.name for field in fields(Likeness))


def read(statement: Statement) -> Read:
    """The words of a statement."""
    keys = keys_of(statement.bare)
    numbers = frozenset(key for key in keys if key[0].isdigit() or key in _NUMBERS)
    return Read(
        frozenset(key[:_STEM] for key in keys if key not in numbers),
        numbers,
        not _NEGATIONS.isdisjoint(keys),
        attitude(statement.cue),
        frozenset(key for name in statement.speakers for key in keys_of(name)),
    )


def attitude(cue: str) -> int:
    """1 if a cue is for what follows, -1 if it is against it, 0 if neither."""
    keys = keys_of(cue)
    denied = not _NEGATIONS.isdisjoint(keys)
    for key in keys:
        for section, sign in (("against", -1), ("for", 1)):
            if key.startswith(_beginnings(section)):
                return -sign if denied else sign
    return -1 if denied else 0


def likeness(one: Read, other: Read, full: float, content: float) -> Likeness:
    """The signs of two statements.

    Args:
        one: The words of the first.
        other: Those of the second.
        full: Cosine of speakers, cue and content.
        content: Cosine of the contents.
    """
    both = one.stems & other.stems
    weight = total(both)
    lesser = min(total(one.stems), total(other.stems))
    return Likeness(
        full,
        content,
        _part(weight, total(one.stems | other.stems)),
        _part(weight, lesser),
        float(bool(one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers))),
        float(one.denied != other.denied),
        float((one.attitude < 0) != (other.attitude < 0)),
        float(not _rare(one.names).isdisjoint(_rare(other.names))),
        math.log(1 + min(len(one.stems), len(other.stems))),
    )


def _part(some: float, whole: float) -> float:
    return some / whole if whole else 0.0


def _rare(names: Iterable[str]) -> frozenset[str]:
    """Words that are no article or the like."""
    return frozenset(name for name in names if total([name]) > 1)


@cache
def _beginnings(section: str) -> tuple[str, ...]:
    return tuple(words("comparison/attitudes", section))
