"""Which words of two texts are equal, and where they stand."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.claim import Span
from claims.comparison.words import hashed, keys_of, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We don’t know.", "we don't know"),
        ("dual-use goods", "dual use goods"),
        ("Five ships, 1,300 tons", "5 ships 1300 tons"),
        ("[T]he café is clos[ed]", "The cafe is closed"),
        ("up 4% today", "up 4 percent, today"),
        ("made in the U.S., it says", "made in the US it says"),
        ("They’re in the U.S.", "they are in the U.S"),
        ("— so: “it” — ended …", "so it ended"),
    ],
)
def test_how_a_word_is_set_does_not_matter(one: str, other: str) -> None:
    assert keys_of(one) == keys_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("47.3 tons", "473 tons"), ("they can", "they can't"), ("his", "her"), ("a list", "alist")],
)
def test_what_is_said_does(one: str, other: str) -> None:
    assert keys_of(one) != keys_of(other)


def test_a_bracket_around_a_word_is_no_part_of_it() -> None:
    text = "and [the mayor] left"
    assert [text[word.start : word.end] for word in words_of(text)] == [
        "and",
        "the",
        "mayor",
        "left",
    ]


def test_a_stretch_has_the_words_of_its_own_at_their_places_in_the_text() -> None:
    text = "The mill was shut, he said."
    assert [(word.key, word.start) for word in words_of(text, Span(4, 17))] == [
        ("mill", 4),
        ("was", 9),
        ("shut", 13),
    ]


@given(st.text())
def test_words_lie_in_order_inside_the_text(text: str) -> None:
    end = 0
    for word in words_of(text):
        assert end <= word.start < word.end <= len(text)
        end = word.end
    assert [word.key for word in words_of(text)] == keys_of(text)


@given(st.lists(st.text(min_size=1), max_size=5))
def test_a_hash_fits_the_integers_of_a_database(keys: list[str]) -> None:
    assert -(2**63) <= hashed(keys, "shingle") < 2**63


def test_a_hash_is_the_same_in_every_process() -> None:
    code = "from claims.comparison.words import hashed; print(hashed(['a', 'mill'], 'shingle'))"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert int(told) == hashed(["a", "mill"], "shingle")


def test_two_purposes_never_share_a_number() -> None:
    assert hashed(["a", "mill"], "shingle") != hashed(["a", "mill"], "trigram")
