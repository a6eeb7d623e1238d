"""Pronouns as sources."""

from __future__ import annotations

from tests.claims.extraction.scenes import speakers


def test_who_takes_up_somebody_and_not_the_thing_beside() -> None:
    found = speakers("The prize went to a welder at the talk, [[who]] said that the gate was shut.")
    assert found == [("a welder",)]


def test_it_is_the_body_that_was_the_last_subject() -> None:
    found = speakers("The Tide Bureau closed its gates on Monday; [[it]] did not explain why.")
    assert found == [("Tide Bureau",)]


def test_as_someone_who_is_the_main_clauses_subject() -> None:
    found = speakers(
        "As someone [[who]] believes in ferries, Carl Brandt voted against the tunnel on Monday."
    )
    assert found == [("Carl Brandt",)]


def test_a_pronoun_takes_the_person_of_its_gender() -> None:
    found = speakers(
        "Marta Lindqvist met Peter Osei in Riga.",
        "[[He]] said the ferry was old. [[She]] said the river was low.",
    )
    assert found == [("Peter Osei",), ("Marta Lindqvist",)]


def test_somebody_without_a_name_is_taken_up_by_a_pronoun() -> None:
    found = speakers(
        "[[A spokesman for the harbor]] said the port was shut.", "[[He]] gave no reason for that."
    )
    assert found[0] == found[1] == ("A spokesman for the harbor",)


def test_a_clause_after_a_name_has_that_person_as_its_speaker() -> None:
    found = speakers("The prize went to Marta Lindqvist, [[who]] said the river would fall.")
    assert found == [("Marta Lindqvist",)]


def test_who_is_the_noun_and_not_the_clause_before() -> None:
    found = speakers(
        "On Monday the ruling vindicated Democrats, [[who]] have argued for years that the "
        "maps were unfair."
    )
    assert found == [("Democrats",)]


def test_who_behind_a_name_that_a_predicate_gives_is_that_name() -> None:
    found = speakers("Ada Holm was up against Carl Brandt, [[who]] said the port was shut.")
    assert found == [("Carl Brandt",)]
    found = speakers("Ada Holm was out-shouting Carl Brandt, [[who]] said the port was shut.")
    assert found == [("Carl Brandt",)]


def test_a_pronoun_takes_up_one_of_several_without_a_name() -> None:
    found = speakers(
        "[[One of them, a welder,]] said the gate was shut.",
        "“I could not get in,” [[she]] said.",
    )
    assert found[0] == found[1] != ()


def test_a_pronoun_is_who_spoke_and_not_whose_mother_that_is() -> None:
    found = speakers(
        "[[Greta’s mother, Ylva Sorotska,]] told reporters that she would stay. "
        "“Not until it rains,” [[she]] said."
    )
    assert found == [("Ylva Sorotska",), ("Ylva Sorotska",)]
