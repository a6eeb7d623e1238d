"""What is asked of who speaks."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.analysis.summary import list_speakers
from db.identity.decisions import merge
from db.query.model import ClaimQuery
from tests.db.library import found
from tests.db.query.conditions.asked import ALL


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("speaker:okafor", ['the figures "optimistic']),
        ('speaker:"NADEGE okafor"', ['the figures "optimistic']),
        ("speaker:nad", ['the figures "optimistic']),
        ('speaker:"Prof. Okafor"', ['the figures "optimistic']),
        ('speaker:"Ms. Brandt" type:direct', ["Nobody cycles home", "The depot roof"]),
        ("speaker:kafor", []),
        ("speaker:okafor speaker:audit", ['the figures "optimistic', "cracks in two"]),
        ("speaker:achterberg", ["the bridge must", "The signal failed"]),
        ('speaker:"Achterberg, Tom"', ["the bridge must", "The signal failed"]),
        ("speaker:%", []),
        ("speaker:_", []),
        ("speaker:!!!", []),
    ],
)
def test_a_speaker_is_found_by_the_beginnings_of_words_of_any_of_the_names(
    library: Engine, line: str, expected: list[str]
) -> None:
    assert found(library, line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('org:"transit study"', ["night trams would", "Nobody cycles home"]),
        ("org:etudes", ['the figures "optimistic']),
        # The office itself speaks too, in the same article.
        ('org:"city rail"', ["The depot roof", "declined to publish", "the bridge must"]),
        ("speaker:brandt org:transit", ["night trams would", "Nobody cycles home"]),
        ("speaker:brandt org:rail", ["The depot roof", "the bridge must"]),
        ("speaker:okafor org:transit", []),
    ],
)
def test_an_organization_is_that_of_the_speaker_as_of_the_claims_article(
    library: Engine, line: str, expected: list[str]
) -> None:
    assert found(library, line) == expected


def test_what_is_asked_of_a_speaker_must_hold_for_one_of_a_joint_statement(
    library: Engine,
) -> None:
    assert found(library, "speaker:brandt org:rail article:bridge") == ["the bridge must"]
    assert found(library, "speaker:achterberg org:rail") == []


def test_a_speaker_is_found_by_its_id_and_by_the_id_of_whoever_is_one_with_it(
    own_library: Engine,
) -> None:
    ids = {row.speaker.label: row.speaker.id for row in list_speakers(own_library, ClaimQuery())}
    brandt, okafor = ids["Ilse Brandt"], ids["Nadège Okafor"]

    assert found(own_library, f"speaker:{okafor}") == ALL[4:5]
    assert found(own_library, f'speaker:"Whoever [{okafor}]"') == ALL[4:5]
    assert found(own_library, "speaker:e0123456789abcdef") == []

    both = found(own_library, f"speaker:{brandt} speaker:{okafor}")
    merge(own_library, "Ilse Brandt", ["Nadège Okafor"], "ines")
    assert (
        found(own_library, f"speaker:{okafor}") == found(own_library, f"speaker:{brandt}") == both
    )


def find_speaker(engine: Engine, name: str) -> str:
    """Public id of a speaker."""
    return next(
        row.speaker.id for row in list_speakers(engine, ClaimQuery()) if row.speaker.label == name
    )


def test_an_organization_is_found_by_its_id_which_is_nobody_elses(library: Engine) -> None:
    office = find_speaker(library, "City Rail Office")
    brandt = find_speaker(library, "Ilse Brandt")

    assert found(library, f"org:{office}") == found(library, 'org:"city rail office"')
    assert found(library, f"org:{brandt}") == []
