"""Relations in words, from either side."""

from __future__ import annotations

from claims.relation import Relation


def test_each_relation_is_told_from_either_side() -> None:
    assert Relation.DENIES.in_words(does=True) == "denies"
    assert Relation.DENIES.in_words(does=False) == "denied by"
    for one in Relation:
        symmetric = one is Relation.AGREES
        assert (one.in_words(does=True) == one.in_words(does=False)) == symmetric
