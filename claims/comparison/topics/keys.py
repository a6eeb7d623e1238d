"""By what a phrase is known in all articles, and whether it tells enough to be a topic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from claims.claim import Phrase
from claims.comparison.rarity import total, weight
from claims.comparison.topics.labels import as_form
from claims.comparison.words import words_of
from claims.language.folding import fold
from claims.language.word_lists import pairs, words

# In nats of rarity. "many new rules" is about rules, "early voting" not about voting.
_LIGHT: Final = 2.0
# A single word in one of about sixty articles or fewer, or several that are more common.
_TELLING: Final = 4.0
# Such a word is no topic by itself, however rare ("circumstance"), unless the article has it
# more than once ("pipeline").
_EVEN: Final = words("comparison/even")
_WELL_KNOWN: Final = {fold(short): long for short, long in pairs("names/acronyms").items()}


@dataclass(frozen=True, slots=True)
class Topical:
    """A phrase that tells something: what it is known by, and the words as written."""

    key: str
    written: str


def topical(phrase: Phrase, text: str) -> Topical | None:
    """A phrase as a topic; None if it tells too little to be one.

    Light words before the first that tells something are left out, and so are quotation marks; an
    organization that every reader knows by its letters goes by its name.

    Args:
        phrase: Of a claim of the article.
        text: Of the article.
    """
    light = 0
    last = len(phrase.words) - 1
    while not phrase.whole and light < last and weight(phrase.words[light]) < _LIGHT:
        light += 1
    rest = phrase.words[light:]
    if total(rest) < _TELLING or (
        not phrase.whole and len(rest) == 1 and _in_passing(rest[0], text)
    ):
        return None
    written = list(words_of(text, phrase.span))
    start = written[light].start if light < len(written) else phrase.span.start
    shown = as_form(text[start : phrase.span.end])
    key = " ".join(rest)
    known = _WELL_KNOWN.get(key)
    return Topical(fold(known or key), known or shown)


def _in_passing(word: str, text: str) -> bool:
    """Whether a word stands in any article as chance has it, and in this one only once."""
    return word in _EVEN and len(re.findall(rf"\b{word}s?\b", text, re.IGNORECASE)) == 1
