"""What a source that is no name stands for."""

from __future__ import annotations

import pytest

from claims.claim import SpeakerKind
from claims.extraction.document.analysis import analysis
from tests.claims.extraction.scenes import last_speaker, scene, speakers


def test_a_body_and_a_group_can_speak_together() -> None:
    doc = scene("[[The United States and Western analysts]] say the parts came by ship.")
    assert [(s.name, s.kind) for s in analysis(doc).speakers[0]] == [
        ("United States", SpeakerKind.ORGANIZATION),
        ("Western analysts", SpeakerKind.GROUP),
    ]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("[[Two officials]] said the port was shut.", SpeakerKind.GROUP),
        ("[[analysts]] said the port was shut.", SpeakerKind.GROUP),
        ("[[A spokesman for the harbor]] said the port was shut.", SpeakerKind.GROUP),
        ("[[62 percent of those polled]] said the port was shut.", SpeakerKind.GROUP),
        ("[[The Bergen jury]] said the port was shut.", SpeakerKind.GROUP),
        ("[[The defence]] said the port was shut.", SpeakerKind.GROUP),
        ("[[The 64-year-old]] said the port was shut.", SpeakerKind.GROUP),
        ("[[Somebody close to the mayor]] said the port was shut.", SpeakerKind.GROUP),
        ("[[The White House]] said the port was shut.", SpeakerKind.ORGANIZATION),
        ("[[Beijing]] said the port was shut.", SpeakerKind.ORGANIZATION),
        ("[[the company]] said the port was shut.", SpeakerKind.ORGANIZATION),
        ("[[The joint statement]] said the port was shut.", SpeakerKind.DOCUMENT),
        ("[[a new poll]] said the port was shut.", SpeakerKind.DOCUMENT),
        ("[[the data]] showed the port was shut.", SpeakerKind.DOCUMENT),
    ],
)
def test_the_kind_of_an_unnamed_source(source: str, kind: SpeakerKind) -> None:
    assert last_speaker(source).kind is kind


@pytest.mark.parametrize("source", ["Everyone in the harbor", "Somebody in Oslo or Stockholm"])
def test_all_and_any_are_nobody(source: str) -> None:
    assert speakers(f"[[{source}]] said the port was shut.") == [()]


def test_who_is_as_old_as_the_description_tells() -> None:
    found = speakers(
        "Greta Lind, 64, shares the house with Carl Brandt. [[The 64-year-old]] said it was cold."
    )
    assert found == [("Greta Lind",)]


def test_several_described_and_named_are_those_named() -> None:
    found = speakers("[[Two members of the council, Ann Tarrant and Carl Brandt,]] said no to it.")
    assert found == [("Ann Tarrant", "Carl Brandt")]


def test_descriptions_joined_are_one_group() -> None:
    speaker = last_speaker("[[The company and its founder]] said the port was shut.")
    assert (speaker.name, speaker.kind) == (
        "The company and its founder",
        SpeakerKind.GROUP,
    )


def test_examples_do_not_speak_for_their_group() -> None:
    text = "[[Politicians like Ann Tarrant and Carl Brandt]] said the port was shut."
    assert last_speaker(text).kind is SpeakerKind.GROUP


def test_who_is_but_likely_meant_is_named_but_gets_no_post() -> None:
    who = last_speaker(
        "Ann Tarrant and Ole Rolle met Carl Brandt in Oslo.",
        "[[Tarrant]] said no to it.",
        "[[Rolle]] said no to it.",
        "Tarrant left and Brandt stayed.",
        "[[The Russian operator]] said yes to it.",
    )
    assert (who.name, who.affiliations) == ("Ann Tarrant", ())


def test_what_belongs_to_whom_a_description_means_is_no_part_of_their_post() -> None:
    who = last_speaker(
        "Ann Tarrant was secretary of state for two years.",
        "Ann Tarrant came to Oslo. The former secretary of state’s plane was late.",
        "[[Tarrant]] said no to it.",
    )
    assert all("plane" not in (one.role or "") for one in who.affiliations)


def test_a_first_lady_is_told_as_such() -> None:
    who = last_speaker(
        "Ann Tarrant came to Oslo with Ms. Tarrant’s staff.",
        "[[Tarrant]] said no to it.",
        "[[The former first lady]] said yes to it.",
    )
    assert [one.role for one in who.affiliations] == ["former first lady"]


def test_a_post_of_a_place_that_nothing_told_of_them_is_of_is_not_theirs() -> None:
    who = last_speaker(
        "Carl Brandt, the nominee of the Harbor Party, came to Oslo.",
        "[[Brandt]] said no to it.",
        "Brandt’s foundation had sent a gift to the attorney general of Florida.",
        "[[Brandt]] said yes to it.",
    )
    assert not [one for one in who.affiliations if one.organization == "Florida"]


def test_nobody_is_the_average_of_a_kind() -> None:
    who = last_speaker(
        "[[Carl Brandt]] said no to it.",
        "Carl Brandt ran for office. The typical American candidate has no boat.",
        "[[Brandt]] said yes to it.",
    )
    assert who.affiliations == ()
