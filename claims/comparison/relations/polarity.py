"""Whether a claim denies something, and by which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from claims.claim import CueClass
from claims.comparison.relations.compared_claim import ComparedClaim
from claims.comparison.terms import is_claim
from claims.comparison.words import Word, keys_of, words_in
from claims.language.word_lists import lines, words

_LIST: Final = "comparison/denials"
_WITHOUT: Final = "without"
_NEGATIONS: Final = (
    words("grammar/negation", "of anything") | words("grammar/negation", "nobody")
) - {_WITHOUT}
_MERELY: Final = words("grammar/negation", "no denial behind not")
_DENIALS: Final = words(_LIST)
_ENDS: Final = words(_LIST, "ends")
_MARKS: Final = frozenset(",;:.!?–—")
"""What ends a clause between two words."""

_BARRED: Final = words(_LIST, "before")
"""Words before a "not" that make it deny nothing, as in "whether or not" and "why not"."""
_FIRST: Final = 5
"""Words of a content among which is what it calls what follows."""

_REACH: Final = 9
_BEFORE: Final = 4
"""Words behind and before a "not" that it bears on."""


@dataclass(frozen=True, slots=True)
class Denied:
    """What a claim says is not so.

    Args:
        by: The word that does.
        what: The words that it bears on.
        behind: Those of them that follow it.
        said: Whether it is the act of denying, not a "not" in what is said.
        weakly: Whether the word denies only what is called an allegation or an idea.
    """

    by: str
    what: str
    behind: str
    said: bool
    weakly: bool = False


@lru_cache(maxsize=50_000)
def denied(claim: ComparedClaim) -> Denied | None:
    """What a claim denies; None if it denies nothing."""
    content = keys_of(claim.statement.bare)
    cue = keys_of(claim.statement.cue)
    if claim.negated or not _NEGATIONS.isdisjoint(cue):
        return None
    by = next(_denying(cue, content, claim.cue_class), None)
    if by is not None:
        what = claim.statement.bare
        return Denied(by, what, what, said=True, weakly=by not in _DENIALS)
    return _in_content(claim.statement.bare)


def denies(claim: ComparedClaim) -> bool:
    """Whether a claim denies something by a word of denial."""
    denial = denied(claim)
    return denial is not None and denial.said


@lru_cache(maxsize=50_000)
def keeps_from(text: str) -> bool:
    """Whether a text speaks of keeping something from being, or of its not being there."""
    return any(
        key == _WITHOUT or key.startswith(_beginnings("preventing")) for key in keys_of(text)
    )


@lru_cache(maxsize=50_000)
def is_of_a_claim(text: str) -> bool:
    """Whether a text speaks of what somebody claims."""
    return any(map(is_claim, keys_of(text)))


@lru_cache(maxsize=50_000)
def is_negative(text: str) -> bool:
    """Whether a word of a text negates."""
    return not _NEGATIONS.isdisjoint(keys_of(text))


def _denying(cue: list[str], content: list[str], kind: CueClass | None) -> Iterator[str]:
    named = any(map(is_claim, content[:_FIRST]))
    for at, key in enumerate(cue):
        if at and cue[at - 1] == "to":
            continue
        if key in _DENIALS or (
            named
            and (
                key.startswith(_beginnings("of an assertion"))
                or (kind is CueClass.DENIAL and key == cue[-1])
            )
        ):
            yield key


def _in_content(content: str) -> Denied | None:
    keys = keys_of(content)
    joined = f" {' '.join(keys)} "
    for phrase in lines(_LIST, "in a content"):
        if f" {phrase} " in joined:
            rest = joined.replace(f" {phrase} ", " ").strip()
            return Denied(phrase, rest, rest, said=True)
    found = words_in(content)
    for at, word in enumerate(found):
        if at and word.key in _NEGATIONS:
            before = _until_end(content, found[max(0, at - _BEFORE) : at + 1][::-1])[::-1]
            behind = _until_end(content, found[at : at + 1 + _REACH])
            if (
                behind
                and behind[0] not in _MERELY
                and _BARRED.isdisjoint(word.key for word in found[max(0, at - _REACH) : at])
            ):
                what = " ".join([*before, *behind])
                return Denied(word.key, what, " ".join(behind), said=False)
    return None


def _until_end(content: str, found: Sequence[Word]) -> list[str]:
    """The words that follow the first, up to the end of its clause, in either direction."""
    keys = []
    for one, other in pairwise(found):
        first, second = sorted((one, other), key=lambda word: word.start)
        between = content[first.end : second.start]
        if other.key in _ENDS or not _MARKS.isdisjoint(between):
            break
        keys.append(other.key)
    return keys


@cache
def _beginnings(section: str) -> tuple[str, ...]:
    return tuple(words(_LIST, section))
