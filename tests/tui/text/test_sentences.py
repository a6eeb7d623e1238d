"""The sentence around a place in a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.sentences import sentence_around

PARAGRAPH = (
    "The yard is full. “No train will stop here,” said Mr. Okafor, an adviser to the U.S. Rail "
    "Board. “Not one.” Gen. Lind agreed! Did she mean it?"
)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("yard", "The yard is full."),
        (
            "an adviser to the U.S. Rail Board",
            "“No train will stop here,” said Mr. Okafor, an adviser to the U.S. Rail Board.",
        ),
        ("Not one", "“Not one.”"),
        ("Lind", "Gen. Lind agreed!"),
        ("mean it", "Did she mean it?"),
        ("full. “No train", PARAGRAPH[: PARAGRAPH.index(" “Not")]),
    ],
)
def test_the_sentence_that_words_stand_in(words: str, sentence: str) -> None:
    at = PARAGRAPH.index(words)
    start, end = sentence_around(PARAGRAPH, at, at + len(words))
    assert PARAGRAPH[start:end] == sentence


@given(st.text("Aa.! ”“\n", min_size=1), st.data())
def test_it_holds_the_words_however_odd_the_text(text: str, data: st.DataObject) -> None:
    words = [n for n, char in enumerate(text) if not char.isspace()]
    if not words:
        return
    start = data.draw(st.sampled_from(words))
    end = data.draw(st.sampled_from([n for n in words if n >= start])) + 1
    first, last = sentence_around(text, start, end)
    assert 0 <= first <= start < end <= last <= len(text)
