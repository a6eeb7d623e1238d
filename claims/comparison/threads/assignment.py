"""Which thread a claim joins as it comes, before the next repair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from claims.comparison.threads.alike import likelihood
from claims.comparison.threads.points import Floats, Points
from claims.comparison.threads.repair import LEAST

_SLACK: Final = 0.05
"""By so much a thread may be less like a claim than one of its members is."""

_MEMBERS: Final = 30
"""Members of a thread that a claim is compared with."""

_ROWS: Final = 64


class _Thread(NamedTuple):
    """A thread by its id, or one that is begun, by the claim that begins it."""

    id: int
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Assigned:
    """Where a claim goes.

    Args:
        claim: Its id.
        thread: The thread that it joins; None for one that is begun.
        first: The claim that begins that one, itself or another that came with it.
        likely: How likely it says the same as the members, on average; 1 if it begins a thread.
    """

    claim: int
    thread: int | None
    first: int | None
    likely: float


def assigned(new: Points, known: Points, thread_of: Mapping[int, int]) -> list[Assigned]:
    """Where each of some new claims goes, in their order, each joining those before it.

    Args:
        new: The claims.
        known: Those that have a thread.
        thread_of: The thread of each of these.
    """
    threads = [_Thread(thread_of[claim]) for claim in known.ids.tolist()]
    places: dict[_Thread, list[int]] = defaultdict(list)
    for at, thread in enumerate(threads):
        places[thread].append(at)
    found = []
    for top in range(0, len(new), _ROWS):
        rows = new.take(slice(top, top + _ROWS))
        earlier = new.take(slice(0, top + _ROWS))
        likely = np.concatenate([likelihood(rows, known), likelihood(rows, earlier)], axis=1)
        for number, claim in enumerate(rows.ids.tolist()):
            best, mean = _best(likely[number, : len(threads)], threads, places)
            thread = best or _Thread(claim, begun=True)
            places[thread].append(len(threads))
            threads.append(thread)
            found.append(
                Assigned(
                    claim,
                    None if thread.begun else thread.id,
                    thread.id if thread.begun else None,
                    mean,
                )
            )
    return found


def _best(
    likely: Floats, threads: Sequence[_Thread], places: Mapping[_Thread, Sequence[int]]
) -> tuple[_Thread | None, float]:
    """The thread that a claim joins, and how likely it says the same as its members."""
    near = np.flatnonzero(likely >= LEAST)
    means = {
        thread: float(likely[places[thread][:_MEMBERS]].mean())
        for thread in dict.fromkeys(threads[at] for at in near.tolist())
    }
    best = max(means, key=means.__getitem__, default=None)
    if best is None or means[best] < LEAST - _SLACK:
        return None, 1.0
    return best, means[best]
