"""Names of persons and organizations as comparable words; `likeness` compares those of persons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from claims.language.folding import fold, fold_letters
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

FORMS_OF_ADDRESS: Final = words("names/honorifics", "roles too").union(_HONORIFICS)
"""What somebody may be addressed by, roles among them (Professor)."""

BEFORE_NAMES: Final = FORMS_OF_ADDRESS | words("names/honorifics", "roles")
"""What may stand before a stored name and is no part of it."""

_PARTICLES: Final = words("names/particles") | words("names/particles", "in whole names")
_SPACE: Final = re.compile(r"[\s,]+")
_ARABIC_ARTICLE: Final = re.compile(r"^(?:al|el|ul)[-‑](?=[^\W\d_]{3})", re.IGNORECASE)
_INITIALS: Final = re.compile(r"(?<=\.)(?=[^\W\d_])")
_WORD: Final = re.compile(r"[^\W_]+(?:['’\-‑][^\W_]+)*")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
LINKING: Final = words("grammar/prepositions", "linking in names")
"""Words in names of organizations that do not count."""


def strip_possessive(text: str) -> str:
    """``text`` without a closing ’s or ’."""
    return _POSSESSIVE.sub("", text)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name as comparable words, in the order written, without forms of address.

    Hyphens join: "Ming-yu" is "mingyu"; an Arabic article goes: "al-Masri" is "masri", as many
    outlets write it. ``suffix`` is "jr", "iii" and such.
    """

    words: tuple[str, ...]
    suffix: str | None = None

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
        return without_particles(self.words[1:-1])


@lru_cache(maxsize=50_000)
def person_name(name: str) -> PersonName:
    """A name taken apart; "Putin, Vladimir V." reads as "Vladimir V. Putin"."""
    plain = strip_possessive(name.strip())
    before, comma, after = plain.partition(",")
    if comma and after.strip() and _joined(after) not in SUFFIXES:
        plain = f"{after} {before}"
    words = [word for word in map(_joined, _SPACE.split(_INITIALS.sub(" ", plain))) if word]
    while len(words) > 1 and words[0] in BEFORE_NAMES:
        words.pop(0)
    generation = next((word for word in words[1:] if word in GENERATIONS), None)
    return PersonName(
        (*words[:1], *(word for word in words[1:] if word not in SUFFIXES)), generation
    )


def name_words(name: str) -> tuple[str, ...]:
    """The words of a person's name that `person_name` finds."""
    return person_name(name).words


def without_particles(parts: Iterable[str]) -> tuple[str, ...]:
    """The words of a name but those like "von" and "bin"."""
    return tuple(word for word in parts if word not in _PARTICLES)


def _joined(word: str) -> str:
    return fold(_ARABIC_ARTICLE.sub("", word)).replace(" ", "")


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
    """Words of an organization's name, folded, without articles and linking words."""
    found = (fold_letters(strip_possessive(word)) for word in _WORD.findall(name.replace(".", "")))
    return tuple(word for word in found if word not in LINKING)


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
    """Whether ``short`` names the same organization as the longer ``name``.

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
