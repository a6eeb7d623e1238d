"""Relations in words, from either side."""

from __future__ import annotations

from claims.relation import Relation


def test_each_relation_is_told_from_either_side() -> None:
    assert Relation.DENIES.in_words(does=True) == "denies"
    assert Relation.DENIES.in_words(does=False) == "denied by"
    for one in Relation:
        symmetric = one is Relation.AGREES
        assert (one.in_words(does=True) == one.in_words(does=False)) == symmetric


def test_what_one_of_both_does_only_later_is_told_of_neither_where_their_order_is_not_known() -> (
    None
):
    for one, words in ((Relation.REPEATS, "same as"), (Relation.UPDATES, "differs from")):
        told = {one.in_words(does=does, ordered=False) for does in (True, False)}
        assert told == {words}
    assert Relation.DENIES.in_words(does=False, ordered=False) == "denied by"


def test_a_sentence_of_two_claims_has_a_verb() -> None:
    assert Relation.REPEATS.in_sentence(ordered=True) == "repeats"
    assert Relation.REPEATS.in_sentence(ordered=False) == "is the same as"
    assert Relation.UPDATES.in_sentence(ordered=False) == "differs from"
