"""A claim that comes joins the thread that it is most like, or begins one."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claims.comparison.threads import Assigned, assigned, repaired
from tests.claims.comparison.threads.made import claims


def test_it_joins_what_says_the_same() -> None:
    known = claims([0, 1, 1])
    found = assigned(claims([1, 5], first=10), known, {1: 70, 2: 80, 3: 80})
    assert [each.thread for each in found] == [80, None]
    assert [each.first for each in found] == [None, 11]
    assert found[0].likely > 0.9


def test_two_that_come_together_begin_one_thread() -> None:
    found = assigned(claims([3, 4, 3], first=10), claims([]), {})
    assert [each.first for each in found] == [10, 11, 10]
    assert found[0] == Assigned(10, None, 10, 1.0)


def test_one_like_member_is_not_enough() -> None:
    known = claims([0, 1, 2, 3])
    found = assigned(claims([0], first=10), known, dict.fromkeys((1, 2, 3, 4), 7))
    assert found == [Assigned(10, None, 10, 1.0)]


def test_what_is_kept_apart_is_in_two_threads() -> None:
    together = assigned(claims([3, 3], first=10), claims([]), {}, [(10, 11)])
    assert [each.first for each in together] == [10, 11]
    [found] = assigned(claims([1], first=10), claims([1]), {1: 70}, [(10, 1)])
    assert found == Assigned(10, None, 10, 1.0)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=150))
def test_clear_subjects_give_what_repair_gives(subjects: list[int]) -> None:
    points = claims(subjects, noise=0.01)
    found: dict[int, set[int]] = {}
    for each in assigned(points, points.take(np.empty(0, dtype=np.intp)), {}):
        assert each.first is not None
        found.setdefault(each.first, set()).add(each.claim)
    assert sorted(found.values(), key=min) == repaired(points)
