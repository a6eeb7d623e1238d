"""Claims that share telling words are compared."""

from __future__ import annotations

from claims.comparison.relations import candidates


def test_only_what_shares_two_telling_words_is_compared() -> None:
    contents = ["dredging the harbour", "the harbour needs dredging", "the harbour is old", ""]
    assert candidates(contents) == {(0, 1)}


def test_words_that_too_many_share_are_passed_over() -> None:
    assert candidates(["dredging the harbour"] * 31) == set()
    assert candidates([]) == set()
