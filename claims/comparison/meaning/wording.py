"""Wordings: who says something in which telling words, so that two claims share one hardly by
chance.

Two claims of one speaker that share a telling phrase say the same more often than their vectors
tell; two of other speakers do not, as phrases are names of things ("top secret") as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from claims.comparison.meaning.statement import Statement
from claims.comparison.rarity import total, weight
from claims.comparison.speakers import speaker_keys
from claims.comparison.terms import countries, stem
from claims.comparison.words import hashed, keys_of, words_in

MOST: Final = 16
"""Wordings of a claim that are kept, four bytes each."""

_LEAST: Final = 7.0
"""Nats from which two words side by side are a telling phrase."""
_EACH: Final = 1.5
"""Nats that each of them has."""
_QUOTED_LEAST: Final = 4.5
_QUOTED: Final = re.compile(r"[“\"]([^“”\"]{3,60})[”\"]")
_QUOTED_WORDS: Final = range(2, 7)
"""Nats and words of a phrase that is quoted by itself, as “no limits” is."""

_BITS: Final = 32


def wordings(statement: Statement) -> tuple[int, ...]:
    """The wordings of a statement, as numbers of 32 bits that are not 0; the most telling ones."""
    said = sorted(phrases(statement.content).items(), key=lambda each: (-each[1], each[0]))
    who = sorted(names_of(statement))
    found = dict.fromkeys(_number(name, phrase) for phrase, _ in said for name in who)
    return tuple(sorted(list(found)[:MOST]))


def phrases(content: str) -> dict[str, float]:
    """The telling phrases of a content with what they tell: two rare words side by side that are no
    name, and what is quoted by itself."""
    found = {}
    for one, other in pairwise(words_in(content)):
        each = weight(one.key), weight(other.key)
        if content[one.start].isupper() and content[other.start].isupper():
            # A name says of whom or of what something is said, not what.
            continue
        if sum(each) >= _LEAST and min(each) >= _EACH:
            found[f"{stem(one.key)} {stem(other.key)}"] = sum(each)
    for quoted in _QUOTED.findall(content):
        inside = keys_of(quoted)
        if len(inside) in _QUOTED_WORDS and (rarity := total(inside)) >= _QUOTED_LEAST:
            # One phrase within marks and without would be two: they keep it apart.
            found[f"“{' '.join(map(stem, inside))}”"] = rarity
    return found


def names_of(statement: Statement) -> Iterator[str]:
    """Who says a statement, as all articles call them; nothing for "he"."""
    for name in statement.speakers:
        yield from speaker_keys(name)
        yield from countries(name)


def _number(name: str, phrase: str) -> int:
    number = hashed([name, phrase], "wording") % (1 << _BITS)
    return number or 1
