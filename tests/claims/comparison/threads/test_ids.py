"""Threads keep their ids."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.comparison.threads import Named, named

THREADS = st.dictionaries(st.integers(1, 12), st.integers(1, 5), min_size=1)


def groups_of(threads: dict[int, int]) -> list[set[int]]:
    found: dict[int, set[int]] = {}
    for claim, thread in threads.items():
        found.setdefault(thread, set()).add(claim)
    return list(found.values())


@given(THREADS)
def test_without_change_every_id_stays(threads: dict[int, int]) -> None:
    assert named(groups_of(threads), threads, free=100) == Named(threads, {})


@given(THREADS, THREADS, st.frozensets(st.integers(1, 5)))
def test_ids_are_one_to_one_and_what_is_gone_leads_on(
    before: dict[int, int], after: dict[int, int], pinned: frozenset[int]
) -> None:
    groups = groups_of(after)
    found = named(groups, before, 100, pinned)
    assert {frozenset(group) for group in groups_of(found.thread_of)} == {
        frozenset(group) for group in groups
    }
    kept = set(found.thread_of.values())
    assert kept | found.merged.keys() >= set(before.values())
    assert not kept & found.merged.keys()
    for old, new in found.merged.items():
        remain = [claim for claim, thread in before.items() if thread == old and claim in after]
        assert new in kept if remain else new is None
    for thread in kept - set(before.values()):
        assert thread >= 100


def test_the_greater_share_keeps_the_id() -> None:
    before = {1: 7, 2: 7, 3: 7, 4: 8}
    found = named([{1}, {2, 3, 4}], before, free=9)
    assert found == Named({1: 9, 2: 7, 3: 7, 4: 7}, {8: 7})


def test_a_labelled_thread_goes_before_a_greater_one() -> None:
    before = {1: 7, 2: 7, 3: 7, 4: 8}
    found = named([{1, 2, 3, 4}], before, free=9, pinned={8})
    assert found == Named(dict.fromkeys((1, 2, 3, 4), 8), {7: 8})


def test_a_thread_without_claims_leads_nowhere() -> None:
    assert named([{1}], {1: 7, 2: 8}, free=9) == Named({1: 7}, {8: None})
