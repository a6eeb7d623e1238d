"""Relations are stored with what people judged of them."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, delete, select

from claims.relation import Relation, RelationState
from db.analysis.relations import list_relations
from db.comparison.relations.judgements import judge_relation
from db.comparison.relations.rows import Suggestion, write_relations
from db.query.line import parse_filter
from db.schema import core as schema
from db.schema.comparison.relations import ClaimRelation
from tests.db.archives import Desk
from tests.db.comparison.threaded import ARTICLES, article


@pytest.fixture
def pair(desk: Desk) -> tuple[Engine, Suggestion, list[str]]:
    """An archive with two claims of which one was confirmed to update the other."""
    text, *claims = article(ARTICLES[0])
    desk.prepare(text, *claims)
    desk.write("1.txt", text)
    desk.ingest()
    claim = schema.Claim
    with desk.engine.begin() as connection:
        rows = connection.execute(select(claim.id, claim.public_id).order_by(claim.id)).all()
        told = Suggestion(rows[0].id, rows[1].id, Relation.UPDATES, 0.7, ("40", "52"))
        assert write_relations(connection, [told]) == 1
    ids = [row.public_id for row in rows]
    judge_relation(desk.engine, ids[0], ids[1], RelationState.CONFIRMED, "anna")
    return desk.engine, told, ids


@pytest.mark.parametrize(
    ("turned", "kind", "left"),
    [(False, Relation.UPDATES, 0), (True, Relation.UPDATES, 1), (True, Relation.DENIES, 0)],
)
def test_what_was_confirmed_stays_and_turns_with_what_is_found(
    pair: tuple[Engine, Suggestion, list[str]], turned: bool, kind: Relation, left: int
) -> None:
    engine, told, ids = pair
    one, other = (told.right, told.left) if turned else (told.left, told.right)
    with engine.begin() as connection:
        connection.execute(delete(ClaimRelation))
        found = [Suggestion(one, other, kind, 0.6, ("52", "40"))]
        assert write_relations(connection, found, ids[:1]) == 1
    [row] = list_relations(engine, parse_filter(""))
    assert (row.relation, row.state) == (Relation.UPDATES, RelationState.CONFIRMED)
    assert row.left.claim_id == ids[left]
    assert row.evidence == (("52", "40") if kind is Relation.UPDATES else ("40", "52"))
