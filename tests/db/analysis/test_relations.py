"""Relations between claims, listed."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from claims.relation import Relation, RelationState
from db.analysis.relations import list_relations
from db.query.line import parse_filter
from tests.db.comparison import related
from tests.db.comparison.related import FOUND, in_words, listed
from tests.db.conftest import Filled


@pytest.fixture
def orr(shared: Filled) -> Engine:
    return shared(related.orr)


def test_filters_find_relations_by_either_claim(orr: Engine) -> None:
    assert len(listed(orr, "speaker:brandt")) == 2
    assert len(listed(orr, "speaker:brenner")) == 3
    assert listed(orr, "speaker:novak") == []
    assert len(list_relations(orr, parse_filter("limit:1"))) == 1


def test_only_the_kinds_and_states_that_are_asked_for_are_listed(orr: Engine) -> None:
    [update] = listed(orr, "", Relation.UPDATES)
    assert (update.evidence, update.state) == (("40", "52"), RelationState.SUGGESTED)
    assert (update.left.published.as_known, update.right.published.as_known) == (
        "2023-05-01",
        "2023-05-03",
    )
    assert {one.relation for one in listed(orr, "", Relation.DENIES)} == {Relation.DENIES}
    assert in_words(orr) == FOUND
    assert in_words(orr, RelationState.CONFIRMED) == set()
