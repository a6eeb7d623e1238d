"""What is negated, and what only looks so."""

from __future__ import annotations

import pytest

from tests.claims.extraction.cues.marked import Reader


@pytest.mark.parametrize(
    "marked",
    [
        "[The baker] <did not say> {that the oven was hot}.",
        "[The baker] did not <say> {that the oven was hot}.",
        "[The baker] <never claimed> {that the oven was hot}.",
        "[The baker] <declined to say> {whether the oven was hot}.",
        "[The baker] <refused> {to comment on the oven}.",
        "[The baker] <would not confirm> {that the oven was hot}.",
        "[The baker] <wouldn’t confirm> {that the oven was hot}.",
        "[The baker] <stopped short of saying> {that the oven was hot}.",
        "[The baker] <has made no suggestion> {that the oven was hot}.",
        "[The baker] <has yet to comment> {on the oven}.",
        "[The baker] left without <saying> {whether the oven was hot}.",
        "[No one] <believes> {that the oven was hot}.",
        "[Neither baker] <said> {that the oven was hot}.",
        "Nor did [the baker] <say> {that the oven was hot}.",
        "[The baker] <is not sure> {that the oven was hot}.",
    ],
)
def test_negated_is_what_the_source_has_not_said_or_meant(read: Reader, marked: str) -> None:
    assert read(marked).negated


@pytest.mark.parametrize(
    "marked",
    [
        "[The baker] <said> {that the oven was not hot}.",
        "[The baker] <said> {he would not comment}.",
        "[The baker] <denied> {that the oven was hot}.",
        "[The baker] <not only said> {that the oven was hot}.",
        "[The baker] <did not hesitate to say> {that the oven was hot}.",
        "[The baker] <has made no secret of> {his anger}.",
        "[The No. 2 baker] <said> {that the oven was hot}.",
        "[The baker], who had not slept, <said> {that the oven was hot}.",
        "{The oven was not hot}, [the baker] <said>.",
    ],
)
def test_a_denial_and_a_negative_content_are_said_all_the_same(read: Reader, marked: str) -> None:
    assert not read(marked).negated
