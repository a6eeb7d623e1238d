"""What is told with reserve, and what will come."""

from __future__ import annotations

import pytest

from tests.claims.extraction.cues.marked import Reader


@pytest.mark.parametrize(
    "marked",
    [
        "[The pilot] <said> {that the fog might lift}.",
        "[The pilot] <said> {the fog could have lifted}.",
        "[The pilot] <said> {that the fog had probably lifted}.",
        "[The pilot] <said> {it was likely that the fog had lifted}.",
        "[The pilot] <suggested> {that the fog had lifted}.",
        "[The pilot] <seemed to say> {that the fog had lifted}.",
        "[The pilot] <reportedly said> {that the fog had lifted}.",
        "[The pilot] <hinted> {that the fog had lifted}.",
        "[The pilot] <may have said> {that the fog had lifted}.",
        "{“I think the fog has lifted,”} [the pilot] <said>.",
        "{“Perhaps the fog has lifted,”} [the pilot] <said>.",
        "[The pilot] <said> {the fog appeared to lift}.",
    ],
)
def test_hedged_is_what_is_told_with_reserve(read: Reader, marked: str) -> None:
    assert read(marked).hedged


@pytest.mark.parametrize(
    "marked",
    [
        "[The pilot] <said> {that the fog had lifted}.",
        "[The pilot] <said> {that the fog had lifted because the wind might turn}.",
        "[The pilot] <criticized> {a rule that may close the airport}.",
        "[The pilot] <said> {he could not see the runway}.",
        "[The pilot] <suggested> {a date}.",
        "[The pilot] <said> {that the fog lifted in May}.",
    ],
)
def test_what_a_subordinate_clause_softens_is_not_hedged(read: Reader, marked: str) -> None:
    assert not read(marked).hedged


@pytest.mark.parametrize(
    "marked",
    [
        "[The farmer] <said> {that the harvest will be poor}.",
        "{“We’ll sell the barn,”} [the farmer] <said>.",
        "{“It won’t rain,”} [the farmer] <said>.",
        "[The farmer] <said> {that the harvest would be poor}.",
        "[The farmer] <says> {it is going to rain}.",
        "[The farmer] <said> {the barn was set to close}.",
        "[The farmer] <said> {the barn is due to close}.",
        "[The farmer] <expects> {the harvest to be poor}.",
        "[The farmer] <predicted> {a poor harvest}.",
        "[The farmer] <said> {that the wheat is ripe and that the harvest will begin}.",
        "{“I think it will rain,”} [the farmer] <said>.",
    ],
)
def test_a_prediction_is_about_what_will_come(read: Reader, marked: str) -> None:
    assert read(marked).prediction


@pytest.mark.parametrize(
    "marked",
    [
        "[The farmer] <said> {that the harvest was poor}.",
        "[The farmer] <said> {the harvest would have been poor}.",
        "{“I would never sell the barn,”} [the farmer] <said>.",
        "[The farmer] <criticized> {the law that will close the barn}.",
        "[The farmer] <said> {he was going to the market when it rained}.",
        "[The farmer] <vowed> {to rebuild the barn}.",
    ],
)
def test_no_prediction_is_made_of_what_was_or_might_have_been(read: Reader, marked: str) -> None:
    assert not read(marked).prediction
