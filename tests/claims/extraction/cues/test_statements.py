"""What is said or written is told from what is felt, planned, seen or done."""

from __future__ import annotations

import pytest

from tests.claims.extraction.cues.marked import Reader


@pytest.mark.parametrize(
    "marked",
    [
        "[The mayor] <said> {the bridge was safe}.",
        "[The mayor] <promised> {to rebuild the bridge by spring}.",
        "[The mayor] <denied> {that the bridge was closed}.",
        "[The council] <demanded> {that the toll be dropped}.",
        "[She] <asked> {whether the toll would rise}.",
        "{The toll will rise}, <according to> [the ministry].",
        "[Ana Ruiz] <praised> {the council for keeping the toll low}.",
    ],
)
def test_what_is_said_or_written_is_a_statement(read: Reader, marked: str) -> None:
    assert read(marked).statement > 0.6


@pytest.mark.parametrize(
    "marked",
    [
        "[Residents] <fear> {a flood}.",
        "[The council] <plans> {to rebuild the bridge}.",
        "[The mayor] <supports> {the toll}.",
        "[Ana Ruiz] <saw> {that the bridge was closed}.",
        "[He] <thinks> {the toll is too high}.",
        "[The union] <endorsed> {Ana Ruiz}.",
    ],
)
def test_what_is_felt_planned_seen_or_done_is_none(read: Reader, marked: str) -> None:
    assert read(marked).statement < 0.4
