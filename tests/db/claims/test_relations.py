"""A claim tells what others are to it."""

from __future__ import annotations

from claims.relation import RelationState
from db.analysis.relations import list_relations
from db.claims.model import ClaimRow
from db.claims.view import open_view
from db.comparison.relations.judgements import judge_relation
from db.export.records import record
from db.query.line import parse_filter
from tests.db.archives import Desk
from tests.db.comparison.related import SAID, bring


def test_a_claim_tells_who_denies_and_updates_it(desk: Desk) -> None:
    desk.compares = True
    for day, (who, what) in SAID.items():
        bring(desk, day, who, what)

    def row(day: int) -> ClaimRow:
        view = open_view(desk.engine, parse_filter(""))
        [found] = (one for one in view.rows(0, 9) if one.content == SAID[day][1])
        return found

    def told(day: int) -> dict[str, str]:
        return {one.content: one.in_words for one in row(day).relations}

    contents = {day: what for day, (_, what) in SAID.items()}
    assert told(1) == {contents[2]: "denied by", contents[3]: "updated by"}
    assert told(2) == {contents[1]: "denies", contents[3]: "denies"}
    assert told(4) == {}

    denial = next(one for one in row(1).relations if one.names == ("Tomas Brandt",))
    judge_relation(desk.engine, row(1).claim_id, denial.claim_id, RelationState.CONFIRMED, "anna")
    first = row(1).relations[0]
    assert (first.claim_id, first.state) == (denial.claim_id, RelationState.CONFIRMED)
    assert record(row(1))["relations"][0]["relation"] == "denied by"  # type: ignore[index, call-overload]

    for one in list_relations(desk.engine, parse_filter("")):
        judge_relation(
            desk.engine, one.left.claim_id, one.right.claim_id, RelationState.DISMISSED, "anna"
        )
    assert told(1) == {}
