"""The class of a cue is that of its lemma, unless its content tells another."""

from __future__ import annotations

import pytest

from claims.claim import CueClass
from tests.claims.extraction.cues.marked import Reader


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("[The clerk] <said> {that the ferry was late}.", CueClass.STATEMENT),
        ("[The clerk] <wrote> {that the ferry was late}.", CueClass.STATEMENT),
        ("[A survey] <shows> {that the ferry is late}.", CueClass.STATEMENT),
        ("[RUIZ]<:> {The ferry is late.}", CueClass.STATEMENT),
        ("<According to> [the clerk], {the ferry is late}.", CueClass.STATEMENT),
        ("[The clerk] <asked> {whether the ferry was late}.", CueClass.QUESTION),
        ("[The clerk] <wondered> {why the ferry was late}.", CueClass.QUESTION),
        ("[The clerk] <denied> {that the ferry was late}.", CueClass.DENIAL),
        ("[The clerk] <disputed> {the account}.", CueClass.DENIAL),
        ("[The clerk] <dismissed> {the allegations against him}.", CueClass.DENIAL),
        ("[The clerk] <urged> {the crew to wait}.", CueClass.DEMAND),
        ("[The clerk] <ordered> {the crew to wait}.", CueClass.DEMAND),
        ("[The clerk] <called for> {patience}.", CueClass.DEMAND),
        ("[The clerk] <criticized> {the captain}.", CueClass.OPINION),
        ("[The clerk] <praised> {the captain}.", CueClass.OPINION),
        ("[The clerk] <has accused> {the captain of sleeping}.", CueClass.OPINION),
        ("[The clerk] <called> {the captain a coward}.", CueClass.OPINION),
        ("[The clerk] <believes> {that the ferry is late}.", CueClass.BELIEF),
        ("[The clerk] <knew> {that the ferry was late}.", CueClass.BELIEF),
        ("[The clerk] <expects> {the ferry to be late}.", CueClass.BELIEF),
        ("[The clerk] <was confident> {that the ferry was late}.", CueClass.BELIEF),
        ("[The clerk] <plans> {to wait}.", CueClass.INTENTION),
        ("[The clerk] <vowed> {to wait}.", CueClass.INTENTION),
        ("[The clerk] <hopes> {that the ferry is late}.", CueClass.INTENTION),
        ("[The clerk] <fears> {that the ferry is late}.", CueClass.EMOTION),
        ("[The clerk] <was worried> {that the ferry was late}.", CueClass.EMOTION),
        ("[The clerk] <has expressed> {regret about the delay}.", CueClass.EMOTION),
        ("[The clerk] <saw> {that the ferry was late}.", CueClass.PERCEPTION),
        ("[The clerk] <noticed> {that the ferry was late}.", CueClass.PERCEPTION),
    ],
)
def test_the_class_tells_statements_from_beliefs_plans_and_perceptions(
    read: Reader, marked: str, kind: CueClass
) -> None:
    assert read(marked).kind is kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("[She] <asked> {whether the crew would wait}.", CueClass.QUESTION),
            ("[She] <asked> {the crew to wait}.", CueClass.DEMAND),
        ),
        (
            ("[She] <told> {them that it was late}.", CueClass.STATEMENT),
            ("[She] <told> {them to leave}.", CueClass.DEMAND),
        ),
        (
            ("[She] <saw> {that the harbour was empty}.", CueClass.PERCEPTION),
            ("[She] <saw> {the harbour as a burden}.", CueClass.OPINION),
        ),
        (
            ("[She] <found> {that the harbour was empty}.", CueClass.PERCEPTION),
            ("[She] <found> {the fee unfair}.", CueClass.OPINION),
        ),
        (
            ("[She] <felt> {that the fee was too high}.", CueClass.BELIEF),
            ("[She] <felt> {shame}.", CueClass.EMOTION),
        ),
        (
            ("[She] <agreed> {that the fee was too high}.", CueClass.OPINION),
            ("[She] <agreed> {to pay the fee}.", CueClass.INTENTION),
        ),
    ],
)
def test_the_content_tells_which_sense_a_verb_has(
    read: Reader, one: tuple[str, CueClass], other: tuple[str, CueClass]
) -> None:
    for marked, kind in (one, other):
        assert read(marked).kind is kind
