"""Which sources are no name."""

from __future__ import annotations

import pytest

from db.speakers.unnamed import is_description, is_unnamed, shares_word


@pytest.mark.parametrize("source", ["Some in the hall", "63 percent", "A poll", "exit polls"])
def test_of_an_unnamed_many_and_of_polls_nobody_could_say_who_they_are(source: str) -> None:
    assert is_unnamed(source)


@pytest.mark.parametrize("source", ["She", "the reports", "a letter", "The envoy"])
def test_of_one_who_is_described_somebody_could(source: str) -> None:
    assert not is_unnamed(source)


@pytest.mark.parametrize(
    ("name", "described"), [("We", True), ("The envoy", True), ("Bo Ek", False)]
)
def test_a_description_ends_in_a_small_letter_or_is_a_pronoun(name: str, described: bool) -> None:
    assert is_description(name) is described


def test_a_word_of_the_name_is_shared_in_either_case() -> None:
    assert shares_word("the mayor, ek", "Bo Ek")
    assert not shares_word("the mayor", "Bo Ek")
