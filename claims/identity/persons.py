"""Names of persons, taken apart and compared: order, middle names, suffixes, spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from claims.language.folding import fold
from claims.language.names import BEFORE_NAMES, GENERATIONS, SUFFIXES, Gender, given_name_gender
from claims.language.word_lists import groups

_SPACE = re.compile(r"[\s,]+")
_INITIALS = re.compile(r"(?<=\.)(?=[^\W\d_])")
_PARTICLES = frozenset(
    {"de", "da", "di", "del", "della", "der", "den", "des", "du", "la", "le", "van", "von", "zu"}
    | {"bin", "ibn", "bint", "al", "el", "ul", "y", "e", "dos", "das", "do", "ter", "ten", "st"}
)
_VOWELS = re.compile(r"(?<!^)[aeiouyj]+")
_DOUBLED = re.compile(r"(.)\1+")
# Letters and groups of letters that transliterations use for one sound.
_SOUNDS = (
    *(("shch", "s"), ("sch", "s"), ("tch", "c"), ("zh", "z"), ("kh", "h"), ("gh", "g")),
    *(("ph", "f"), ("th", "t"), ("ck", "k"), ("ts", "c"), ("tz", "c"), ("sh", "s"), ("ch", "c")),
    *(("q", "k"), ("x", "ks"), ("w", "v")),
)
_NEAR = 0.9
"""Jaro-Winkler similarity from which two spellings may be of one name."""

_LEAST = 5
"""Letters; shorter names that differ (Li Ping, Li Peng) are mostly two names."""


class Likeness(IntEnum):
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


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name as comparable words, in the order written, without forms of address.

    Hyphens join: "Ming-yu" is "mingyu". ``suffix`` is "jr", "iii" and such.
    """

    words: tuple[str, ...]
    suffix: str | None = None
    family_first: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is a surname or a given name alone."""
        return len(self.words) < 2

    @property
    def initial(self) -> bool:
        """Whether the given name is an initial only."""
        return not self.bare and len(self.words[0]) == 1 and len(self.words[-1]) > 1

    @property
    def middles(self) -> tuple[str, ...]:
        """What stands between the first and the last word, without particles."""
        return tuple(word for word in self.words[1:-1] if word not in _PARTICLES)


@lru_cache(maxsize=50_000)
def person_name(name: str) -> PersonName:
    """A name taken apart; "Putin, Vladimir V." reads as "Vladimir V. Putin"."""
    plain = re.sub(r"['’]s$", "", name.strip())
    before, comma, after = plain.partition(",")
    if comma and after.strip() and _plain_word(after) not in SUFFIXES:
        plain = f"{after} {before}"
    parts = _SPACE.split(_INITIALS.sub(" ", plain).strip())
    words = [word for word in map(_plain_word, parts) if word]
    while len(words) > 1 and words[0] in BEFORE_NAMES:
        words.pop(0)
    kept = [words[0], *(word for word in words[1:] if word not in SUFFIXES)] if words else []
    generation = next((word for word in words[1:] if word in GENERATIONS), None)
    return PersonName(tuple(kept), generation, _family_first(parts, kept))


def likeness(one: PersonName, other: PersonName) -> Likeness:
    """How two names stand to each other; the order of the two does not matter."""
    if not one.words or not other.words:
        return Likeness.UNRELATED
    if _suffixes_conflict(one, other):
        return Likeness.APART
    if one.words == other.words:
        return Likeness.SAME if one.suffix == other.suffix else Likeness.PART
    if one.bare or other.bare:
        return _bare(one, other)
    found, turned = _in_order(one, other), _crosswise(one, other)
    if turned > Likeness.UNRELATED:
        found = max(found, turned)
    if one.suffix != other.suffix and found > Likeness.PART:
        return Likeness.PART
    return found


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


def _plain_word(word: str) -> str:
    return fold(word).replace(" ", "")


def _family_first(parts: list[str], words: list[str]) -> bool:
    """Whether the first word is the surname: told by a hyphen in the last ("Kim Jong-un")."""
    return len(words) == 2 and "-" in parts[-1] and "-" not in parts[0]


def _suffixes_conflict(one: PersonName, other: PersonName) -> bool:
    return None not in (one.suffix, other.suffix) and one.suffix != other.suffix


def _bare(one: PersonName, other: PersonName) -> Likeness:
    few, many = sorted((one, other), key=lambda name: len(name.words))
    if not few.words or len(many.words) < 2:
        return _near_words(few.words[0], many.words[0]) if many.words else Likeness.UNRELATED
    return Likeness.BARE if few.words[0] in surnames(many) else Likeness.UNRELATED


def surnames(name: PersonName) -> tuple[str, ...]:
    """Words that can be the surname: the last, and the first unless it is a usual given name."""
    if name.bare:
        return name.words
    first, last = name.words[0], name.words[-1]
    usual = len(first) == 1 or given_name_gender(first) is not None
    return (last,) if usual or len(name.words) > 3 else (last, first)


def _in_order(one: PersonName, other: PersonName) -> Likeness:
    """Both names read in the order in which they stand."""
    if _joined(one) == _joined(other):
        return Likeness.VARIANT
    mine, yours = one.words, other.words
    if mine[-1] != yours[-1]:
        return max(_part(one, other), _fuzzy(mine, yours))
    if not _middles_agree(one.middles, other.middles):
        return Likeness.APART if mine[0] == yours[0] else Likeness.UNRELATED
    return _given(mine[0], yours[0], one, other)


def _given(mine: str, yours: str, one: PersonName, other: PersonName) -> Likeness:
    """Given names, where the surname agrees."""
    if mine == yours:
        return Likeness.VARIANT
    if 1 in (len(mine), len(yours)):
        # The initial may be of a name that stands in the middle elsewhere: J. Edgar Hoover.
        return Likeness.INITIAL if mine[0] == yours[0] else Likeness.UNRELATED
    if spelled(mine) & spelled(yours):
        return Likeness.SPELLING
    if mine in other.middles or yours in one.middles:
        return Likeness.NICKNAME
    genders = {given_name_gender(mine), given_name_gender(yours)} - {None}
    if len(genders) < 2 and _short_forms(mine) & _short_forms(yours):
        return Likeness.NICKNAME
    if given_name_gender(mine) and given_name_gender(yours):
        # Two names that are both in use (Maria, Marie) are not one name spelled twice.
        return Likeness.UNRELATED
    return _near_words(mine, yours)


def _crosswise(one: PersonName, other: PersonName) -> Likeness:
    """One of the names read with its surname first."""
    for ours, theirs in ((one.words, other.words), (other.words, one.words)):
        turned = (*theirs[1:], theirs[0])
        if ours == turned or (len(ours) == 2 and ours == ("".join(turned[:-1]), turned[-1])):
            usual = all(given_name_gender(word) is not None for word in (ours[0], ours[-1]))
            return Likeness.SWAPPED if usual else Likeness.ORDER
    return Likeness.UNRELATED


def _joined(name: PersonName) -> tuple[str, str]:
    """First word and all others as one, without particles: "Kim Jong Un" is "Kim Jongun"."""
    rest = [word for word in name.words[1:] if word not in _PARTICLES]
    return name.words[0], "".join(rest or name.words[1:])


def _part(one: PersonName, other: PersonName) -> Likeness:
    """Whether the shorter name opens the longer: Nicolás Maduro (Moros)."""
    few, many = sorted((one.words, other.words), key=len)
    if len(few) >= 2 and len(few) < len(many) and many[: len(few)] == few:
        return Likeness.PART
    return Likeness.UNRELATED


def _fuzzy(mine: tuple[str, ...], yours: tuple[str, ...]) -> Likeness:
    """Another spelling of the surname, with the same given name, a spelling or initial of it."""
    if _near_words(mine[-1], yours[-1]) is not Likeness.FUZZY:
        return Likeness.UNRELATED
    first, second = mine[0], yours[0]
    same = spelled(first) & spelled(second) or _short_forms(first) & _short_forms(second)
    if same or _near_words(first, second) is Likeness.FUZZY:
        return Likeness.FUZZY
    return Likeness.UNRELATED


def _near_words(one: str, other: str) -> Likeness:
    if min(len(one), len(other)) < _LEAST:
        return Likeness.UNRELATED
    near = skeleton(one) == skeleton(other)
    near |= one[0] == other[0] and JaroWinkler.similarity(one, other) >= _NEAR
    return Likeness.FUZZY if near else Likeness.UNRELATED


def _short_forms(word: str) -> frozenset[str]:
    forms = groups("names/nicknames")
    return frozenset().union(*(forms.get(form, {form}) for form in spelled(word)))


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
