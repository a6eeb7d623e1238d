"""Who may be meant by a description of one person."""

from __future__ import annotations

from tests.claims.extraction.scenes import speakers


def test_two_affiliations_are_one_person() -> None:
    found = speakers(
        "Senator Ingrid Rolle spoke on Monday.",
        "[[The senator and former teacher]] said that the school was cold.",
    )
    assert found == [("Ingrid Rolle",)]


def test_an_indefinite_description_is_nobody_named_before() -> None:
    found = speakers("Carl Brandt, a welder, left.", "[[A welder]] said that the gate was shut.")
    assert found == [("A welder",)]


def test_a_lead_describes_whom_the_next_sentences_name() -> None:
    found = speakers(
        "[[A New York judge]] said the papers would stay sealed.",
        "Justice Carl Brandt ruled on Thursday.",
    )
    assert found == [("Carl Brandt",)]


def test_a_description_is_nobody_who_is_the_subject_of_its_clause() -> None:
    found = speakers(
        "Senator Ingrid Rolle met Senator Carl Brandt on Monday.",
        "[[Rolle]] said [[the senator]] had told her that the school was cold.",
    )
    assert found[1] != ("Ingrid Rolle",)
