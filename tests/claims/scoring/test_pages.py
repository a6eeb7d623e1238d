"""F1 of the words of a page's body."""

from __future__ import annotations

import pytest

from claims.scoring.pages import token_f1


@pytest.mark.parametrize(
    ("text", "gold", "figure"),
    [
        ("The ferry sails.", "the ferry sails", 1.0),
        ("the ferry", "the ferry sails at six", 4 / 7),
        ("the ferry the ferry", "the ferry", 2 / 3),
        ("gulls", "the ferry", 0.0),
        ("", "the ferry", 0.0),
    ],
)
def test_each_word_counts_as_often_as_it_occurs(text: str, gold: str, figure: float) -> None:
    assert token_f1(text, gold) == pytest.approx(figure)
