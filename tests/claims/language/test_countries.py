"""Countries by name, capital and people."""

from __future__ import annotations

import pytest

from claims.language.countries import (
    Key,
    all_names,
    countries_governed_from,
    countries_named,
    countries_of_people,
    country_of,
    demonyms,
    governed_from,
    is_state,
    names_of,
    usual_name,
)
from claims.language.names import organization_words
from claims.language.word_lists import lines, words


def key(name: str) -> Key:
    return organization_words(name)


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("People’s Republic of China", "China"),
        ("the Russian Federation", "Russia"),
        ("U.S.", "United States"),
        ("America", "United States"),
        ("U.A.E.", "United Arab Emirates"),
        ("N. Korea", "North Korea"),
        ("North Macedonia", "Republic of Macedonia"),
        ("Türkiye", "Turkey"),
        ("Kosovo", "Republic of Kosovo"),
    ],
)
def test_a_country_is_one_by_all_its_names(name: str, usual: str) -> None:
    assert country_of(key(name)) is not None
    assert country_of(key(name)) == country_of(key(usual))


@pytest.mark.parametrize(
    ("capital", "country"),
    [
        ("Kiev", "Ukraine"),
        ("Kyiv", "Ukraine"),
        ("Bogotá", "Colombia"),
        ("Washington", "United States"),
        ("Astana", "Kazakhstan"),
        ("Pristina", "Kosovo"),
    ],
)
def test_a_capital_stands_for_its_country(capital: str, country: str) -> None:
    assert governed_from(key(capital)) == country_of(key(country))


@pytest.mark.parametrize("name", ["Kingston", "Hamilton", "Jerusalem", "Singapore", "Norbury"])
def test_a_name_that_is_more_often_something_else_is_no_capital(name: str) -> None:
    assert governed_from(key(name)) is None


def test_a_name_may_mean_two_countries() -> None:
    assert countries_named(key("Georgia")) == {"georgia", "united_states"}
    assert countries_named(key("Korea")) == {"north_korea", "south_korea"}
    assert is_state(key("Georgia"))
    assert not is_state(key("Armenia"))


@pytest.mark.parametrize(
    ("people", "countries"),
    [
        ("Dutch", {"netherlands"}),
        ("Welsh", {"united_kingdom"}),
        ("Korean", {"north_korea", "south_korea"}),
        ("North Korean", {"north_korea"}),
        ("Kurdish", set()),
    ],
)
def test_a_people_tells_its_countries(people: str, countries: set[str]) -> None:
    assert countries_of_people(key(people)) == countries


def test_a_seat_of_government_stands_for_a_country_as_its_capital_does() -> None:
    assert countries_governed_from(key("the Kremlin")) == {"russia"}
    assert countries_governed_from(key("Moscow")) == {"russia"}
    assert governed_from(key("the Kremlin")) is None


def test_the_names_of_a_country_hold_those_of_its_parts() -> None:
    assert {("uk",), ("britain",), ("wales",)} <= names_of("united_kingdom")
    assert names_of("nowhere") == frozenset()


def test_demonyms_are_of_one_word_and_of_countries_and_others() -> None:
    assert {"chinese", "kurdish", "saudi", "haitian"} <= demonyms()
    assert not any(" " in word for word in demonyms())
    assert not demonyms() & {"djibouti", "gibraltar"}


def test_no_adjective_is_listed_that_the_table_has() -> None:
    assert not any(countries_of_people((word,)) for word in words("countries/adjectives"))


def test_what_is_no_capital_is_one_in_the_table() -> None:
    listed = {line.split("|")[2].strip() for line in lines("countries/countries")}
    assert listed >= set(lines("countries/ours", "no capitals"))


def test_names_and_capitals_are_known_by_their_keys() -> None:
    assert {("france",), ("paris",), ("uk",)} <= all_names()


@pytest.mark.parametrize("name", ["China", "United States", "Bosnia and Herzegovina"])
def test_a_country_is_called_by_its_usual_name(name: str) -> None:
    assert usual_name(str(country_of(key(name)))) == name
