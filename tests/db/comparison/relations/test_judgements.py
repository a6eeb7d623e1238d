"""What people judge of relations."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from claims.relation import Relation, RelationState
from db.comparison.rebuild import rebuild
from db.comparison.relations.judgements import judge_relation, undo_judgement
from db.query.grammar import QueryError
from tests.db.comparison import related
from tests.db.comparison.related import FOUND, in_words, listed
from tests.db.conftest import Filled, on_sqlite


@pytest.fixture
def orr(copied: Filled) -> Engine:
    return copied(related.orr)


@on_sqlite
def test_what_is_judged_stays_so(orr: Engine) -> None:
    [update] = listed(orr, "", Relation.UPDATES)
    left, right = update.left.claim_id, update.right.claim_id
    # Which is which makes no difference.
    done = judge_relation(orr, right, left, RelationState.CONFIRMED, "anna")
    assert done.what == f"confirmed: {right} updates {left}"
    denial = listed(orr, "", Relation.DENIES)[0]
    judge_relation(
        orr, denial.left.claim_id, denial.right.claim_id, RelationState.DISMISSED, "anna"
    )
    assert rebuild(orr).relations == 2
    assert in_words(orr, RelationState.CONFIRMED) == {("3", "updates", "1")}
    assert len(in_words(orr, RelationState.DISMISSED)) == 1
    assert listed(orr)[0].state is RelationState.CONFIRMED
    assert len(listed(orr)) == 2


def test_a_judgement_can_be_taken_back_and_given_anew(orr: Engine) -> None:
    [update] = listed(orr, "", Relation.UPDATES)
    ids = update.left.claim_id, update.right.claim_id
    first = judge_relation(orr, *ids, RelationState.CONFIRMED, "anna")
    second = judge_relation(orr, *ids, RelationState.DISMISSED, "ben")
    with pytest.raises(QueryError, match=f"no judgement {first.number} to undo"):
        undo_judgement(orr, first.number, "anna")
    with pytest.raises(QueryError, match="no judgement of yours to undo"):
        undo_judgement(orr, None, "anna")
    assert undo_judgement(orr, None, "ben").number == second.number
    assert in_words(orr, RelationState.SUGGESTED) == FOUND
    with pytest.raises(QueryError, match="no judgement of yours to undo"):
        undo_judgement(orr, None, "ben")


def test_only_what_is_suggested_can_be_judged(orr: Engine) -> None:
    [update] = listed(orr, "", Relation.UPDATES)
    ident = update.left.claim_id
    with pytest.raises(QueryError, match="no relation of"):
        judge_relation(orr, ident, "c0000000000000000", RelationState.CONFIRMED, "anna")
    with pytest.raises(QueryError, match="has no name"):
        judge_relation(orr, ident, ident, RelationState.CONFIRMED, " ")
