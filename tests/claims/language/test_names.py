"""Names as comparable words: honorifics off, order and initials seen through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.language.folding import fold_letters
from claims.language.names import (
    BEFORE_NAMES,
    FORMS_OF_ADDRESS,
    Gender,
    fullest,
    given_name_gender,
    honorific_gender,
    is_acronym_of,
    is_honorific,
    is_short_form_of,
    name_words,
    strip_possessive,
)
from claims.language.word_lists import words

WORDS = st.text(st.characters(categories=("Lu", "Ll")), min_size=2, max_size=10).filter(
    lambda word: len(fold_letters(word)) > 1
)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Mr. Okonjo", ("okonjo",)),
        ("Dr. Nadège Verhoeven’s", ("nadege", "verhoeven")),
        ("Ana P. Ferreira Jr.", ("ana", "p", "ferreira")),
        ("Park Chan-su", ("park", "chansu")),
        ("J.R. Halloran", ("j", "r", "halloran")),
        ("Ferreira, Ana P.", ("ana", "p", "ferreira")),
        ("Senator O’Dell", ("odell",)),
        ("Nadim al-Masri", ("nadim", "masri")),
        ("El-Tawil", ("tawil",)),
        ("Al-Li", ("alli",)),
    ],
)
def test_a_name_is_folded_to_its_words(written: str, words: tuple[str, ...]) -> None:
    assert name_words(written) == words


def test_the_fullest_name_has_most_words_and_is_not_in_capitals() -> None:
    assert fullest(["Halloran", "J. Halloran", "Jean Halloran"]) == "Jean Halloran"
    assert fullest(["OKONJO", "Okonjo"]) == "Okonjo"


def test_honorifics_and_given_names_tell_gender() -> None:
    assert honorific_gender("Mrs.") is Gender.FEMALE
    assert honorific_gender("Dr.") is None
    assert given_name_gender("Helen Okonjo") is Gender.FEMALE
    assert given_name_gender("Okonjo") is None
    assert given_name_gender("Helen") is Gender.FEMALE


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("CASS", "Chinese Academy of Social Sciences"),
        ("I.R.S.", "Internal Revenue Service"),
        ("W.H.O.", "World Health Organization"),
    ],
)
def test_an_acronym_stands_for_its_words(short: str, name: str) -> None:
    assert is_acronym_of(short, name)


@pytest.mark.parametrize(
    ("short", "name", "same"),
    [
        ("Carnegie", "Carnegie Endowment for International Peace", True),
        ("the Tribune", "The Northport Tribune", True),
        ("U.N. Security Council", "United Nations Security Council", True),
        ("the Institute", "Institute for Tidal Studies", True),
        ("Tidal", "Institute for Tidal Studies", False),
        ("Northport", "Northport", False),
    ],
)
def test_a_short_form_opens_or_closes_the_name(short: str, name: str, same: bool) -> None:
    assert is_short_form_of(short, name) is same


@given(st.lists(WORDS, min_size=2, max_size=4))
def test_an_honorific_never_changes_a_name(words: list[str]) -> None:
    name = " ".join(words)
    assert name_words(f"Mr. {name}") == name_words(name)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_the_fullest_name_is_one_of_those_given(names: list[str]) -> None:
    assert fullest(names) in names


@given(WORDS)
def test_a_possessive_comes_off(word: str) -> None:
    assert strip_possessive(f"{word}’s") == word


def test_roles_by_which_somebody_is_addressed_are_titles_and_no_honorifics() -> None:
    roles = words("names/honorifics", "roles too") | words("names/honorifics", "roles")
    assert roles <= words("names/titles")
    assert not any(map(is_honorific, roles))
    assert roles | FORMS_OF_ADDRESS <= BEFORE_NAMES
    assert not FORMS_OF_ADDRESS & words("names/honorifics", "roles")


def test_a_form_of_address_tells_one_gender_at_most() -> None:
    men, women, either = (words("names/honorifics", who) for who in ("men", "women", "either"))
    assert len(men) + len(women) + len(either) == len(men | women | either)
