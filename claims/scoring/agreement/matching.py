"""One-to-one matching of as many pairs as possible, the best pairs first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence


def largest_matching(edges: Sequence[tuple[int, int]]) -> dict[int, int]:
    """A largest one-to-one matching along the edges.

    Edges are taken greedily in the order given; then each left node that is still alone looks for
    a path of swaps that makes room for it.

    Args:
        edges: (left, right) pairs, best first.

    Returns:
        The right node of each matched left node.
    """
    neighbours: dict[int, list[int]] = defaultdict(list)
    right_of: dict[int, int] = {}
    left_of: dict[int, int] = {}
    for left, right in edges:
        neighbours[left].append(right)
        if left not in right_of and right not in left_of:
            right_of[left], left_of[right] = right, left
    for left in neighbours:
        if left not in right_of:
            _make_room(left, neighbours, right_of, left_of, set())
    return right_of


def _make_room(
    left: int,
    neighbours: dict[int, list[int]],
    right_of: dict[int, int],
    left_of: dict[int, int],
    tried: set[int],
) -> bool:
    for right in neighbours[left]:
        if right in tried:
            continue
        tried.add(right)
        holder = left_of.get(right)
        if holder is None or _make_room(holder, neighbours, right_of, left_of, tried):
            right_of[left], left_of[right] = right, left
            return True
    return False
