"""Headlines in title case confirm names or shorten them; they make none and lengthen none."""

from __future__ import annotations

import pytest

from claims.claim import SpeakerKind
from claims.extraction.document.analysis import analysis
from tests.claims.extraction.scenes import last_speaker, scene, speakers

BODY = "Rita Delgado said on Monday that the ferry would stop. Delgado declined to say when."


def persons(*paragraphs: str) -> set[str]:
    return {one.name for one in analysis(scene(*paragraphs)).named.clusters.persons}


@pytest.mark.parametrize(
    "headline",
    [
        "Delgado Joked About the Ferry, Aides Say",
        "Rita Delgado Blasts Harbor Chief Over Ferry",
        "Delgado Reassures Harbor Democrats on Ferry",
        "Now Delgado Wants the Old Ferry Back",
    ],
)
def test_a_headline_makes_no_name_and_lengthens_none(headline: str) -> None:
    assert persons(headline, BODY) == {"Rita Delgado"}


def test_a_headline_names_whom_the_running_text_names() -> None:
    assert speakers("[[Delgado]] Blasts Harbor Chief Over Ferry", BODY) == [("Rita Delgado",)]


def test_a_headline_alone_may_have_a_name_that_looks_like_one() -> None:
    assert "Rita Delgado" in persons("Harbor Chief Rita Delgado Quits Over Ferry", "It was late.")


def test_words_of_a_headline_that_nothing_confirms_are_no_body() -> None:
    headline = "[[Conservative Heavyweights]] Come Out Against Ferry"
    assert last_speaker(headline, BODY).kind is SpeakerKind.GROUP


def test_a_headline_inside_of_a_sentence_lengthens_no_name_either() -> None:
    quoted = "An email said “Rita Delgado Joins Growing List of Critics Leaving Town” that night."
    assert persons(quoted, BODY) == {"Rita Delgado"}
    both = "She met Ada Marie Holm and Ben C. Lind at the pier, said Rita Delgado."
    assert persons(both, "Ada was late.", BODY) >= {"Ada Marie Holm", "Ben C. Lind"}
