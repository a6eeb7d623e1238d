"""When two names, or two phrases for an affiliation, are the same."""

from __future__ import annotations

import pytest

from claims.scoring.agreement.names import comparable, phrases_agree


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Mr. Alexander Gabuev", ("alexander", "gabuev")),
        ("President Vladimir V. Putin", ("vladimir", "putin")),
        ("Joseph R. Biden Jr.", ("joseph", "biden")),
        ("Yun Sun’s", ("yun", "sun")),
        ("The Kremlin", ("kremlin",)),
        ("The President", ("the", "president")),
        (None, ()),
    ],
)
def test_names_are_compared_without_titles_initials_and_suffixes(
    name: str | None, words: tuple[str, ...]
) -> None:
    assert comparable(name) == words


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("director", "former director", True),
        ("senior fellow", "fellow", True),
        ("director", "deputy head", False),
        (None, None, True),
        (None, "director", False),
    ],
)
def test_phrases_agree_by_most_of_their_words(
    one: str | None, other: str | None, agree: bool
) -> None:
    assert phrases_agree(one, other) is agree
