"""What sets two statements apart by their words, or brings them together: numbers, attitudes, one
wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from operator import attrgetter
from typing import Final

from claims.comparison.meaning.rare_words import contained, rare_words, who
from claims.comparison.meaning.statement import Statement
from claims.comparison.meaning.wording import wordings
from claims.comparison.words import hashed, keys_of
from claims.language.word_lists import words

_NEGATIONS: Final = words("grammar/negation", "of anything")
_NUMBERS: Final = words("comparison/numbers")
_BITS: Final = 63
_WORDS: Final = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NAMED: Final = re.compile(
    r"(?<=[\w,;’] )[A-Z][\w-]*\.?[ -](\d{1,3})\b"  # Apollo 11, June 7, No. 3
    r"(?![.,]\d|-|\s*(?:%|percent|million|billion|points?|to|votes?|delegates?)\b)"
)
"""A number that is part of a name or a date; at the beginning of a sentence any word is capital."""

ENOUGH: Final = 3
"""Wordings in common that count; more make it no likelier."""

MOSTLY: Final = 0.8
ABOUT_ONE: Final = 0.5
"""From what part on most of what one content tells is in the other, and from which cosine of the
contents on that is looked at."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What an archive keeps of a statement's words, beside its vectors.

    Args:
        numbers: One bit of 63 for each number of its content in digits, years, dates and those in
            names aside, and for words such as "million"; 0 for a content without. "Two", "in 2022"
            and "Apollo 11" measure nothing.
        attitude: 1 if its cue is for what follows, -1 if it is against it, 0 if neither.
        wordings: Who says it in which telling phrases, each a number.
        who: Who says it, each a number.
        telling: The telling words of its content, each a number.
    """

    numbers: int
    attitude: int
    wordings: tuple[int, ...] = ()
    who: tuple[int, ...] = ()
    telling: tuple[int, ...] = ()


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
        one_wording: In how many telling phrases one speaker says both, ``ENOUGH`` at most; those of
            two speakers who say both together count twice.
        mostly_one: 1 if one speaker says both, and most of what the one tells the other tells too.
    """

    full: float
    content: float
    other_numbers: float
    one_numbered: float
    opposed: float
    one_attitude: float
    one_wording: float
    mostly_one: float

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


@lru_cache(maxsize=50_000)
def marks_of(statement: Statement) -> Marks:
    """The marks of a statement."""
    numbers = 0
    bare = statement.bare
    named = {found.start(1) for found in _NAMED.finditer(bare)}
    for found in _WORDS.finditer(bare):
        if found.start() not in named:
            numbers |= _bit(found.group())
    return Marks(
        numbers, attitude(statement.cue), wordings(statement), who(statement), rare_words(statement)
    )


@lru_cache(maxsize=50_000)
def _bit(word: str) -> int:
    """The bit of a word that measures something; 0 for others."""
    [key] = keys_of(word) or [word]
    if (key[0].isdigit() and word[0].isdigit() and not _YEAR.fullmatch(word)) or key in _NUMBERS:
        return 1 << hashed([key], "number") % _BITS
    return 0


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
    shared = set(one.wordings).intersection(other.wordings)
    return Likeness(
        full,
        content,
        float(numbered and not one.numbers & other.numbers),
        float(bool(one.numbers) != bool(other.numbers)),
        float(one.attitude * other.attitude < 0),
        float(one.attitude * other.attitude > 0),
        float(min(len(shared), ENOUGH)),
        float(
            content >= ABOUT_ONE
            and not set(one.who).isdisjoint(other.who)
            and contained(one.telling, other.telling) >= MOSTLY
        ),
    )


@cache
def _beginnings(section: str) -> tuple[str, ...]:
    return tuple(words("comparison/attitudes", section))
