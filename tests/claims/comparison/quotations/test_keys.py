"""Candidates are found by keys, and no slogan makes that dear."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.comparison import (
    compare,
    index_keys,
    promising,
    quoted,
    weight_of,
    words_key,
    worth_asking,
)
from claims.comparison.quotations.keys import BUDGET

SPREAD = st.dictionaries(st.integers(-9, 9), st.integers(0, 2 * BUDGET))


def test_three_words_in_a_row_make_a_key_in_common() -> None:
    one, other = quoted("the old granary burned"), quoted("“Granary burned,” he wrote: old granary")
    assert not index_keys(one.keys) & index_keys(other.keys)
    assert index_keys(one.keys) & index_keys(quoted("It was the OLD granary").keys)
    assert not index_keys(quoted("old granary").keys)


def test_verbatim_copies_have_one_key_for_all_their_words() -> None:
    assert words_key(quoted("It isn’t late.").keys) == words_key(quoted("it is not late").keys)
    assert words_key(quoted("It isn’t late.").keys) != words_key(quoted("It is late").keys)


@given(SPREAD)
def test_the_rarest_keys_are_asked_within_the_budget(spread: dict[int, int]) -> None:
    asked = worth_asking(spread)
    assert sum(spread[key] for key in asked) <= BUDGET
    assert all(spread[key] for key in asked)
    left_out = [count for key, count in spread.items() if count and key not in asked]
    assert not asked or not left_out or max(spread[key] for key in asked) <= min(left_out)


def test_only_candidates_that_share_enough_are_aligned() -> None:
    new = quoted("The granary burned for two days and all that was left of it was a bell")
    stored = {
        1: quoted("all that was left of it was a bell"),
        2: quoted("all that was on the table was of no use to him or to his sister’s children"),
        3: quoted("The granary burned"),
    }
    shared = {at: index_keys(new.keys) & index_keys(old.keys) for at, old in stored.items()}
    weights = {at: weight_of(old.keys) for at, old in stored.items()}

    assert all(shared.values())
    assert promising(new, shared, weights) == [1, 3]
    assert compare(new, stored[2], nearby=True) is None
