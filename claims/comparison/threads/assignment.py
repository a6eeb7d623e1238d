"""Which thread a claim joins as it comes, before the next repair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
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


def assigned(
    new: Points, known: Points, thread_of: Mapping[int, int], apart: Iterable[tuple[int, int]] = ()
) -> list[Assigned]:
    """Where each of some new claims goes, in their order, each joining those before it.

    Args:
        new: The claims.
        known: Those that have a thread.
        thread_of: The thread of each of these.
        apart: Claims that are never in one thread.
    """
    foes: dict[int, set[int]] = defaultdict(set)
    for one, other in apart:
        foes[one].add(other)
        foes[other].add(one)
    threads = [_Thread(thread_of[claim]) for claim in known.ids.tolist()]
    went = dict(zip(known.ids.tolist(), threads, strict=True))
    indices: dict[_Thread, list[int]] = defaultdict(list)
    for at, thread in enumerate(threads):
        indices[thread].append(at)
    found = []
    for top in range(0, len(new), _ROWS):
        rows = new.take(slice(top, top + _ROWS))
        earlier = new.take(slice(0, top + _ROWS))
        likely = np.concatenate([likelihood(rows, known), likelihood(rows, earlier)], axis=1)
        for number, claim in enumerate(rows.ids.tolist()):
            barred = {went[foe] for foe in foes.get(claim, ()) if foe in went}
            best, mean = _best(likely[number, : len(threads)], threads, indices, barred)
            thread = best or _Thread(claim, begun=True)
            went[claim] = thread
            indices[thread].append(len(threads))
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
    likely: Floats,
    threads: Sequence[_Thread],
    indices: Mapping[_Thread, Sequence[int]],
    barred: Collection[_Thread],
) -> tuple[_Thread | None, float]:
    """The thread that a claim joins, of those that are not barred to it, and how likely it says the
    same as its members."""
    near = np.flatnonzero(likely >= LEAST)
    means = {
        thread: float(likely[indices[thread][:_MEMBERS]].mean())
        for thread in dict.fromkeys(threads[at] for at in near.tolist())
        if thread not in barred
    }
    best = max(means, key=means.__getitem__, default=None)
    if best is None or means[best] < LEAST - _SLACK:
        return None, 1.0
    return best, means[best]
