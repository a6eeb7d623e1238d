"""Ids of threads: groups found anew keep the ids of those that they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """Threads with their ids.

    Args:
        thread_of: The thread of each claim.
        merged: Where the claims of each thread that is no more went, most of them; None for one
            whose claims are gone.
    """

    thread_of: dict[int, int]
    merged: dict[int, int | None]


def named(
    groups: Sequence[Collection[int]],
    before: Mapping[int, int],
    free: int,
    pinned: Collection[int] = (),
) -> Named:
    """Groups with the ids of the threads that they share most claims with, one to one.

    Args:
        groups: Claims by thread; each claim in one.
        before: The thread of each claim until now.
        free: An id that, like all above it, no thread ever had.
        pinned: Threads that a person labelled: they choose before others, and stay where any of
            their claims do and no other such thread has more of them.
    """
    ordered = sorted(groups, key=min)
    shared = Counter(
        (before[claim], number)
        for number, group in enumerate(ordered)
        for claim in group
        if claim in before
    )
    ids: dict[int, int] = {}
    went: dict[int, int] = {}
    order = sorted(shared, key=lambda pair: (pair[0] not in pinned, -shared[pair], pair))
    for old, number in order:
        if old not in went and number not in ids:
            went[old], ids[number] = number, old
    for number in range(len(ordered)):
        if number not in ids:
            ids[number] = free
            free += 1
    most: dict[int, int] = {}
    for old, number in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        most.setdefault(old, number)
    return Named(
        {claim: ids[number] for number, group in enumerate(ordered) for claim in group},
        {
            old: ids[most[old]] if old in most else None
            for old in sorted(set(before.values()) - went.keys())
        },
    )
