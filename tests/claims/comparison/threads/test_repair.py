"""Repaired threads are the same whatever order claims come in, and never against a judgement."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.comparison.threads import Links, Points, repaired
from claims.comparison.threads import repair as repairing
from claims.comparison.threads.alike import Edges
from claims.comparison.threads.repair import components, linked
from tests.claims.comparison.threads.made import claims

SUBJECTS = st.lists(st.integers(0, 4), min_size=1, max_size=14)
NOISE = st.floats(0, 0.35)
PAIRS = st.lists(st.tuples(st.integers(1, 14), st.integers(1, 14)), max_size=8)


def thread_of(groups: list[frozenset[int]]) -> dict[int, frozenset[int]]:
    return {claim: group for group in groups for claim in group}


def test_claims_that_say_the_same_are_one_thread() -> None:
    points = claims([0, 1, 0, 2, 1, 0], noise=0.02)
    assert repaired(points) == [{1, 3, 6}, {2, 5}, {4}]


def test_without_claims_there_is_no_thread() -> None:
    assert repaired(claims([])) == []


@given(SUBJECTS, NOISE, st.randoms(use_true_random=False))
def test_the_order_in_which_claims_come_makes_no_difference(
    subjects: list[int], noise: float, chance: object
) -> None:
    points = claims(subjects, noise)
    order = np.random.default_rng(len(subjects)).permutation(len(points))
    groups = repaired(points)
    assert repaired(points.take(order)) == groups
    assert sorted(claim for group in groups for claim in group) == sorted(points.ids.tolist())


@given(SUBJECTS, NOISE)
def test_nor_do_the_ids_that_they_get_by_it(subjects: list[int], noise: float) -> None:
    points = claims(subjects, noise)
    renamed = dict(zip(points.ids.tolist(), reversed(points.ids.tolist()), strict=True))
    others = Points(
        np.array([renamed[claim] for claim in points.ids.tolist()]),
        *(points.full, points.content, points.numbers, points.attitude),
        *(points.wordings, points.who, points.telling),
    )
    expected = {frozenset(renamed[claim] for claim in group) for group in repaired(points)}
    assert set(repaired(others)) == expected


@given(SUBJECTS, NOISE, PAIRS, PAIRS)
def test_what_people_judged_holds(
    subjects: list[int],
    noise: float,
    same: list[tuple[int, int]],
    different: list[tuple[int, int]],
) -> None:
    points = claims(subjects, noise)
    groups = thread_of(repaired(points, Links(same, different)))
    for left, right in different:
        if left in groups and right in groups and left != right:
            assert right not in groups[left]
    apart = {frozenset(pair) for pair in different}
    for left, right in same:
        if left in groups and right in groups and right not in groups[left]:
            both = groups[left] | groups[right]
            assert any(frozenset(pair) in apart for pair in combinations(both, 2))


@pytest.mark.parametrize("pair", [(1, 3), (1, 5)])
def test_claims_judged_the_same_are_one_thread_however_unlike(pair: tuple[int, int]) -> None:
    groups = repaired(claims([0, 0, 1, 1, 2]), Links(same=[pair]))
    assert set(pair) <= thread_of(groups)[pair[0]]


def test_of_two_equal_claims_judged_different_each_has_a_thread() -> None:
    groups = repaired(claims([0, 0, 0]), Links(different=[(1, 2)]))
    assert sorted(map(len, groups)) == [1, 2]


def test_of_judgements_that_exclude_each_other_the_first_counts() -> None:
    links = Links(same=[(1, 2), (2, 3)], different=[(1, 3)])
    assert repaired(claims([0, 1, 2]), links) == [{1, 2}, {3}]


def test_a_component_is_cut_where_it_would_be_too_great(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repairing, "LARGEST", 3)
    edges = Edges(
        np.array([0, 1, 2, 3]),
        np.array([1, 2, 3, 4]),
        np.array([0.9, 0.6, 0.9, 0.8], dtype=np.float32),
    )
    assert components(5, edges, []) == [[0, 1], [2, 3, 4]]


@given(st.integers(1, 9), st.integers(0, 10_000))
def test_chains_of_neighbours_find_what_joining_the_two_nearest_does(count: int, seed: int) -> None:
    means = np.random.default_rng(seed).uniform(0.2, 0.9, (count, count))
    means = (means + means.T) / 2
    expected = [[at] for at in range(count)]
    while len(expected) > 1:
        best, left, right = max(
            (float(means[np.ix_(one, other)].mean()), one, other)
            for one, other in combinations(expected, 2)
        )
        if best < repairing.LEAST:
            break
        expected = [each for each in expected if each not in (left, right)] + [left + right]
    assert sorted(map(sorted, linked(means, [1] * count))) == sorted(map(sorted, expected))
