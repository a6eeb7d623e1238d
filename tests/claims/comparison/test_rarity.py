"""Rare words tell more than common ones, whatever is stored."""

from __future__ import annotations

from claims.comparison.rarity import RAREST, step, total, weight


def test_the_rarer_a_word_the_more_it_tells() -> None:
    assert 0 < weight("the") < weight("people") < weight("harbor") <= weight("zirconium")


def test_rarity_goes_by_steps() -> None:
    assert step("the") == step("x") == 0 < step("people") < step("zirconium") == RAREST


def test_words_together_tell_their_sum() -> None:
    assert total(["the", "granary"]) == weight("the") + weight("granary")
    assert total([]) == 0
