"""Organizations that a description means."""

from __future__ import annotations

import pytest

from claims.claim import SpeakerKind
from tests.claims.extraction.scenes import last_speaker, speakers


@pytest.mark.parametrize(
    ("told", "source", "name"),
    [
        ("The Lind campaign opened an office.", "The campaign", "Lind campaign"),
        ("Greta Lind’s campaign opened an office.", "Her campaign", "Greta Lind’s campaign"),
        ("Greta Lind spoke. Greta Lind left.", "The campaign", "Greta Lind’s campaign"),
        (
            "Greta Lind’s former campaign manager left.",
            "Her campaign",
            "Greta Lind’s campaign",
        ),
        ("The Tide Post appeared on Monday.", "The Tide Post tabloid", "Tide Post"),
    ],
)
def test_bodies_are_told_by_whose_they_are(told: str, source: str, name: str) -> None:
    assert speakers(told, f"[[{source}]] said that the vote was fair.") == [(name,)]


def test_a_body_named_for_a_person_is_one_body() -> None:
    speaker = last_speaker("[[The Greta Lind Foundation]] said that the vote was fair.")
    assert (speaker.name, speaker.kind) == ("Greta Lind Foundation", SpeakerKind.ORGANIZATION)


def test_a_coast_guard_is_no_guard() -> None:
    speaker = last_speaker("[[The Baltic coast guard]] said that the vote was fair.")
    assert (speaker.name, speaker.kind) == ("Baltic coast guard", SpeakerKind.ORGANIZATION)


def test_a_headlines_bank_is_the_one_that_the_article_is_about() -> None:
    found = speakers(
        "[[Bank]] says that ten branches will close",
        "Norbank Oslo spoke of bad years. The Tide Bureau was silent. Norbank Oslo is old.",
    )
    assert found == [("Norbank Oslo",)]


def test_an_organization_goes_on_as_it_and_as_the_bank() -> None:
    found = speakers(
        "[[Norbank]] said it had closed ten branches. Norbank is a lender based in Oslo.",
        "[[The bank]] said more would follow.",
    )
    assert found == [("Norbank",), ("Norbank",)]
