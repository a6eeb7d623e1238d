"""By what a phrase is known in all articles, and whether it tells enough to be a topic."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from claims.claim import Phrase
from claims.comparison.rarity import total, weight
from claims.comparison.topics.labels import as_form
from claims.comparison.words import keys_of, words_of
from claims.language.folding import fold
from claims.language.word_lists import pairs

# In nats of rarity. "many new rules" is about rules, "early voting" not about voting.
_LIGHT: Final = 2.0
# A single word in one of about sixty articles or fewer, or several that are more common.
_TELLING: Final = 4.0
# Of uses in an article, from which a single word is more than what a sentence needs in passing.
_SEVERAL: Final = 2
_WELL_KNOWN: Final = {fold(short): long for short, long in pairs("names/acronyms").items()}


@dataclass(frozen=True, slots=True)
class Topical:
    """A phrase that tells something: what it is known by, and the words as written."""

    key: str
    written: str


def topical(phrase: Phrase, text: str) -> Topical | None:
    """A phrase as a topic; None if it tells too little to be one.

    Light words before the first that tells something are left out, and so are quotation marks; an
    organization that every reader knows by its letters goes by its name. A single word that is no
    name is a topic of articles that come back to it: of those that have it once, five in six are
    not about it.

    Args:
        phrase: Of a claim of the article.
        text: Of the article.
    """
    light = 0
    last = len(phrase.words) - 1
    while not phrase.whole and light < last and weight(phrase.words[light]) < _LIGHT:
        light += 1
    rest = phrase.words[light:]
    if total(rest) < _TELLING:
        return None
    written = list(words_of(text, phrase.span))
    start = written[light].start if light < len(written) else phrase.span.start
    forms = {word.key for word in written[-1:]}
    if not phrase.whole and len(rest) == 1 and _uses(rest[0], forms, text) < _SEVERAL:
        return None
    shown = as_form(text[start : phrase.span.end])
    key = " ".join(rest)
    known = _WELL_KNOWN.get(key)
    return Topical(fold(known or key), known or shown)


def _uses(word: str, written: set[str], text: str) -> int:
    """How often a text has a word, in both numbers and as it is written at one place ("feet")."""
    plural = f"{word.removesuffix('y')}ies" if word.endswith("y") else f"{word}s"
    return sum(_counted(text)[form] for form in {word, plural, f"{word}es"} | written)


@lru_cache(maxsize=1)
def _counted(text: str) -> Counter[str]:
    """How often a text has each word; asked for all phrases of one article, then of the next."""
    return Counter(keys_of(text))
