"""Pairs of which nothing can be told by what each claim is by itself are not looked at."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from claims.comparison.relations import may_differ, traits_of
from claims.comparison.relations.compared_claim import ComparedClaim
from claims.relation import Relation
from tests.claims.comparison.relations.dam import DAM, said, told

NEAR = 0.9

CLAIMS = [
    said("Ann Lee", DAM),
    said("Bo Ek", f"It is not true that {DAM}"),
    said("Bo Ek", DAM, "denied"),
    said("Ann Lee", "the dam has not flooded forty farms below the river Orr", day=4),
    said("Ann Lee", "the dam flooded 52 farms below the river Orr"),
    said("Ann Lee", "the dam flooded 40 farms below the river Orr", day=9),
    said("Ann Lee", "the dam may be closed below the river Orr"),
    said("Ann Lee", "the dam will be closed below the river Orr", day=9),
    said("Ann Lee", "the dam will open below the river Orr by May"),
    said("Ann Lee", "the dam will open below the river Orr by June", day=9),
    said("Ed Novak", "a bakery has opened beside the station"),
]


def may(one: ComparedClaim, other: ComparedClaim) -> bool:
    traits = traits_of([one, other])
    found = may_differ(traits, np.array([0]), np.array([1]))
    return any(bool(which) for [which] in found)


def test_whatever_denies_or_updates_another_may_do_so() -> None:
    differing = {Relation.DENIES, Relation.UPDATES}
    found = [
        (one, other)
        for one, other in combinations(CLAIMS, 2)
        if (tells := told(one, other, NEAR)) is not None and tells.relation in differing
    ]
    assert len(found) >= 5
    assert all(may(one, other) and may(other, one) for one, other in found)


def test_two_that_neither_deny_nor_count_nor_tell_how_sure_they_are_may_not() -> None:
    bakery, dam, denial = CLAIMS[10], CLAIMS[0], CLAIMS[2]
    assert not may(bakery, said("Ed Novak", "the bakery beside the station is open"))
    assert not may(bakery, said("Ann Lee", "the dam flooded 52 farms"))
    assert may(bakery, denial), "words in common are not looked at"
    assert not may(denial, said("Ann Lee", DAM, "asked whether")), "nothing is said to be so"
    assert may(dam, denial)


def test_without_claims_there_are_no_pairs() -> None:
    nothing = np.empty(0, dtype=np.intp)
    assert [which.tolist() for which in may_differ(traits_of([]), nothing, nothing)] == [[], [], []]
