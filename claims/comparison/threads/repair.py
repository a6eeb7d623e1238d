"""Threads anew: which claims say the same, whatever order they came in.

Claims that are likely the same are joined as long as all of a thread are so on average (average
linkage), within the connected components of likely pairs. What people judged goes before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claims.comparison.threads.alike import Edges, likelihood, neighbours
from claims.comparison.threads.points import Points

LEAST: Final = 0.75
"""Mean likelihood from which two groups of claims are one thread: four in five of the pairs in one
that the encoder has not learned from are right then, at .7 seven in ten."""

LARGEST: Final = 2000
"""Claims of a component; what would make a greater one is cut at its weakest pairs."""

Pair = tuple[int, int]
Means = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Links:
    """What people judged of two claims, by their ids.

    Args:
        same: They are in one thread, unless claims judged different stand in the way; of those that
            exclude each other the first counts.
        different: They are never in one thread.
    """

    same: Sequence[Pair] = ()
    different: Collection[Pair] = ()


def repaired(points: Points, links: Links | None = None) -> list[frozenset[int]]:
    """All claims by thread, in order of their lowest ids.

    Args:
        points: The claims, in any order.
        links: What people judged; of claims that are not there, of no effect.
    """
    points = points.in_order()
    links = links or Links()
    index = {id_: at for at, id_ in enumerate(points.ids.tolist())}
    different = list(_placed(links.different, index))
    fixed = _fixed(_placed(links.same, index), different)
    edges = neighbours(points, LEAST)
    threads = []
    for component in components(len(points), edges, fixed):
        for group in _grouped(points, component, fixed, different):
            threads.append(frozenset(points.ids[group].tolist()))
    return sorted(threads, key=min)


def components(count: int, edges: Edges, fixed: Iterable[Sequence[int]]) -> list[list[int]]:
    """The indices 0 to ``count`` by component; the likeliest edges join first.

    Args:
        count: How many there are.
        edges: Between them.
        fixed: Places that are together in any case.
    """
    group = {at: [at] for at in range(count)}
    for first, *others in fixed:
        for other in others:
            _join(group, first, other)
    order = np.lexsort((edges.right, edges.left, -edges.likely))
    for left, right in zip(edges.left[order].tolist(), edges.right[order].tolist(), strict=True):
        if len(group[left]) + len(group[right]) <= LARGEST:
            _join(group, left, right)
    found = {id(members): members for members in group.values()}
    return sorted(sorted(members) for members in found.values())


def linked(means: Means, sizes: Sequence[int]) -> list[list[int]]:
    """Groups of items by average linkage: none left that are ``LEAST`` alike on average.

    By chains of nearest neighbours, which find the same groups as always joining the two nearest of
    all, since no join brings a third nearer than it was to one of the two.

    Args:
        means: How alike items are on average, from 0 to 1; minus infinity keeps two apart.
        sizes: How many claims each item is.
    """
    alike, weight = means.copy(), np.array(sizes, dtype=np.float64)
    np.fill_diagonal(alike, -np.inf)
    members = {at: [at] for at in range(len(sizes))}
    found: list[list[int]] = []
    chain: list[int] = []
    while members:
        top = chain[-1] if chain else next(iter(members))
        best = int(alike[top].argmax())
        if len(chain) > 1 and alike[top, chain[-2]] >= alike[top, best]:
            best = chain[-2]
        if alike[top, best] < LEAST:
            found.append(members.pop(top))
            alike[:, top] = -np.inf
            chain = chain[:-1]
        elif len(chain) > 1 and best == chain[-2]:
            keep, gone = sorted((top, best))
            both = weight[keep] + weight[gone]
            row = (alike[keep] * weight[keep] + alike[gone] * weight[gone]) / both
            row[keep] = row[gone] = -np.inf
            alike[keep], alike[:, keep], weight[keep] = row, row, both
            alike[gone], alike[:, gone] = -np.inf, -np.inf
            members[keep] += members.pop(gone)
            chain = chain[:-2]
        else:
            chain = [*(chain or [top]), best]
    return found


def _grouped(
    points: Points,
    component: Sequence[int],
    fixed: Sequence[Sequence[int]],
    different: Iterable[Pair],
) -> Iterator[list[int]]:
    """The threads of one component, as indices."""
    if len(component) == 1:
        yield list(component)
        return
    inside = {at: number for number, at in enumerate(component)}
    items = [list(group) for group in fixed if group[0] in inside]
    taken = {at for group in items for at in group}
    items += [[at] for at in component if at not in taken]
    here = points.take(np.array(component, dtype=np.intp))
    member = np.zeros((len(items), len(component)))
    for number, group in enumerate(items):
        member[number, [inside[at] for at in group]] = 1 / len(group)
    means = member @ likelihood(here, here).astype(np.float64) @ member.T
    item = {at: number for number, group in enumerate(items) for at in group}
    for left, right in different:
        if left in item and right in item:
            means[item[left], item[right]] = means[item[right], item[left]] = -np.inf
    for group in linked(means, [len(group) for group in items]):
        yield [at for number in group for at in items[number]]


def _fixed(same: Iterable[Pair], different: Iterable[Pair]) -> list[list[int]]:
    """Groups that people made of more than one claim, none with two that they judged different."""
    foes: dict[int, set[int]] = {}
    for left, right in different:
        foes.setdefault(left, set()).add(right)
        foes.setdefault(right, set()).add(left)
    group: dict[int, list[int]] = {}
    for left, right in same:
        one, other = (group.setdefault(at, [at]) for at in (left, right))
        if one is not other and not any(foes.get(at, set()) & set(other) for at in one):
            _join(group, left, right)
    found = {id(members): sorted(members) for members in group.values() if len(members) > 1}
    return sorted(found.values())


def _join(group: dict[int, list[int]], left: int, right: int) -> None:
    few, many = sorted((group[left], group[right]), key=len)
    if few is not many:
        many += few
        group.update(dict.fromkeys(few, many))


def _placed(pairs: Iterable[Pair], index: dict[int, int]) -> Iterator[Pair]:
    for left, right in pairs:
        if left in index and right in index and left != right:
            yield index[left], index[right]
