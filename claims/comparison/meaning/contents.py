"""Whether a content says anything that another could say as well.

"Mr. Lind", "the report", "this" and "yes" are contents of claims, yet two who praise Mr. Lind, or
who answer with a yes, say nothing that is the same. Names and common words do not count, unless a
clause has them: "she will not run" says something, "her" does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from claims.comparison.rarity import TELLING, weight
from claims.comparison.terms import stem
from claims.comparison.words import Word, words_in
from claims.language.names import is_honorific
from claims.language.word_lists import words

_LEAST: Final = 4.0
"""Nats that a content tells beside names, where it is no clause: one rare word, or two others."""

_CLAUSE: Final = words("comparison/clauses")
_SAYING: Final = words("comparison/clauses", "saying")
"""What makes a clause, and what only tells that something is said: "declined to comment"."""

_LONG: Final = 4
_TITLED: Final = 0.8
"""Letters of a long word; what part of four long words or more is capital in a headline, where
that tells no name."""


@lru_cache(maxsize=50_000)
def says_something(content: str) -> bool:
    """Whether a content, without quotation marks, says something without what stands before it."""
    found = words_in(content)
    names = set() if _is_headline(content, found) else set(_names(content, found))
    weights = {
        stem(word.key): tells
        for word in found
        if word not in names
        and word.key not in _CLAUSE | _SAYING
        and (tells := weight(word.key)) >= TELLING
        and not is_honorific(word.key)
    }
    if any(word.key in _CLAUSE for word in found):
        return bool(weights or names)
    return sum(weights.values()) >= _LEAST


def _names(content: str, found: Sequence[Word]) -> Iterator[Word]:
    """The words that are part of a name; a first one may be capital for its place, unless all of it
    is, or the next is so too, or there is hardly another."""
    for at, word in enumerate(found):
        written = content[word.start : word.end]
        if not written[:1].isupper() or word.key in _CLAUSE:
            continue
        first = not at and len(found) > 2 and not content[found[1].start].isupper()
        if not first or (len(written) > 1 and written.isupper()):
            yield word


def _is_headline(content: str, found: Sequence[Word]) -> bool:
    long = [word for word in found if word.end - word.start >= _LONG]
    capital = sum(content[word.start].isupper() for word in long)
    return len(long) >= _LONG and capital >= _TITLED * len(long)
