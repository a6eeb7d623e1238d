"""Affiliations told before a name."""

from __future__ import annotations

import pytest

from tests.claims.extraction.affiliations.expected import Affiliations
from tests.claims.extraction.scenes import affiliations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[President Marta Lindqvist of Latvia]] said no.", [("President", "Latvia")]),
        ("[[House Speaker Marta Lindqvist]] said no.", [("House Speaker", None)]),
        (
            "[[White House spokesman Carl Brandt]] said no to it.",
            [("spokesman", "White House")],
        ),
        (
            "[[Stanford political scientist Carl Brandt]] said no to it.",
            [("political scientist", "Stanford")],
        ),
        (
            "[[Democratic Senate nominee Marta Lindqvist]] said no to it.",
            [("Democratic Senate nominee", None)],
        ),
        ("[[Gov. Marta Lindqvist (D)]] said no to it on Monday.", [("Gov.", None)]),
        (
            "[[Republican presidential nominee Gov. Carl Brandt]] said no to it.",
            [("Republican presidential nominee", None), ("Gov.", None)],
        ),
        (
            "[[Latvia’s leader, Marta Lindqvist,]] said no to it.",
            [("leader", "Latvia")],
        ),
        (
            "[[Assistant U.S. Attorney Marta Lindqvist]] said no to it.",
            [("Assistant U.S. Attorney", None)],
        ),
        (
            "[[Baltic Water Institute senior editor Carl Brandt]] said no to it.",
            [("senior editor", "Baltic Water Institute")],
        ),
        (
            "[[DNC Chief of Staff Marta Lindqvist]] said no to it.",
            [("Chief of Staff", "DNC")],
        ),
        ("[[Coun. Marta Lindqvist]] said no to it.", [("Coun.", None)]),
        ("[[NATO Cpl. Marta Lindqvist]] said no to it.", [("Cpl.", "NATO")]),
        ("[[Det Insp Carl Brandt]] said no to it.", [("Det Insp", None)]),
        ("[[Liberal MPP Carl Brandt]] said no to it.", [("Liberal MPP", None)]),
        (
            "[[Norvik Party health critic Carl Brandt]] said no.",
            [("health critic", "Norvik Party")],
        ),
        ("[[Minister for Health Carl Brandt]] said no to it.", [("Minister for Health", None)]),
        (
            "[[Water and Energy Minister Carl Brandt]] said no to it.",
            [("Water and Energy Minister", None)],
        ),
        ("A court has sentenced activist [[Carl Brandt]] to prison.", [("activist", None)]),
        ("[[Fierce critic Carl Brandt]] said no to it.", []),
        ("[[Public Safety Minister Carl Brandt]] said no.", [("Public Safety Minister", None)]),
        ("[[Baltic Voice’s Marta Lindqvist]] said no to it.", [(None, "Baltic Voice")]),
        ("[[DNC executive Director Carl Brandt]] said no.", [("executive Director", "DNC")]),
        ("[[Public defender Marta Lindqvist]] said no to it.", [("Public defender", None)]),
        (
            "[[Latvia’s newly elected leader Carl Brandt]] said no.",
            [("newly elected leader", "Latvia")],
        ),
        (
            "[[Democratic candidate former Mayor Marta Lindqvist]] said no.",
            [("Democratic candidate", None), ("former Mayor", None)],
        ),
    ],
)
def test_words_before_the_name_tell_the_affiliation(text: str, expected: Affiliations) -> None:
    assert affiliations(text) == expected


def test_a_title_in_the_plural_is_shared() -> None:
    text = "Sens. Ann Tarrant (D-Ohio) and Carl Brandt (R-Iowa) came. [[Brandt]] said no."
    assert [role for role, _ in affiliations(text)] == ["Sens."]


@pytest.mark.parametrize("name", ["Tarrant", "Brandt"])
def test_each_of_several_is_what_they_are_in_the_plural(name: str) -> None:
    text = f"Rival harbor pilots Ann Tarrant and Carl Brandt came. [[{name}]] said no."
    assert affiliations(text) == [("Rival harbor pilot", None)]


def test_a_plural_before_one_name_and_brothers_are_no_affiliation() -> None:
    text = "The refugees Ann Tarrant met, and brothers Ole and Carl Brandt, came."
    assert affiliations(text, "[[Tarrant]] said no.") == []
    assert affiliations(text, "[[Brandt]] said no.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A former harbor pilot -- [[Ann Tarrant]] -- said no.", [("former harbor pilot", None)]),
        ("As chair of the Tide Forum, [[Ann Tarrant]] said no.", [("chair", "Tide Forum")]),
        ("One early supporter, [[Ann Tarrant]], said no.", [("early supporter", None)]),
        (
            "The Tide Forum said no. Its president, [[Ann Tarrant]], left.",
            [("president", "Tide Forum")],
        ),
        ("The Tide Forum said no. [[Ann Tarrant]], its chair, left.", [("chair", "Tide Forum")]),
        ("Tarrant was pleased. Its president, [[Ann Tarrant]], left.", [("president", None)]),
        (
            "They sued the Tide Forum, whose president, [[Ann Tarrant]], left.",
            [("president", "Tide Forum")],
        ),
        ("They chose Norvik’s president, [[Ann Tarrant]], again.", [("president", "Norvik")]),
    ],
)
def test_a_description_leads_to_the_name(text: str, expected: Affiliations) -> None:
    assert affiliations(text, "[[Tarrant]] said no.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They asked harbor pilot and author [[Ann Tarrant]] on Monday.",
            [("harbor pilot and author", None)],
        ),
        (
            "Former pilot and Tide Forum director [[Ann Tarrant]] said no.",
            [("Former pilot", None), ("director", "Tide Forum")],
        ),
        ("The harbor pilot and Mayor [[Ann Tarrant]] said no.", [("Mayor", None)]),
        ("Pilot Carl Brandt and author [[Ann Tarrant]] said no.", [("author", None)]),
        ("Harbor pilots and author [[Ann Tarrant]] said no.", [("author", None)]),
    ],
)
def test_titles_that_and_joins_are_both_theirs(text: str, expected: Affiliations) -> None:
    assert affiliations(text) == expected


def test_a_title_before_another_name_is_not_the_first_ones() -> None:
    text = "Carl Brandt, Representative Ann Tarrant and others came. [[Brandt]] said no."
    assert affiliations(text) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Courier Editor-in-Chief [[Ann Tarrant]] said no.", "Editor-in-Chief"),
        ("In 2004, then-vice president [[Ann Tarrant]] said no.", "then-vice president"),
    ],
)
def test_a_title_with_hyphens_is_read_whole(text: str, role: str) -> None:
    assert role in [found for found, _ in affiliations(text)]


def test_an_event_is_no_role() -> None:
    text = "In the lead-up to the vote, Tarrant aides were coy. Then [[Ann Tarrant]] said no."
    assert affiliations(text) == []
    text = "The runner-up in the vote, [[Ann Tarrant]], said no."
    assert [role for role, _ in affiliations(text)] == ["runner-up in the vote"]
