"""Names are found whole, with titles off, whatever the model's entities make of them."""

from __future__ import annotations

import pytest

from claims.extraction.document.analysis import analysis
from claims.extraction.document.clusters import MentionClusters
from claims.extraction.document.mentions import NameKind
from tests.claims.extraction.scenes import scene


def clusters(text: str) -> MentionClusters:
    return analysis(scene(text)).named.clusters


def persons(text: str) -> set[str]:
    return {cluster.name for cluster in clusters(text).persons}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The plan failed, said Gov. Marta Lindqvist on Monday.", "Marta Lindqvist"),
        ("The plan failed, Dr. Nadège Verhoeven said on Monday.", "Nadège Verhoeven"),
        ("Vice President Ruben T. Halloran said the plan failed.", "Ruben T. Halloran"),
        ("Park Chan-su said the harbor would stay closed.", "Park Chan-su"),
        ('Rep. Robert J. "Bobby" Quill said the bill was dead.', 'Robert J. "Bobby" Quill'),
        ("Secretary of State Helen Marsh said talks would go on.", "Helen Marsh"),
        ("Harbor Commission Chairman Peter Osei said it would open.", "Peter Osei"),
    ],
)
def test_a_person_is_found_without_title_or_honorific(text: str, name: str) -> None:
    assert name in persons(text)


def test_a_possessive_is_no_part_of_a_name() -> None:
    assert "Ines Okonjo" in persons("Ines Okonjo’s ferry sank, and Ines Okonjo said so.")


def test_one_person_under_many_names_is_one_member() -> None:
    found = clusters(
        "Vladimir V. Putin met Xi Jinping. Mr. Putin smiled. Putin left. Vladimir Putin slept."
    )
    names = [cluster.name for cluster in found.persons]
    assert sorted(names) == ["Vladimir V. Putin", "Xi Jinping"]


@pytest.mark.parametrize("honorific", ["Mr.", "Ms."])
def test_an_east_asian_surname_is_known_in_either_place(honorific: str) -> None:
    text = f"Bao Lingyu said the port would grow. {honorific} Bao said it would take years."
    assert persons(text) == {"Bao Lingyu"}


def test_a_surname_alone_is_a_person_even_if_the_model_thinks_otherwise() -> None:
    text = "Terry Washburn said no. Reporters asked again. Washburn declined. Washburn left."
    [cluster] = [m for m in clusters(text).persons if m.name == "Terry Washburn"]
    assert len(cluster.mentions) == 3


def test_two_bearers_of_a_surname_are_told_apart_by_their_honorific() -> None:
    text = (
        "Carl Brandt and Lena Brandt own the mill. Mr. Brandt runs it. Mrs. Brandt keeps the books."
    )
    owners = {m.name: [x.text for x in m.mentions] for m in clusters(text).persons}
    assert owners == {
        "Carl Brandt": ["Carl Brandt", "Brandt"],
        "Lena Brandt": ["Lena Brandt", "Brandt"],
    }


def test_a_headline_verb_is_cut_off_a_name() -> None:
    text = (
        "Delgado Visits Flooded Northern Valley Towns\n\nMr. Delgado came late. Ruth Delgado left."
    )
    assert "Delgado Visits" not in persons(text)


def test_an_acronym_joins_the_name_it_stands_for() -> None:
    text = "The Internal Revenue Service waited. The IRS then sent letters to the Senate."
    organizations = [m.name for m in clusters(text).all if m.kind is not NameKind.PERSON]
    assert "Internal Revenue Service" in organizations
    assert "IRS" not in organizations


def test_an_honorific_of_the_other_gender_is_somebody_else() -> None:
    text = "Helen Tarrant spoke first. Mr. Tarrant kept silent. Helen Tarrant left early."
    assert persons(text) == {"Helen Tarrant", "Tarrant"}


def test_a_family_is_no_person() -> None:
    assert "Tarrants" not in persons("Helen Tarrant came. The Tarrants own the mill.")
