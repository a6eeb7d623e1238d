"""Of a source as written its head is who speaks: no piece of it, and nobody it only counts."""

from __future__ import annotations

import pytest
from spacy.tokens import Span

from claims.claim import SpeakerKind
from claims.extraction.affiliations.component import add_affiliations
from claims.extraction.document.analysis import analysis
from claims.extraction.mentions.component import add_mentions
from claims.extraction.speakers.component import add_speakers
from tests.claims.extraction.scenes import last_speaker, prepared, speakers

SAID = "said that the strait would stay open."


@pytest.mark.parametrize(
    "source",
    [
        "some on Ripple",
        "Both of his Tory senators",
        "some of the Tide Bureau’s best-paid divers",
        "at least a dozen members of Congress",
        "six in 10 Democrats on Long Island",
        "Fewer than half of the voters in a new poll",
        "Many Millennials",
        "supporters of Ann Lee and Carl Brandt",
    ],
)
def test_whoever_is_only_counted_is_a_group(source: str) -> None:
    speaker = last_speaker(
        "Ann Lee and Carl Brandt met the Tide Bureau.", f"It fell, [[{source}]] say."
    )
    assert speaker.kind is SpeakerKind.GROUP


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Tide Radio This Morning co-host Maria Osei", "Maria Osei"),
        ("warm-and-fuzzy Maria Osei", "Maria Osei"),
        ("WHO", "World Harbor Organization"),
        ("The government of Norway", "Norway"),
        ("Her aunt, Maria Osei,", "Maria Osei"),
        ("Another friend, Maria Osei,", "Maria Osei"),
        ("Its U.K. managing director Maria Osei", "Maria Osei"),
    ],
)
def test_the_head_of_a_source_speaks(source: str, name: str) -> None:
    told = "Maria Osei met the World Harbor Organization in Chile and in Norway."
    assert speakers(told, f"[[{source}]] {SAID}") == [(name,)]


def test_who_is_minister_for_something_speaks() -> None:
    assert speakers(f"[[Minister for Health Ann Tarrant]] {SAID}") == [("Ann Tarrant",)]


@pytest.mark.parametrize(
    "source",
    [
        "The Commissioner for Standards, Ann Tarrant,",
        "Bo Lind’s flatmate, Ann Tarrant,",
        "Water and Energy Minister Ann Tarrant",
    ],
)
def test_who_is_named_beside_what_they_are_speaks(source: str) -> None:
    assert speakers(f"[[{source}]] {SAID}") == [("Ann Tarrant",)]


def test_and_inside_a_name_joins_nobody() -> None:
    doc = prepared("[[A spokesman for the Harbor and Tides Department]] said that it would open.")
    doc.ents = [Span(doc, 4, 8, label="ORG")]
    add_speakers(add_affiliations(add_mentions(doc)))
    [[speaker]] = analysis(doc).speakers
    assert speaker.name == "A spokesman for the Harbor and Tides Department"


def test_an_officer_speaks_whose_body_has_a_long_name() -> None:
    doc = prepared("[[The Council on Tides Executive Director Nadia Awad]] said it would open.")
    doc.ents = [Span(doc, 1, 4, label="ORG"), Span(doc, 6, 8, label="PERSON")]
    add_speakers(add_affiliations(add_mentions(doc)))
    [[speaker]] = analysis(doc).speakers
    assert speaker.name == "Nadia Awad"


def test_two_senators_are_two_whatever_they_sit_for() -> None:
    found = speakers(f"Senators [[Ann Lee of Ohio and Carl Brandt of Maine]] {SAID}")
    assert found == [("Ann Lee", "Carl Brandt")]


def test_who_is_whoever_was_described_before_it() -> None:
    found = speakers(
        "The club had money from Ann Lee, a baker in Oslo, and from Carl Brandt, a Texas developer,"
        " [[who]] backed the other side."
    )
    assert found == [("Carl Brandt",)]


def test_a_month_is_nobody() -> None:
    assert (
        last_speaker(f"It was out in July, [[which]] {SAID}").kind is not SpeakerKind.ORGANIZATION
    )


def test_a_description_that_is_known_as_something_has_that_name() -> None:
    doc = prepared("[[The agency, known as UNTRA,]] said that the strait would stay open.")
    doc.ents = [Span(doc, 5, 6, label="ORG")]
    add_speakers(add_affiliations(add_mentions(doc)))
    [[speaker]] = analysis(doc).speakers
    assert speaker.name == "UNTRA"


@pytest.mark.parametrize("source", ["the German", "The Germans", "the French"])
def test_whoever_is_told_by_a_country_alone_is_no_organization(source: str) -> None:
    assert last_speaker(f"[[{source}]] {SAID}").kind is SpeakerKind.GROUP
