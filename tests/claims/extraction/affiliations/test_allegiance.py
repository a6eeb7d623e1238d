"""Nobody is taken for somebody of another country, party, state or organization."""

from __future__ import annotations

import pytest

from claims.claim import Speaker, SpeakerKind
from claims.extraction.affiliations.allegiance import allegiance_of, at_odds
from claims.extraction.affiliations.component import add_affiliations
from claims.extraction.document.analysis import analysis
from claims.extraction.mentions.component import add_mentions
from claims.extraction.speakers.component import add_speakers
from tests.claims.extraction.scenes import affiliations, last_speaker, prepared, speakers

ORLOV = "President Pavel Orlov of Russia flew to China on Monday."


@pytest.mark.parametrize(
    "source",
    [
        "China’s foreign minister",
        "The Chinese foreign minister",
        "The foreign minister of China",
        "Beijing’s foreign minister",
    ],
)
def test_a_minister_of_one_country_is_nobody_of_another(source: str) -> None:
    speaker = last_speaker(ORLOV, f"[[{source}]] accused Norway of going too far.")
    assert speaker.name == source
    assert speaker.kind is SpeakerKind.GROUP


def test_the_foreign_affiliation_is_not_given_to_who_was_named_before() -> None:
    told = "[[China’s foreign minister]] accused Norway. [[Mr. Orlov]] said that it was late."
    assert affiliations(ORLOV, told) == [("President", "Russia")]


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("Governor Carl Brandt of Indiana came on Monday.", "The Ohio governor"),
        ("Indiana Gov. Carl Brandt came on Monday.", "Ohio’s governor"),
        ("Senator Greta Lind, a Democrat, spoke on Monday.", "The Republican senator"),
        ("Greta Lind, the director of the Tide Bureau, spoke.", "The director of the Moor Agency"),
        ("Carl Brandt, Russia’s ambassador to China, spoke.", "The Chinese ambassador"),
    ],
)
def test_states_parties_bodies_and_embassies_keep_people_apart(told: str, source: str) -> None:
    [[name]] = speakers(told, f"[[{source}]] said that prices would fall.")
    assert name == source


@pytest.mark.parametrize(
    ("told", "source", "name"),
    [
        (ORLOV, "The Russian president", "Pavel Orlov"),
        (
            "Carl Brandt, Russia’s ambassador to China, spoke.",
            "The Russian ambassador",
            "Carl Brandt",
        ),
        (
            "Carl Brandt, a former governor of Indiana, is now a senator from Ohio.",
            "The Ohio senator",
            "Carl Brandt",
        ),
        (
            "Carl Brandt, the American-born director of a Chinese institute, spoke.",
            "The director",
            "Carl Brandt",
        ),
        ("Harriet Reed, the Senate Minority Leader, spoke.", "the Senate leader", "Harriet Reed"),
        (
            "Indiana Gov. Carl Brandt met Ohio Gov. Greta Lind.",
            "The Ohio governor",
            "Greta Lind",
        ),
    ],
)
def test_what_contradicts_nothing_still_finds_its_person(told: str, source: str, name: str) -> None:
    assert speakers(told, f"[[{source}]] said that prices would fall.") == [(name,)]


def test_an_expert_on_a_country_is_not_of_it() -> None:
    told = "Carl Brandt, a China expert at the Harbor Center, met the Russian envoy on Monday."
    assert affiliations(told, "[[Brandt]] said that prices would fall.") == [
        ("China expert", "Harbor Center")
    ]


def test_two_of_one_name_keep_their_own_affiliations() -> None:
    doc = prepared(
        "Carl Brandt, a pilot, met Greta Lind, the mayor of Moorfield.",
        "[[Brandt]] said that the gate was shut. [[Lind]] said that it was open.",
    )
    doc = add_affiliations(add_mentions(doc))
    for cluster in analysis(doc).named.clusters.persons:
        cluster.unnamed = Speaker("somebody", SpeakerKind.PERSON)
    found = [speaker for group in analysis(add_speakers(doc)).speakers for speaker in group]
    assert [[a.role for a in speaker.affiliations] for speaker in found] == [["pilot"], ["mayor"]]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (("foreign minister", "China"), ("president", "Russia"), True),
        (("foreign minister", "China"), ("Chinese president", None), False),
        (("Chinese minister", None), ("president", "Russia"), True),
        (("president", "Russia"), ("Russian historian", None), False),
        (("director", "Chinese Tide Institute"), ("Russian historian", None), False),
        (("governor", "Ohio"), ("governor", "Indiana"), True),
        (("governor", "Ohio"), ("senator", "Ohio"), False),
        (("Republican senator", None), ("Democratic nominee", None), True),
        (("minister", None), ("president", "Russia"), False),
        (("mayor", "Moorfield"), ("mayor", "Velmora"), True),
    ],
)
def test_which_affiliations_cannot_be_one_persons(
    one: tuple[str, str | None], other: tuple[str, str | None], apart: bool
) -> None:
    assert at_odds(allegiance_of(*one), [allegiance_of(*other)]) is apart


def test_a_state_may_be_left_for_another_but_no_country() -> None:
    former = allegiance_of("governor", "Indiana", former=True)
    assert not at_odds(allegiance_of("governor", "Ohio"), [former])
    abroad = allegiance_of("president", "Russia", former=True)
    assert at_odds(allegiance_of("foreign minister", "China"), [abroad])
