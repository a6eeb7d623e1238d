"""Every form in which an article may speak of its speakers, each resolved to the fullest name."""

from __future__ import annotations

import pytest

from claims.claim import SpeakerKind
from claims.extraction.document.analysis import analysis
from tests.claims.extraction.scenes import affiliations, last_speaker, scene, speakers


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


def test_a_surname_told_once_is_both_ones() -> None:
    found = speakers("Peter and Alice Harrow came.", "[[He]] said it rained. [[She]] said not.")
    assert found == [("Peter Harrow",), ("Alice Harrow",)]


def test_a_bare_surname_is_heard_with_its_sentences_pronoun() -> None:
    found = speakers(
        "Peter Harrow met Alice Harrow in Bergen. Peter Harrow spoke of rain.",
        "[[Harrow]] repeated in her letter to the town that the yard was closed.",
    )
    assert found == [("Alice Harrow",)]


def test_labels_of_a_transcript_are_speakers() -> None:
    found = speakers(
        "[[HARROW]]: The yard is closed.", "[[ROLLE]]: It is not.", "[[HARROW]]: Is so."
    )
    assert found[0] == found[2] != found[1]


def test_kin_are_told_by_whose_they_are() -> None:
    found = speakers(
        "Carl Brandt came with his wife, Sofia Anders, and told nobody.",
        "[[His wife]] said that the boat was slow.",
        "[[Brandt’s wife]] said that the sea was rough.",
    )
    assert found == [("Sofia Anders",)] * 2


def test_two_affiliations_are_one_person() -> None:
    found = speakers(
        "Senator Ingrid Rolle spoke on Monday.",
        "[[The senator and former teacher]] said that the school was cold.",
    )
    assert found == [("Ingrid Rolle",)]


def test_another_bodys_director_is_not_the_one_named() -> None:
    found = speakers(
        "Carl Brandt, the director of the Tide Bureau, spoke on Monday.",
        "[[The Harbor Agency director]] said nothing of the kind.",
    )
    assert found != [("Carl Brandt",)]


def test_an_indefinite_description_is_nobody_named_before() -> None:
    found = speakers("Carl Brandt, a welder, left.", "[[A welder]] said that the gate was shut.")
    assert found == [("A welder",)]


@pytest.mark.parametrize(
    ("told", "source", "name"),
    [
        ("The Lind campaign opened an office.", "The campaign", "Lind campaign"),
        ("Greta Lind’s campaign opened an office.", "Her campaign", "Greta Lind’s campaign"),
        ("Greta Lind spoke. Greta Lind left.", "The campaign", "Greta Lind’s campaign"),
        ("The Tide Post appeared on Monday.", "The Tide Post tabloid", "Tide Post"),
    ],
)
def test_bodies_are_told_by_whose_they_are(told: str, source: str, name: str) -> None:
    assert speakers(told, f"[[{source}]] said that the vote was fair.") == [(name,)]


@pytest.mark.parametrize(
    "source",
    [
        "An article in the Tide Post",
        "A statement released on Sunday by the Tide Post",
        "Last year’s Tide Post figures",
    ],
)
def test_who_publishes_a_document_speaks_in_it(source: str) -> None:
    [[speaker]] = analysis(scene(f"[[{source}]] showed that the vote was fair.")).speakers
    assert (speaker.name, speaker.kind) == ("Tide Post", SpeakerKind.ORGANIZATION)


def test_a_body_named_for_a_person_is_one_body() -> None:
    speaker = last_speaker("[[The Greta Lind Foundation]] said that the vote was fair.")
    assert (speaker.name, speaker.kind) == ("Greta Lind Foundation", SpeakerKind.ORGANIZATION)


def test_who_takes_up_somebody_and_not_the_thing_beside() -> None:
    found = speakers("The prize went to a welder at the talk, [[who]] said that the gate was shut.")
    assert found == [("a welder",)]


def test_it_is_the_body_that_was_the_last_subject() -> None:
    found = speakers("The Tide Bureau closed its gates on Monday; [[it]] did not explain why.")
    assert found == [("Tide Bureau",)]


def test_those_who_sign_letters_are_their_i() -> None:
    found = speakers(
        "LETTERS",
        "[[I]] think that the ferry is too old for the winter.",
        "Greta Lind",
        "Bergen, Norway",
        "[[I]] think that the ferry will last for ten more years.",
        "Carl Brandt",
        "Oslo, Norway",
    )
    assert found == [("Greta Lind",), ("Carl Brandt",)]


def test_whom_a_claim_is_about_is_not_who_makes_it() -> None:
    found = speakers(
        "[[Carl Brandt]] praised the town.", "A town needs people like Peter Osei, [[he]] said."
    )
    assert found[-1] == ("Carl Brandt",)


def test_whoever_acted_in_the_account_goes_on() -> None:
    found = speakers(
        "[[Carl Brandt]] said that Peter Osei had sold the boat.",
        "“Nobody told Peter Osei to do it,” [[he]] said.",
    )
    assert found[-1] == ("Carl Brandt",)


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("[[Greta Lind, a senior adviser to Carl Brandt’s campaign]], said so.", "adviser"),
        ("[[Carl Brandt’s campaign manager, Greta Lind]], said so.", "campaign manager"),
        ("[[House Minority Leader Greta Lind]] said so.", "House Minority Leader"),
        ("[[Greta Lind, poet-in-residence at Bergen College]], said so.", "poet-in-residence"),
        ("As a harbor commissioner, [[Greta Lind]] voted against it.", "commissioner"),
    ],
)
def test_affiliations_are_read_whole(text: str, affiliation: str) -> None:
    assert any(affiliation in (role or "") for role, _ in affiliations(text))


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("[[Carl Brandt’s campaign manager, Greta Lind]], said so.", "Carl Brandt’s campaign"),
        ("[[Greta Lind, poet-in-residence at Bergen College]], said so.", "Bergen College"),
        (
            "[[Greta Lind, the finance minister of Norway, a member of the council]], said so.",
            "Norway",
        ),
        ("[[Greta Lind, who heads the Tide Bureau]], said so.", "Tide Bureau"),
        (
            "[[Greta Lind, a fellow at the Coast Program at the Tide Institute]], said so.",
            "Coast Program at the Tide Institute",
        ),
    ],
)
def test_bodies_are_read_whole(text: str, body: str) -> None:
    assert body in [organization for _, organization in affiliations(text)]


def test_a_headlines_bank_is_the_one_that_the_article_is_about() -> None:
    found = speakers(
        "[[Bank]] says that ten branches will close",
        "Norbank Oslo spoke of bad years. The Tide Bureau was silent. Norbank Oslo is old.",
    )
    assert found == [("Norbank Oslo",)]


def test_as_someone_who_is_the_main_clauses_subject() -> None:
    found = speakers(
        "As someone [[who]] believes in ferries, Carl Brandt voted against the tunnel on Monday."
    )
    assert found == [("Carl Brandt",)]
