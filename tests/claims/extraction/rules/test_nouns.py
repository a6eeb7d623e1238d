"""Nouns as cues."""

from __future__ import annotations

import pytest

from tests.claims.extraction.articles import Noted
from tests.claims.extraction.runs import Claims


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("The clerk’s claim that the gate was shut was heard.", "The clerk’s", "claim",
         "that the gate was shut"),
        ("The council’s view is that the gate will hold.", "The council’s", "view is",
         "that the gate will hold"),
    ],
)  # fmt: skip
def test_whoever_the_noun_is_of_says_it(
    ruled_in: Claims, sentence: str, source: str, cue: str, content: str
) -> None:
    assert Noted(source, cue, content, "indirect") in ruled_in(sentence)
