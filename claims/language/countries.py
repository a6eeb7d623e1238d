"""Countries by their several names, their peoples, and what stands for their governments.

``words/countries/countries.txt`` is made from a licensed source by `claims.training.countries`;
``ours.txt`` beside it has what we add and leave out. A key is the words of a name as
`organization_words` folds them; a country is told by one fixed name ("united_states").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from claims.language.names import organization_words
from claims.language.word_lists import lines, words

Key = tuple[str, ...]

_OURS: Final = "countries/ours"


class _Country(NamedTuple):
    """A country by its keys, the usual name first, and that as it is written."""

    name: str
    names: tuple[Key, ...]
    capitals: tuple[Key, ...]
    peoples: tuple[Key, ...]

    @property
    def label(self) -> str:
        return "_".join(self.names[0])


def country_of(key: Key) -> str | None:
    """The country that the folded words of a name name, by one fixed name; None if none."""
    return _names().get(key)


def usual_name(country: str) -> str:
    """What a country, told by its fixed name, is usually called.

    Raises:
        KeyError: There is no such country.
    """
    return _usual_names()[country]


def governed_from(key: Key) -> str | None:
    """The country whose capital the folded words of a name name; None if none."""
    return _capitals().get(key)


@cache
def names_of(country: str) -> frozenset[Key]:
    """All names of a country, and those of its parts, by what `country_of` calls it."""
    return frozenset(key for key, countries in _places().items() if country in countries)


def is_state(key: Key) -> bool:
    """Whether the folded words of a name name a state of the United States."""
    return key in _states()


def countries_named(key: Key) -> frozenset[str]:
    """The countries that a name of a country or of a part of one may mean ("Georgia": two)."""
    return _places().get(key, frozenset()) | _states().get(key, frozenset())


def countries_of_people(key: Key) -> frozenset[str]:
    """The countries whose people folded words like "north korean" may tell of."""
    return _peoples().get(key, frozenset())


def countries_governed_from(key: Key) -> frozenset[str]:
    """The country whose capital or seat of government a name names, as a set; empty if none."""
    return _governments().get(key, frozenset())


@cache
def demonyms() -> frozenset[str]:
    """Adjectives of peoples, parties and regions, of one word: part of a role ("Chinese
    diplomat"), not an organization."""
    return words("countries/adjectives") | {key[0] for key in _peoples() if len(key) == 1}


@cache
def all_names() -> frozenset[Key]:
    """The names and capitals of all countries."""
    return frozenset(_names()) | frozenset(_capitals())


@cache
def _countries() -> tuple[_Country, ...]:
    entries = (*lines("countries/countries"), *lines(_OURS, "countries"))
    return tuple(map(_country, entries))


@cache
def _usual_names() -> Mapping[str, str]:
    return {country.label: country.name for country in _countries()}


def _country(entry: str) -> _Country:
    name, formal, capital, people = (field.strip() for field in entry.split("|"))
    names = (organization_words(name), *_keys(formal))
    return _Country(name, names, _keys(capital), _keys(people))


def _keys(field: str) -> tuple[Key, ...]:
    return tuple(organization_words(name) for name in field.split(";") if name.strip())


@cache
def _names() -> Mapping[Key, str]:
    found = {key: country.label for country in _countries() for key in country.names}
    return found | dict(_ours("names"))


@cache
def _capitals() -> Mapping[Key, str]:
    none = {organization_words(name) for name in lines(_OURS, "no capitals")} | _names().keys()
    found = {key: country.label for country in _countries() for key in country.capitals}
    return {key: label for key, label in found.items() if key not in none} | dict(_ours("capitals"))


@cache
def _states() -> Mapping[Key, frozenset[str]]:
    country = _names()[organization_words("United States")]
    return _gathered((organization_words(name), country) for name in lines(_OURS, "states"))


@cache
def _places() -> Mapping[Key, frozenset[str]]:
    return _gathered([*_names().items(), *_ours("parts")])


@cache
def _peoples() -> Mapping[Key, frozenset[str]]:
    listed = ((key, country.label) for country in _countries() for key in country.peoples)
    return _gathered([*((key, of) for key, of in listed if key not in _names()), *_ours("peoples")])


@cache
def _governments() -> Mapping[Key, frozenset[str]]:
    return _gathered([*_capitals().items(), *_ours("seats of government")])


def _ours(section: str) -> Iterator[tuple[Key, str]]:
    """The pairs of a section: a key, and the country that it goes with."""
    labels = {country.names[0]: country.label for country in _countries()}
    for line in lines(_OURS, section):
        name, country = line.split("=")
        yield organization_words(name), labels[organization_words(country)]


def _gathered(pairs: Iterable[tuple[Key, str]]) -> dict[Key, frozenset[str]]:
    found: dict[Key, set[str]] = {}
    for key, country in pairs:
        found.setdefault(key, set()).add(country)
    return {key: frozenset(countries) for key, countries in found.items()}
