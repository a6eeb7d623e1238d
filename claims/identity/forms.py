"""Which sources as written are names that a speaker goes by, and which only point at one."""

from __future__ import annotations

import re
from typing import Final

from claims.language.folding import fold
from claims.language.word_lists import words

LONGEST_NAME: Final = 6
"""Words; a longer source is a description with a name in it."""

_POINTERS: Final = words("grammar/pronouns", "no name")
_PARTICLES: Final = words("names/particles", "in sources")
_WORD: Final = re.compile(r"[^\W_](?:[^\s]*[^\W_])?\.?")
_POSSESSIVE: Final = re.compile(r"[’']s?$")


def name_form(source: str) -> str | None:
    """The name that a source as written gives, or None for a pronoun or a description.

    "Mr. Gabuev" and "the Carnegie Endowment" are names ("Mr. Gabuev", "Carnegie Endowment");
    "she", "the researcher" and "two officials" are not.
    """
    form = _POSSESSIVE.sub("", " ".join(source.split()).strip(' ,;:“”"')).strip()
    if form[:4].casefold() == "the ":
        form = form[4:]
    words = form.split()
    if not 1 <= len(words) <= LONGEST_NAME or not all(_WORD.fullmatch(word) for word in words):
        return None
    if fold(words[0]) in _POINTERS or not (_capital(words[0]) and _capital(words[-1])):
        return None
    if not all(_capital(word) or word.casefold() in _PARTICLES for word in words):
        return None
    return form


def _capital(word: str) -> bool:
    """Whether a word is written as a name; scripts without case have only such words."""
    letter = next((char for char in word if char.isalpha()), "")
    return bool(letter) and not letter.islower()
