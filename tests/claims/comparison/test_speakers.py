"""Speakers as their names tell who they are."""

from __future__ import annotations

import pytest

from claims.comparison.speakers import called, speaker_keys


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Marit Solheim", ("solheim",)),
        ("Mrs. Solheim", ("solheim",)),
        ("Marit Solheim, of the harbour board", ("solheim",)),
        ("harbour pilots", ("harbour pilots",)),
        ("the pilot", ()),
        ("she", ()),
        ("who", ()),
    ],
)
def test_keys_of_a_name_are_the_same_in_all_articles(name: str, keys: tuple[str, ...]) -> None:
    assert speaker_keys(name) == keys


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Marit K. Solheim", "Marit Solheim"),
        ("Norwegian government", "norway"),
        ("the government of the harbour", "the government of the harbour"),
        ("Solheim", "Solheim"),
    ],
)
def test_a_name_is_compared_without_what_articles_vary(name: str, expected: str) -> None:
    assert called(name) == expected
