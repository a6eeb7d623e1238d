"""What a text speaks about: its telling words, whatever form they are in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from claims.comparison.rarity import weight
from claims.comparison.words import keys_of
from claims.language.countries import (
    countries_governed_from,
    countries_named,
    countries_of_people,
    is_state,
)
from claims.language.names import is_honorific
from claims.language.word_lists import words

_CLAIMS: Final = words("cues/assertions")
_NEGATIONS: Final = words("grammar/negation", "of anything")
_LEAST: Final = 1.5
"""Nats below which a word tells nothing of what a text is about."""

_SUFFIXES: Final = ("ings", "ing", "ions", "ion", "ies", "ied", "ed", "es", "s", "e", "y")
_STEM: Final = 4
"""Letters that a stem has at least."""


@lru_cache(maxsize=50_000)
def terms(text: str) -> dict[str, float]:
    """The telling words of a text by what their forms have in common, with what each tells.

    A country is one term under all of its names, as are its people and where it is governed from.
    """
    keys = keys_of(text)
    return {term: weight_of for key, term, weight_of in _telling(keys) if not is_claim(key)}


def shared(one: dict[str, float], other: dict[str, float]) -> float:
    """What part of the lesser's terms the other has, by what they tell; 0 where one has none."""
    least = min(sum(one.values()), sum(other.values()))
    both = sum(min(one[term], other[term]) for term in one.keys() & other.keys())
    return both / least if least else 0.0


def part(what: dict[str, float], of: dict[str, float]) -> float:
    """What part of some terms others have, by what they tell."""
    total = sum(what.values())
    return sum(what[term] for term in what if term in of) / total if total else 0.0


def in_words(content: str, wanted: Iterable[str]) -> tuple[str, ...]:
    """Terms as a content has them, folded, in its order."""
    found: dict[str, str] = {}
    for written in keys_of(content):
        key = _plain(written)
        found.setdefault(_term(key), key)
    asked = set(wanted)
    return tuple(key for term, key in found.items() if term in asked)


def uncounted(found: dict[str, float]) -> dict[str, float]:
    """Terms without numbers."""
    return {term: weight_of for term, weight_of in found.items() if not term[:1].isdigit()}


@lru_cache(maxsize=50_000)
def countries(text: str) -> frozenset[str]:
    """The countries that a text names, or whose people or government it does."""
    keys = [_plain(key) for key in keys_of(text)]
    runs = [tuple(keys[at : at + size]) for size in (1, 2) for at in range(len(keys))]
    return frozenset().union(*map(_countries, runs)) if runs else frozenset()


def is_claim(key: str) -> bool:
    """Whether a word is for what somebody claims, as "accusations" is."""
    return not _CLAIMS.isdisjoint((key, key.removesuffix("s"), f"{key.removesuffix('ies')}y"))


@lru_cache(maxsize=50_000)
def stem(written: str) -> str:
    """What the forms of a word have in common, about."""
    key = _plain(written)
    for suffix in _SUFFIXES:
        if key.endswith(suffix) and len(key) - len(suffix) >= _STEM:
            return key.removesuffix(suffix)
    return key


def _telling(keys: list[str]) -> Iterator[tuple[str, str, float]]:
    for written in keys:
        key = _plain(written)
        tells = weight(key)
        if tells >= _LEAST and key not in _NEGATIONS and not is_honorific(key):
            yield key, _term(key), tells


def _term(key: str) -> str:
    found = _countries((key,))
    return min(found) if found else stem(key)


def _plain(key: str) -> str:
    return key.removesuffix("'s").removesuffix("'")


@lru_cache(maxsize=50_000)
def _countries(key: tuple[str, ...]) -> frozenset[str]:
    if is_state(key):
        return frozenset()
    return countries_named(key) | countries_of_people(key) | countries_governed_from(key)
