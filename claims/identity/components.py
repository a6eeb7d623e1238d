"""Who is one: connected components of judgements, in which no two judged different ever meet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from claims.identity.verdict import Verdict


class Judged(NamedTuple):
    """A judgement of two entities; ``human`` ones go before those of the program."""

    left: int
    right: int
    verdict: Verdict
    score: float
    human: bool


def components(nodes: Iterable[int], judged: Iterable[Judged]) -> list[frozenset[int]]:
    """The groups of nodes that are one, each node in one of them, ordered by lowest member.

    ``SAME`` joins two groups unless ``DIFFERENT`` stands between any two of their members; people's
    judgements come first, then the program's, the surest first.
    """
    group = {node: {node} for node in nodes}
    foes: dict[int, set[int]] = {}
    joining = []
    for each in judged:
        if each.left not in group or each.right not in group:
            continue
        if each.verdict is Verdict.DIFFERENT:
            foes.setdefault(each.left, set()).add(each.right)
            foes.setdefault(each.right, set()).add(each.left)
        elif each.verdict is Verdict.SAME:
            joining.append(each)
    for each in sorted(joining, key=lambda j: (not j.human, -j.score, j.left, j.right)):
        one, other = group[each.left], group[each.right]
        if one is other or any(foes.get(node, set()) & other for node in one):
            continue
        few, many = sorted((one, other), key=len)
        many |= few
        for node in few:
            group[node] = many
    found = {id(members): frozenset(members) for members in group.values()}
    return sorted(found.values(), key=min)
