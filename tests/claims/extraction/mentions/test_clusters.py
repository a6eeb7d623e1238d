"""Mentions gathered into the persons and organizations that bear the names."""

from __future__ import annotations

import pytest

from claims.extraction.document.mentions import Mention, NameKind
from claims.extraction.mentions.clusters import gather
from tests.claims.extraction.mentions.found import clusters, persons
from tests.claims.extraction.scenes import speakers


@pytest.mark.parametrize(
    ("full", "other", "name"),
    [
        ("Wen Daohan", "Mr. Wen", "Wen Daohan"),
        ("Lan Sun", "Ms. Sun", "Lan Sun"),
        ("Sergei V. Malenko", "Sergei Malenko", "Sergei V. Malenko"),
        ("Sergei Ivanovich Malenko", "Sergei Malenko", "Sergei Ivanovich Malenko"),
        ("Aleksandr Gromov", "Alexander Gromov", "Aleksandr Gromov"),
        ("Joost van der Meer", "Mr. van der Meer", "Joost van der Meer"),
        ("Paul Harrow Jr.", "Mr. Harrow", "Paul Harrow Jr."),
        ("Harold Bergstrom", "Bergstorm", "Harold Bergstrom"),
        ("Nadim al-Masri", "Mr. al-Masri", "Nadim al-Masri"),
        ("Nadim al-Masri", "Masri", "Nadim al-Masri"),
        ("Keith Moss", "Sir Keith", "Keith Moss"),
    ],
)
def test_name_orders_and_spellings_are_one_person(full: str, other: str, name: str) -> None:
    found = speakers(f"[[{full}]] opened the yard.", f"[[{other}]] said it was the largest.")
    assert found[1] == found[0] == (name,)


def test_two_of_one_surname_are_kept_apart() -> None:
    found = speakers(
        "Peter Harrow and his wife, Alice Harrow, opened the yard.",
        "[[Mr. Harrow]] said it was large. [[Mrs. Harrow]] said it was old.",
        "[[Peter]] said it would last. [[Alice]] said it would not.",
    )
    assert found == [("Peter Harrow",), ("Alice Harrow",)] * 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Paul Harrow", "Paul Harrow Sr."),
        ("Paul J. Harrow", "Paul Harrow Jr."),
        ("Paul Harrow III", "Paul Harrow Jr."),
    ],
)
def test_a_parent_of_the_same_name_is_somebody_else(one: str, other: str) -> None:
    found = speakers(f"[[{one}]] said it was large.", f"[[{other}]] said it was old.")
    assert found == [(one,), (other,)]


def test_a_platform_is_not_called_after_what_stands_before_it() -> None:
    names = ["Harbor State Twitter", "Twitter", "Tide State Post", "Post"]
    found = gather(
        [Mention(5 * i, 5 * i + 1, NameKind.ORGANIZATION, name) for i, name in enumerate(names)]
    )
    assert {organization.name for organization in found.organizations} == set(names[:3])


def test_a_surname_told_once_is_both_ones() -> None:
    found = speakers("Peter and Alice Harrow came.", "[[He]] said it rained. [[She]] said not.")
    assert found == [("Peter Harrow",), ("Alice Harrow",)]


def test_one_person_under_many_names_is_one_member() -> None:
    found = clusters(
        "Vladimir V. Putin met Xi Jinping. Mr. Putin smiled. Putin left. Vladimir Putin slept."
    )
    names = [cluster.name for cluster in found.persons]
    assert sorted(names) == ["Vladimir V. Putin", "Xi Jinping"]


def test_two_bearers_of_a_surname_are_told_apart_by_their_honorific() -> None:
    text = (
        "Carl Brandt and Lena Brandt own the mill. Mr. Brandt runs it. Mrs. Brandt keeps the books."
    )
    owners = {m.name: [x.text for x in m.mentions] for m in clusters(text).persons}
    assert owners == {
        "Carl Brandt": ["Carl Brandt", "Brandt"],
        "Lena Brandt": ["Lena Brandt", "Brandt"],
    }


def test_an_acronym_joins_the_name_it_stands_for() -> None:
    text = "The Internal Revenue Service waited. The IRS then sent letters to the Senate."
    organizations = [m.name for m in clusters(text).all if m.kind is not NameKind.PERSON]
    assert "Internal Revenue Service" in organizations
    assert "IRS" not in organizations


def test_an_honorific_of_the_other_gender_is_somebody_else() -> None:
    text = "Helen Tarrant spoke first. Mr. Tarrant kept silent. Helen Tarrant left early."
    assert persons(text) == {"Helen Tarrant", "Tarrant"}
