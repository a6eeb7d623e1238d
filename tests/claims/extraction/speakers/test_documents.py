"""Whose documents are."""

from __future__ import annotations

import pytest

from claims.claim import SpeakerKind
from claims.extraction.document.analysis import analysis
from tests.claims.extraction.scenes import scene, speakers


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


def test_a_document_with_a_stated_author_speaks_for_the_author() -> None:
    found = speakers(
        "Imports doubled, according to [[an analysis by Nathan Brandt, a researcher in Oslo]].",
        "Most came by rail, [[the analysis]] found.",
    )
    assert found == [("Nathan Brandt",), ("Nathan Brandt",)]


def test_a_joint_statement_is_one_document_named_by_who_issued_it() -> None:
    found = speakers(
        "Norway and Latvia met in Turku. The nations issued a long joint statement on Monday.",
        "[[The document]] also says that the tunnel is safe.",
        "[[The joint statement]] accuses nobody of delay. [[The statement]] said it would open.",
    )
    assert found == [("joint statement of Norway and Latvia",)] * 3


def test_a_thing_that_is_no_document_says_nothing() -> None:
    assert speakers("[[His trip]] shows that the tunnel is safe.") == [()]


def test_whoever_a_name_only_tells_of_is_no_author() -> None:
    for who in ("the Holm administration", "Holm’s family"):
        found = speakers(
            "President Ada Holm met the governors.",
            f"[[Guidelines issued by {who}]] say that the port must shut.",
        )
        assert found == [(f"Guidelines issued by {who}",)]


@pytest.mark.parametrize("obtained", ["obtained by", "seen by", "leaked to"])
def test_who_has_got_hold_of_a_document_does_not_speak_in_it(obtained: str) -> None:
    source = f"The memo {obtained} the Tide Post"
    [[speaker]] = analysis(scene(f"[[{source}]] showed that the vote was fair.")).speakers
    assert (speaker.name, speaker.kind) == (source, SpeakerKind.DOCUMENT)
