"""Noun phrases by their surface."""

from __future__ import annotations

import pytest

from claims.extraction.document.analysis import analysis
from claims.extraction.parsing.noun_phrases import (
    is_agent,
    is_plural,
    is_role,
    parse_nominal,
    singular,
)
from tests.claims.extraction.scenes import scene


@pytest.mark.parametrize(
    ("plural", "one"),
    [("parties", "party"), ("women", "woman"), ("bosses", "boss"), ("aides", "aide"), ("us", "us")],
)
def test_the_singular_is_guessed(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize("word", ["directors", "editor", "vice-chairman", "economist"])
def test_a_role_says_what_a_person_is(word: str) -> None:
    assert is_role(word)
    assert not is_role("river")


def test_a_phrase_ends_with_its_head_and_knows_whose_it_is() -> None:
    tokens = analysis(scene("Norbank’s new chief economists left early.")).named.tokens
    found = parse_nominal(tokens, 0, len(tokens))
    assert found is not None
    assert tokens.plain(found.core, found.end) == "new chief economists"
    assert found.possessor is not None
    assert tokens.plain(*found.possessor) == "Norbank"
    assert is_plural(tokens, found.head)


def test_no_phrase_begins_with_a_verb() -> None:
    tokens = analysis(scene("She left early.")).named.tokens
    assert parse_nominal(tokens, 1, len(tokens)) is None


def test_who_does_something_is_told_by_the_form_of_the_noun() -> None:
    assert [is_agent(noun) for noun in ("staffer", "defender", "letter", "tutor", "fee")] == [
        *(True, True, False, True, False)
    ]
