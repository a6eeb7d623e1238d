"""What a text speaks about, whatever the forms of its words."""

from __future__ import annotations

from claims.comparison.relations import countries
from claims.comparison.terms import in_words, shared, terms


def test_forms_of_a_word_and_names_of_a_country_are_one_term() -> None:
    assert terms("flooded farms").keys() == terms("flooding a farm").keys()
    assert terms("the Kremlin’s ships").keys() == terms("Russian ship").keys()
    assert shared(terms("flooded farms"), terms("flooding of farms by the dam")) == 1
    assert shared(terms("it is"), terms("flooded farms")) == 0


def test_countries_are_read_off_names() -> None:
    assert countries("White House") == countries("American officials") == {"united_states"}
    assert countries("the council of Velmora") == frozenset()


def test_terms_are_shown_as_they_are_written() -> None:
    wanted = terms("flooding Russia").keys()
    assert in_words("In Moscow the farms were flooded", wanted) == ("moscow", "flooded")
