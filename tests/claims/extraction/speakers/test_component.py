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


def test_two_leaders_are_the_two_persons_of_the_article() -> None:
    found = speakers(
        "Xi Jinping met Vladimir V. Putin on Tuesday. Mr. Xi smiled. Mr. Putin did not.",
        "[[The two leaders]] vowed to meet again. Earlier, [[they]] had promised the same.",
    )
    assert found == [("Xi Jinping", "Vladimir V. Putin")] * 2


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


def test_a_document_with_a_stated_author_speaks_for_the_author() -> None:
    found = speakers(
        "Imports doubled, according to [[an analysis by Nathan Brandt, a researcher in Oslo]].",
        "Most came by rail, [[the analysis]] found.",
    )
    assert found == [("Nathan Brandt",), ("Nathan Brandt",)]


def test_a_pronoun_takes_the_person_of_its_gender() -> None:
    found = speakers(
        "Marta Lindqvist met Peter Osei in Riga.",
        "[[He]] said the ferry was old. [[She]] said the river was low.",
    )
    assert found == [("Peter Osei",), ("Marta Lindqvist",)]


def test_whoever_spoke_last_goes_on_in_a_pronoun() -> None:
    found = speakers(
        "Peter Osei wants a bigger boat, [[Carl Brandt]] said. The boat, [[he]] said, is slow."
    )
    assert found[-1] == ("Carl Brandt",)


def test_a_name_only_inside_the_quotation_is_not_who_speaks() -> None:
    found = speakers(
        "[[Carl Brandt]] came home on Monday.",
        "“Peter Osei sold the boat. Peter Osei lied,” [[he]] said.",
    )
    assert found[-1] == ("Carl Brandt",)


def test_somebody_without_a_name_is_taken_up_by_a_pronoun() -> None:
    found = speakers(
        "[[A spokesman for the harbor]] said the port was shut.", "[[He]] gave no reason for that."
    )
    assert found[0] == found[1] == ("A spokesman for the harbor",)


def test_a_clause_after_a_name_has_that_person_as_its_speaker() -> None:
    found = speakers("The prize went to Marta Lindqvist, [[who]] said the river would fall.")
    assert found == [("Marta Lindqvist",)]


def test_an_organisation_goes_on_as_it_and_as_the_bank() -> None:
    found = speakers(
        "[[Norbank]] said it had closed ten branches. Norbank is a lender based in Oslo.",
        "[[The bank]] said more would follow.",
    )
    assert found == [("Norbank",), ("Norbank",)]


def test_a_quotation_without_source_goes_on_with_the_last_speaker() -> None:
    found = speakers("[[Carl Brandt]] said the mill would close.", "[[]]“Nobody wants flour.”")
    assert found[-1] == ("Carl Brandt",)


def test_the_author_named_at_the_end_is_who_says_i() -> None:
    found = speakers(
        "[[I]] believe that the river is worth saving, whatever the council says.",
        "Every spring it floods the same three streets and no one is surprised.",
        "Marta Lindqvist is a poet in Riga.",
    )
    assert found == [("Marta Lindqvist",)]


def test_an_unknown_author_is_no_named_person() -> None:
    speaker = last_speaker("[[I]] believe that the river is worth saving.")
    assert speaker.kind is SpeakerKind.GROUP


def test_an_owner_is_told_in_full() -> None:
    found = speakers(
        "Marta Lindqvist ran for mayor.", "[[Her campaign]] said the votes had been counted."
    )
    assert found == [("Marta Lindqvist’s campaign",)]


def test_the_first_of_two_surnames_names_its_bearer() -> None:
    found = speakers(
        "Melba Ortiz Cruz took over the bank in May.", "[[Ms. Ortiz]] said it was sound."
    )
    assert found == [("Melba Ortiz Cruz",)]


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


def test_an_unnamed_speaker_is_not_one_of_the_two_leaders() -> None:
    found = speakers(
        "Ann Tarrant met Carl Brandt. [[A spokesman for the port]] said it was shut.",
        "[[The two leaders]] said they would meet again.",
    )
    assert found[-1] == ("Ann Tarrant", "Carl Brandt")


def test_a_lead_describes_whom_the_next_sentences_name() -> None:
    found = speakers(
        "[[A New York judge]] said the papers would stay sealed.",
        "Justice Carl Brandt ruled on Thursday.",
    )
    assert found == [("Carl Brandt",)]


def test_who_is_called_he_anywhere_is_not_she_before_or_after() -> None:
    found = speakers(
        "Mo Tan met Lu Qian at the bridge. [[She]] said the pillars were sound.",
        "The road was closed at noon. Mo Tan left early. He had a train to catch.",
        "Mo Tan saw Lu Qian again on Friday. The pillars, [[she]] said, would stand.",
    )
    assert found == [("Lu Qian",), ("Lu Qian",)]


def test_a_role_tells_whether_she_or_he_is_meant() -> None:
    found = speakers(
        "Mo Tan of the port met Lu Qian, a spokeswoman for the city. [[He]] said it was shut."
    )
    assert found == [("Mo Tan",)]


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


def test_the_only_one_named_without_an_affiliation_is_the_well_known_one() -> None:
    found = speakers(
        "Latvia’s minister, Marta Lindqvist, told Peter Osei that the port was shut.",
        "The rain went on for three days. Nobody came. The harbor was empty. Shops closed early.",
        "[[The Kenyan president]] said it would open.",
    )
    assert found == [("Peter Osei",)]


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
