"""The class of a cue by its base form: curated word lists, one a class, and what derives from them.

A list holds verbs, nouns, adjectives and adverbs alike, and phrases whose words ``_`` parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from claims.claim import CueClass
from claims.language.word_lists import pairs, words

# What makes a noun of a verb ("supporters", "endorsement", "allegation"), and what it replaces.
_SUFFIXES: Final = (
    "ies",
    "ied",
    "ment",
    "ation",
    "ition",
    "ion",
    "er",
    "or",
    "al",
    "ance",
    "ence",
    "ing",
    "ed",
    "d",
    "s",
)
_ENDINGS: Final = ("", "e", "y")
_SHORTEST_STEM: Final = 3
_PAST: Final = pairs("cues/past_forms")


@cache
def classes() -> dict[str, CueClass]:
    """The class of every listed word, and of every phrase by its words with spaces between."""
    return {
        entry.replace("_", " "): kind
        for kind in CueClass
        for entry in words(f"cue_classes/{kind.value}")
    }


@cache
def phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The listed phrases by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in classes():
        parts = tuple(entry.split())
        if len(parts) > 1:
            found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(them, key=len, reverse=True)) for first, them in found.items()}


@cache
def known_form(lower: str, lemma: str) -> str | None:
    """The listed word that a token stands for, as it is or by its derivation; None if none is."""
    for form in (lemma, lower, _PAST.get(lower, ""), *_derived(lower)):
        if form in classes():
            return form
    return None


def _derived(lower: str) -> Iterator[str]:
    """What a word may come from, likelier or not: "supporters", "re-elect", "running"."""
    bare = {lower, lower.removesuffix("s"), lower.removeprefix("re-"), lower.removeprefix("co-")}
    yield from sorted(bare - {lower})
    for word in sorted(bare):
        for suffix in _SUFFIXES:
            stem = word.removesuffix(suffix)
            if stem != word and len(stem) >= _SHORTEST_STEM:
                stems = (stem, stem[:-1]) if stem[-1] == stem[-2] else (stem,)
                yield from (one + ending for one in stems for ending in _ENDINGS)
