"""Pairing gold with predicted attributions, one to one."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from claims.scoring.agreement.matching import largest_matching


def test_the_best_edge_is_taken_first() -> None:
    assert largest_matching([(0, 1), (0, 0), (1, 0)]) == {0: 1, 1: 0}


def test_a_greedy_pair_makes_room_for_a_larger_matching() -> None:
    assert largest_matching([(0, 0), (0, 1), (1, 0)]) == {0: 1, 1: 0}


def test_swaps_run_along_a_chain() -> None:
    edges = [(0, 0), (1, 1), (0, 1), (1, 2), (2, 0)]
    assert largest_matching(edges) == {0: 1, 1: 2, 2: 0}


def test_no_edges_no_pairs() -> None:
    assert largest_matching([]) == {}


edges = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), unique=True, max_size=12)


@given(edges)
def test_it_is_one_to_one_along_the_edges_and_as_large_as_can_be(
    edges: list[tuple[int, int]],
) -> None:
    pairs = largest_matching(edges)
    assert len(set(pairs.values())) == len(pairs)
    assert set(pairs.items()) <= set(edges)
    best = max(sum((g, p) in set(edges) for g, p in enumerate(order)) for order in orders())
    assert len(pairs) == best


def orders() -> list[tuple[int, ...]]:
    return list(permutations(range(5)))
