"""Of a source as written its head is who speaks: no piece of it, and nobody it only counts."""

from __future__ import annotations

import pytest

from claims.claim import SpeakerKind
from tests.claims.extraction.scenes import last_speaker, speakers

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
    ],
)
def test_the_head_of_a_source_speaks(source: str, name: str) -> None:
    told = "Maria Osei met the World Harbor Organization in Chile and in Norway."
    assert speakers(told, f"[[{source}]] {SAID}") == [(name,)]


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
