"""Whether two claims are of different places or people, and who says them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from claims.comparison.rarity import TELLING, weight
from claims.comparison.relations.compared_claim import ComparedClaim
from claims.comparison.terms import stem, terms
from claims.comparison.words import keys_of, words_in
from claims.language.word_lists import words

_SIZES: Final = words("comparison/scope", "sizes")
_AMONG: Final = words("comparison/scope", "among")
_WHERE: Final = words("comparison/scope", "where")
_GENERIC: Final = frozenset(map(stem, words("comparison/scope", "sources")))
_SCOPE: Final = 3
"""Words behind "among" that say among whom."""


def elsewhere(one: ComparedClaim, other: ComparedClaim) -> bool:
    """Whether two contents are of different places or people: each names something that the other
    does not, or one says where or among whom and the other does not."""
    mine, theirs = one.statement.bare, other.statement.bare
    if names(mine) - _all(theirs) and names(theirs) - _all(mine):
        return True
    return bool(_scope(mine) - _all(theirs) or _scope(theirs) - _all(mine))


def are_of_one_speaker(one: ComparedClaim, other: ComparedClaim) -> bool:
    """Whether somebody says both."""
    return not one.speakers.isdisjoint(other.speakers)


def are_of_one_body(one: ComparedClaim, other: ComparedClaim) -> bool:
    """Whether two speak for one country."""
    return not one.organizations.isdisjoint(other.organizations)


@lru_cache(maxsize=50_000)
def sized(claim: ComparedClaim) -> frozenset[str]:
    """The words of a content that size something, as "single" and "double" do."""
    return _SIZES.intersection(keys_of(claim.statement.bare))


def are_of_one_source(one: ComparedClaim, other: ComparedClaim) -> bool:
    """Whether one speaker says both, or sources that share a telling word of their names."""
    if are_of_one_speaker(one, other):
        return True
    mine, theirs = (
        {term for name in said.statement.speakers for term in terms(name)} - _GENERIC
        for said in (one, other)
    )
    return not mine.isdisjoint(theirs)


@lru_cache(maxsize=50_000)
def names(content: str) -> frozenset[str]:
    """The names in a text, by their terms; its first word may be a name or not."""
    found = words_in(content)[1:]
    return frozenset(
        stem(word.key)
        for word in found
        if content[word.start].isupper() and stem(word.key) in terms(content)
    )


@lru_cache(maxsize=50_000)
def _scope(content: str) -> frozenset[str]:
    """The words that say where or among whom something is counted."""
    keys, found = keys_of(content), words_in(content)
    scope = set()
    for at, key in enumerate(keys):
        behind = keys[at + 1 : at + 1 + _SCOPE]
        if key in _AMONG:
            scope |= {stem(word) for word in behind if weight(word) >= TELLING}
        elif key in _WHERE and behind and content[found[at + 1].start].isupper():
            scope.add(stem(behind[0]))
    return frozenset(scope)


@lru_cache(maxsize=50_000)
def _all(content: str) -> frozenset[str]:
    return frozenset(terms(content)) | {stem(key) for key in keys_of(content)}
