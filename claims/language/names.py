"""Names of persons and organisations as comparable words: matching, the fullest form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Final

from claims.language.folding import fold_letters
from claims.language.word_lists import words


class Gender(StrEnum):
    """What an article's words tell about the pronoun of a person."""

    FEMALE = "female"
    MALE = "male"


_HONORIFICS: Final[Mapping[str, Gender | None]] = {
    **dict.fromkeys(words("names/honorifics", "men"), Gender.MALE),
    **dict.fromkeys(words("names/honorifics", "women"), Gender.FEMALE),
    **dict.fromkeys(words("names/honorifics", "either")),
}
GENERATIONS: Final = words("names/suffixes", "generations")
"""What tells a person from a parent of the same name: "jr", "iii"."""

SUFFIXES: Final = GENERATIONS | words("names/suffixes", "degrees")
"""Words behind a name that are no part of it."""

FORMS_OF_ADDRESS: Final = words("names/honorifics", "posts too").union(_HONORIFICS)
"""What somebody may be addressed by, posts among them (Professor)."""

BEFORE_NAMES: Final = FORMS_OF_ADDRESS | words("names/honorifics", "posts")
"""What may stand before a stored name and is no part of it."""

# Short forms of given names; a pair is one person where the surname agrees.
_SHORT_FORMS = (
    ("alexander", "aleksandr", "alex", "alexandre"),
    ("andrew", "andy", "drew"),
    ("anthony", "tony"),
    ("benjamin", "ben"),
    ("charles", "charlie", "chuck"),
    ("christopher", "chris"),
    ("daniel", "dan", "danny"),
    ("david", "dave"),
    ("deborah", "debbie", "deb"),
    ("donald", "don"),
    ("edward", "ed", "eddie", "ted"),
    ("elizabeth", "liz", "beth", "betsy"),
    ("gregory", "greg"),
    ("james", "jim", "jimmy", "jamie"),
    ("jeffrey", "jeff"),
    ("john", "jack", "johnny", "jon"),
    ("joseph", "joe", "joey"),
    ("katherine", "kate", "kathy", "katie"),
    ("kenneth", "ken"),
    ("lawrence", "larry"),
    ("matthew", "matt"),
    ("michael", "mike", "mick"),
    ("nicholas", "nick"),
    ("patrick", "pat"),
    ("peter", "pete"),
    ("richard", "rick", "dick", "rich"),
    ("robert", "bob", "bobby", "rob"),
    ("ronald", "ron"),
    ("samuel", "sam"),
    ("sergei", "sergey"),
    ("stephen", "steven", "steve"),
    ("susan", "sue", "susie"),
    ("theodore", "ted", "teddy"),
    ("thomas", "tom", "tommy"),
    ("timothy", "tim"),
    ("vladimir", "vlad"),
    ("william", "bill", "will", "billy"),
)
_SHORT_FORM_OF = {short: group[0] for group in _SHORT_FORMS for short in group}
_WORD = re.compile(r"[^\W_]+(?:['’\-‑][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_LINKING = frozenset(("the", "of", "and", "for", "at", "in", "on", "a", "an", "to"))


def strip_possessive(text: str) -> str:
    """``text`` without a closing ’s or ’."""
    return _POSSESSIVE.sub("", text)


@lru_cache(maxsize=10_000)
def name_words(name: str) -> tuple[str, ...]:
    """Words of a person's name, folded: no honorific, suffix, possessive or quotation marks."""
    found = [
        fold_letters(word) for word in _WORD.findall(strip_possessive(name.replace(".", ". ")))
    ]
    while len(found) > 1 and found[0] in _HONORIFICS:
        found.pop(0)
    return tuple([word for word in found if word not in SUFFIXES] or found)


def honorific_gender(word: str) -> Gender | None:
    """The gender that a form of address tells, if it is one that does."""
    return _HONORIFICS.get(fold_letters(word))


def is_honorific(word: str) -> bool:
    """Whether ``word`` is a form of address (Mr., Ms., Dr.)."""
    return fold_letters(word) in _HONORIFICS


def given_name_gender(name: str) -> Gender | None:
    """The gender that the first word of a name suggests; None if unknown or of both."""
    found = name_words(name)
    if not found:
        return None
    man, woman = found[0] in words("names/men"), found[0] in words("names/women")
    if man == woman:
        return None
    return Gender.MALE if man else Gender.FEMALE


def same_given_name(one: str, other: str) -> bool:
    """Whether two folded given names may be one: equal, initial, or a usual short form."""
    if one == other or (one[0] == other[0] and 1 in (len(one), len(other))):
        return True
    return _SHORT_FORM_OF.get(one, one) == _SHORT_FORM_OF.get(other, other)


def may_be_same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two folded names of two words or more can be one person's.

    The surname must agree, the given names must not contradict each other, and middle names may
    be left out ("Vladimir V. Putin", "Vladimir Putin"). Two words in the other order are taken
    as one name told in two orders ("Sun Yun", "Yun Sun").
    """
    if len(one) == len(other) == 2 and one[0] == other[1] and one[1] == other[0]:
        return True
    if one[-1] != other[-1]:
        return _is_part(one, other) or _is_part(other, one)
    if not same_given_name(one[0], other[0]):
        # A nickname may stand among the words of the longer name: Robert "Bob" Lee.
        return one[0] in other[1:-1] or other[0] in one[1:-1]
    return _middles_agree(one[1:-1], other[1:-1])


def _is_part(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether ``short`` (two words or more) stands at the start or the end of ``long``."""
    size = len(short)
    return 2 <= size < len(long) and tuple(short) in (tuple(long[:size]), tuple(long[-size:]))


def _middles_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    initials = [word for word in one if len(word) == 1], [word for word in other if len(word) == 1]
    if not initials[0] or not initials[1]:
        return True
    return bool(set(initials[0]) & set(initials[1]))


def is_misspelling(one: str, other: str) -> bool:
    """Whether two folded surnames of six letters or more differ by one slip of the keyboard.

    One letter left out, put in, replaced inside the word, or two neighbours swapped; the first and
    the last letter must agree.
    """
    if (
        one[-1] != other[-1]
        or min(len(one), len(other)) < 6
        or one[0] != other[0]
        or abs(len(one) - len(other)) > 1
    ):
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return one != other
    a, b = one[at:], other[at:]
    return a[1:] == b or b[1:] == a or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def fullest(names: Iterable[str]) -> str:
    """The name that tells most: most words, then not in capitals, then longest, then first.

    Raises:
        ValueError: ``names`` is empty.
    """

    def weight(name: str) -> tuple[int, int, bool, int]:
        found = name_words(name)
        whole = sum(len(word) > 1 for word in found)
        return whole, len(found), not name.isupper(), len(name)

    ranked = list(names)
    if not ranked:
        raise ValueError("no name given")
    return max(ranked, key=weight)


@lru_cache(maxsize=10_000)
def organization_words(name: str) -> tuple[str, ...]:
    """Words of an organisation's name, folded, without articles and linking words."""
    found = (fold_letters(strip_possessive(word)) for word in _WORD.findall(name.replace(".", "")))
    return tuple(word for word in found if word not in _LINKING)


def is_acronym(name: str) -> bool:
    """Whether ``name`` is written as an acronym: two to seven capitals, full stops allowed."""
    letters = name.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 7 and letters.isalpha() and letters.isupper()


def acronyms_of(name: str) -> tuple[str, ...]:
    """First letters of the words of ``name``, folded: without and with the linking words."""
    initials = "".join(word[0] for word in organization_words(name))
    linking = "".join(
        fold_letters(word)[0] for word in _WORD.findall(name) if fold_letters(word) != "the"
    )
    return (initials, linking) if len(initials) > 1 else ()


def is_acronym_of(acronym: str, name: str) -> bool:
    """Whether ``acronym`` is made of the first letters of the words of ``name``."""
    return fold_letters(acronym.replace("&", "")) in acronyms_of(name)


def is_short_form_of(short: str, name: str) -> bool:
    """Whether ``short`` names the same organisation as the longer ``name``.

    True where its words open or close the longer name ("Carnegie" for the Carnegie Endowment,
    "the Post" for The Washington Post) or the words of both stand in the same order with gaps
    ("Security Council" for the United Nations Security Council).
    """
    few, many = organization_words(short), organization_words(name)
    if not few or len(few) >= len(many):
        return False
    if few in (many[: len(few)], many[-len(few) :]):
        return True
    # "U.N. Security Council" for the United Nations Security Council.
    size = len(many) - len(few) + 1
    return few[1:] == many[size:] and few[0] == "".join(word[0] for word in many[:size])
