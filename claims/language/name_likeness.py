"""Names of persons compared: order, middle names, initials, short forms, suffixes, spelling.

One engine for names within an article and across articles; who asks says how sure it must be.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA, JaroWinkler

from claims.language.names import Gender, PersonName, given_name_gender, without_particles
from claims.language.word_lists import groups

_VOWELS: Final = re.compile(r"(?<!^)[aeiouyj]+")
_DOUBLED: Final = re.compile(r"(.)\1+")
# Letters and groups of letters that transliterations use for one sound.
_SOUNDS: Final = (
    *(("shch", "s"), ("sch", "s"), ("tch", "c"), ("zh", "z"), ("kh", "h"), ("gh", "g")),
    *(("ph", "f"), ("th", "t"), ("ck", "k"), ("ts", "c"), ("tz", "c"), ("sh", "s"), ("ch", "c")),
    *(("q", "k"), ("x", "ks"), ("w", "v")),
)
_NEAR: Final = 0.9
"""Jaro-Winkler similarity from which two spellings may be of one name."""

_LEAST: Final = 5
"""Letters; shorter names that differ (Li Ping, Li Peng) are mostly two names."""


class NameLikeness(IntEnum):
    """How two names stand to each other, the better evidence the higher."""

    APART = 0
    """They cannot be one person's."""
    UNRELATED = 1
    """They say nothing of each other."""
    FUZZY = 2
    BARE = 3
    INITIAL = 4
    NICKNAME = 5
    PART = 6
    SWAPPED = 7
    """The same two words in the other order, both usual given names."""
    SPELLING = 8
    ORDER = 9
    VARIANT = 10
    """Middle names, initials, particles left out."""
    SAME = 11


def name_likeness(one: PersonName, other: PersonName) -> NameLikeness:
    """How two names stand to each other; the order of the two does not matter."""
    if not one.words or not other.words:
        return NameLikeness.UNRELATED
    if _suffixes_conflict(one, other):
        return NameLikeness.APART
    if one.words == other.words:
        return NameLikeness.SAME if one.suffix == other.suffix else NameLikeness.PART
    if one.bare or other.bare:
        return _bare(one, other)
    found, turned = _in_order(one, other), _crosswise(one, other)
    if turned > NameLikeness.UNRELATED:
        found = max(found, turned)
    if one.suffix != other.suffix and found > NameLikeness.PART:
        return NameLikeness.PART
    return found


def may_be_same_person(
    one: PersonName, other: PersonName, least: NameLikeness = NameLikeness.INITIAL
) -> bool:
    """Whether two names can be one person's.

    Args:
        least: How well they must agree. Within an article an initial, a short form or a part of
            the name is enough; a similar spelling or a surname alone says too little.
    """
    return name_likeness(one, other) >= least


def is_misspelling(one: str, other: str) -> bool:
    """Whether two folded surnames of six letters or more differ by one slip of the keyboard.

    One letter left out, put in, replaced inside the word, or two neighbours swapped; the first and
    the last letter must agree.
    """
    return (
        min(len(one), len(other)) >= 6
        and one[0] == other[0]
        and one[-1] == other[-1]
        and OSA.distance(one, other, score_cutoff=1) == 1
    )


def name_gender(name: PersonName) -> Gender | None:
    """The gender that the given name suggests; None if unknown or of both."""
    return None if name.bare else given_name_gender(name.words[0])


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """The consonants of a word, such that transliterations of one name mostly agree:
    "gabuev" and "gabuyev" give "gbv"."""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", word))


def spelled(word: str) -> frozenset[str]:
    """What a given name is by its spellings: "aleksandr" gives "alexander"."""
    return groups("names/spellings").get(word, frozenset((word,)))


def whole_forms(word: str) -> frozenset[str]:
    """The given names that one is a short form of, or that have short forms: "bob" gives
    "robert", as does "robert"; empty for all others."""
    forms = groups("names/nicknames")
    return frozenset(whole for form in spelled(word) for whole in forms.get(form, ()))


def _whole(word: str) -> frozenset[str]:
    return whole_forms(word) or spelled(word)


def _suffixes_conflict(one: PersonName, other: PersonName) -> bool:
    return None not in (one.suffix, other.suffix) and one.suffix != other.suffix


def _bare(one: PersonName, other: PersonName) -> NameLikeness:
    few, many = sorted((one, other), key=lambda name: len(name.words))
    if not few.words or len(many.words) < 2:
        return _near_words(few.words[0], many.words[0]) if many.words else NameLikeness.UNRELATED
    return NameLikeness.BARE if few.words[0] in surnames(many) else NameLikeness.UNRELATED


def surnames(name: PersonName) -> tuple[str, ...]:
    """Words that can be the surname: the last, and the first unless it is a usual given name."""
    if name.bare:
        return name.words
    first, last = name.words[0], name.words[-1]
    usual = len(first) == 1 or given_name_gender(first) is not None
    return (last,) if usual or len(name.words) > 3 else (last, first)


def _in_order(one: PersonName, other: PersonName) -> NameLikeness:
    """Both names read in the order in which they stand."""
    if _joined(one) == _joined(other):
        return NameLikeness.VARIANT
    mine, yours = one.words, other.words
    if mine[-1] != yours[-1]:
        return max(_part(one, other), _fuzzy(mine, yours))
    if not _middles_agree(one.middles, other.middles):
        return NameLikeness.APART if mine[0] == yours[0] else NameLikeness.UNRELATED
    return _given(mine[0], yours[0], one, other)


def _given(mine: str, yours: str, one: PersonName, other: PersonName) -> NameLikeness:
    """Given names, where the surname agrees."""
    if mine == yours:
        return NameLikeness.VARIANT
    if _closes(one.words, other.words) or _closes(other.words, one.words):
        return NameLikeness.PART
    if mine in other.middles or yours in one.middles:
        # Robert "Bob" Lee, J. Edgar Hoover.
        return NameLikeness.NICKNAME
    if 1 in (len(mine), len(yours)):
        return NameLikeness.INITIAL if mine[0] == yours[0] else NameLikeness.UNRELATED
    if spelled(mine) & spelled(yours):
        return NameLikeness.SPELLING
    genders = {given_name_gender(mine), given_name_gender(yours)} - {None}
    if len(genders) < 2 and _whole(mine) & _whole(yours):
        return NameLikeness.NICKNAME
    if given_name_gender(mine) and given_name_gender(yours):
        # Two names that are both in use (Maria, Marie) are not one name spelled twice.
        return NameLikeness.UNRELATED
    return _near_words(mine, yours)


def _crosswise(one: PersonName, other: PersonName) -> NameLikeness:
    """One of the names read with its surname first."""
    for ours, theirs in ((one.words, other.words), (other.words, one.words)):
        turned = (*theirs[1:], theirs[0])
        if ours == turned or (len(ours) == 2 and ours == ("".join(turned[:-1]), turned[-1])):
            usual = all(given_name_gender(word) is not None for word in (ours[0], ours[-1]))
            return NameLikeness.SWAPPED if usual else NameLikeness.ORDER
    return NameLikeness.UNRELATED


def _joined(name: PersonName) -> tuple[str, str]:
    """First word and all others as one, without particles: "Kim Jong Un" is "Kim Jongun"."""
    rest = name.words[1:]
    return name.words[0], "".join(without_particles(rest) or rest)


def _part(one: PersonName, other: PersonName) -> NameLikeness:
    """Whether the shorter name opens the longer: Nicolás Maduro (Moros)."""
    few, many = sorted((one.words, other.words), key=len)
    if len(few) >= 2 and len(few) < len(many) and many[: len(few)] == few:
        return NameLikeness.PART
    return NameLikeness.UNRELATED


def _closes(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether a surname with its particle stands alone: (Bill) de Blasio."""
    return not without_particles(few[:1]) and many[-len(few) :] == few


def _fuzzy(mine: tuple[str, ...], yours: tuple[str, ...]) -> NameLikeness:
    """Another spelling of the surname, with the same given name, a spelling or initial of it."""
    if _near_words(mine[-1], yours[-1]) is not NameLikeness.FUZZY:
        return NameLikeness.UNRELATED
    first, second = mine[0], yours[0]
    same = spelled(first) & spelled(second) or _whole(first) & _whole(second)
    if same or _near_words(first, second) is NameLikeness.FUZZY:
        return NameLikeness.FUZZY
    return NameLikeness.UNRELATED


def _near_words(one: str, other: str) -> NameLikeness:
    if min(len(one), len(other)) < _LEAST:
        return NameLikeness.UNRELATED
    near = skeleton(one) == skeleton(other)
    near |= one[0] == other[0] and JaroWinkler.similarity(one, other) >= _NEAR
    return NameLikeness.FUZZY if near else NameLikeness.UNRELATED


def _middles_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether no middle name of one contradicts those of the other; initials stand for names."""
    if not one or not other:
        return True
    few, many = sorted((one, other), key=len)
    rest = iter(many)
    return all(any(_abbreviates(word, candidate) for candidate in rest) for word in few)


def _abbreviates(one: str, other: str) -> bool:
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    return one == other or bool(spelled(one) & spelled(other))
