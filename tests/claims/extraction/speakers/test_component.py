"""Each source is resolved to whom it means, by the fullest name the article gives."""

from __future__ import annotations

import pytest

from claims.claim import SpeakerKind
from claims.extraction.document.analysis import analysis
from tests.claims.extraction.scenes import last_speaker, scene, speakers

LINDQVIST = "Marta Lindqvist, a hydrologist at the Baltic Water Institute, came to Riga on Monday."

OSEI = "Peter Osei runs the ferry company."


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("[[Ms. Lindqvist]] said the river would fall.", "Marta Lindqvist"),
        ("[[Lindqvist]] said the river would fall.", "Marta Lindqvist"),
        ("[[She]] said the river would fall.", "Marta Lindqvist"),
        ("[[The hydrologist]] said the river would fall.", "Marta Lindqvist"),
        ("The river would fall, [[she]] said.", "Marta Lindqvist"),
        ("[[Lindqvist’s letter]] says that the river would fall.", "Marta Lindqvist"),
    ],
)
def test_a_person_is_named_in_full(source: str, name: str) -> None:
    assert speakers(LINDQVIST, source) == [(name,)]


@pytest.mark.parametrize(
    "source",
    [
        "[[Marta Lindqvist, a student of Peter Osei at the University of Riga,]] said it fell.",
        "[[A hydrologist for the city, Marta Lindqvist,]] said the river fell.",
        "[[Riga’s chief hydrologist, Dr. Marta Lindqvist]], said the river fell.",
        "[[Former Baltic Water Institute director Marta Lindqvist]] said the river fell.",
        "[[one of the city’s engineers, Marta Lindqvist,]] said the river fell.",
        "[[Secretary of State Marta Lindqvist]] said the river fell.",
        "[[Rep. Marta Lindqvist (D-Ohio)]] said the river fell.",
    ],
)
def test_the_head_speaks_and_not_a_name_beside_it(source: str) -> None:
    assert speakers(source) == [("Marta Lindqvist",)]


def test_joined_names_are_several_speakers() -> None:
    text = "[[Ms. Lindqvist and Mr. Osei]] said the river would fall."
    assert speakers(LINDQVIST, OSEI, text) == [("Marta Lindqvist", "Peter Osei")]


def test_a_quotation_without_source_goes_on_with_the_last_speaker() -> None:
    found = speakers("[[Carl Brandt]] said the mill would close.", "[[]]“Nobody wants flour.”")
    assert found[-1] == ("Carl Brandt",)


def test_the_first_of_two_surnames_names_its_bearer() -> None:
    found = speakers(
        "Melba Ortiz Cruz took over the bank in May.", "[[Ms. Ortiz]] said it was sound."
    )
    assert found == [("Melba Ortiz Cruz",)]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("One importer in Riga", "the importer"),
        ("A smelter from Turku", "The smelter"),
        ("the porter at the inn", "the porter"),
    ],
)
def test_a_noun_for_who_does_something_is_somebody(first: str, then: str) -> None:
    doc = scene(f"[[{first}]] said the boats were late.", f"[[{then}]] said it was the ice.")
    assert [(s.name, s.kind) for group in analysis(doc).speakers for s in group] == [
        (first, SpeakerKind.GROUP)
    ] * 2


def test_a_document_is_one_whoever_has_seen_it() -> None:
    speaker = last_speaker("[[An internal memo seen by the Riga Wire]] said the port was shut.")
    assert speaker.kind is SpeakerKind.DOCUMENT


def test_an_unnamed_diplomat_goes_on_as_the_diplomat() -> None:
    found = speakers(
        "Marta Lindqvist, a former diplomat, came to Riga on Monday.",
        "[[A Baltic diplomat]] said the seats had been moved twice.",
        "[[The diplomat]] declined to say why.",
    )
    assert found == [("A Baltic diplomat",)] * 2


def test_a_trade_goes_with_its_field() -> None:
    found = speakers(
        "Marta Lindqvist, a professor of metallurgy in Riga, opened the yard.",
        "[[The metallurgist]] said the alloy would hold.",
    )
    assert found == [("Marta Lindqvist",)]


def test_a_ministry_keeps_its_country() -> None:
    found = speakers(
        "[[Latvia’s Transport Ministry]] said so. [[Norway’s Transport Ministry]] did not agree."
    )
    assert found == [("Latvia’s Transport Ministry",), ("Norway’s Transport Ministry",)]


def test_an_epithet_is_no_part_of_a_name() -> None:
    found = speakers(
        "Peter Osei ran against Ann Tarrant, and he called her Honest Ann Tarrant all year.",
        "[[Ms. Tarrant]] said the port would stay shut.",
    )
    assert found == [("Ann Tarrant",)]


def test_a_name_that_the_article_calls_a_company_is_no_person() -> None:
    doc = scene(
        "[[Gazprom]] said it would drill. Gazprom, a Russian gas company, has said so before."
    )
    assert [s.kind for s in analysis(doc).speakers[0]] == [SpeakerKind.ORGANIZATION]


@pytest.mark.parametrize(
    ("told", "source", "name"),
    [
        ("Ingrid Rolle came on Monday.", "Ingrid Rolle", "Ingrid Rolle"),
        ("Ingrid Rolle came on Monday.", "Rolle", "Ingrid Rolle"),
        ("Ingrid Rolle came on Monday.", "Ms. Rolle", "Ingrid Rolle"),
        ("Ingrid Rolle came on Monday.", "Senator Rolle", "Ingrid Rolle"),
        ("Ingrid Rolle came on Monday.", "Ingrid", "Ingrid Rolle"),
        ("Ingrid Rolle came on Monday.", "Rolle’s", "Ingrid Rolle"),
        ("Ingrid Rolle came on Monday.", "She", "Ingrid Rolle"),
        ("William Harrow came on Monday.", "Bill Harrow", "William Harrow"),
        ("Robert “Bob” Harrow came on Monday.", "Bob Harrow", "Robert “Bob” Harrow"),
        ("Senator Ingrid Rolle came on Monday.", "The senator", "Ingrid Rolle"),
        ("The Fjord Rescue Society met.", "FRS", "Fjord Rescue Society"),
        ("The Fjord Rescue Society met.", "The society", "Fjord Rescue Society"),
        ("The government of Norway met on Monday.", "Oslo", "Norway"),
    ],
)
def test_every_form_of_a_name_is_the_fullest(told: str, source: str, name: str) -> None:
    assert speakers(told, f"[[{source}]] said that the tunnel was safe.") == [(name,)]


def test_labels_of_a_transcript_are_speakers() -> None:
    found = speakers(
        "[[HARROW]]: The yard is closed.", "[[ROLLE]]: It is not.", "[[HARROW]]: Is so."
    )
    assert found[0] == found[2] != found[1]
