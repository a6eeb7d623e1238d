"""A claim tells what others are to it."""

from __future__ import annotations

from datetime import date

from claims.article import DatedFact
from claims.partial_date import Precision
from claims.relation import Relation, RelationState
from db.analysis.relations import list_relations
from db.articles.actions import set_known
from db.claims.model import ClaimRow
from db.claims.view import open_view
from db.comparison.relations.judgements import judge_relation
from db.export.records import record
from db.query.line import parse_filter
from db.schema.choices import ArticleField
from tests.db.archives import Desk
from tests.db.comparison.related import SAID, bring
from tests.db.conftest import on_sqlite


@on_sqlite
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


@on_sqlite
def test_which_of_two_claims_was_first_is_not_told_where_an_article_has_no_date(
    desk: Desk,
) -> None:
    desk.compares = True
    for day, (who, what) in SAID.items():
        bring(desk, day, who, what, dated=day != 3)

    def related() -> dict[str, str]:
        rows = open_view(desk.engine, parse_filter("speaker:brenner")).rows(0, 9)
        return {
            f"{row.content[27:29]} {one.in_words}": one.content
            for row in rows
            for one in row.relations
        }

    contents = {day: what for day, (_, what) in SAID.items()}
    assert related() == {
        "40 denied by": contents[2],
        "40 differs from": contents[3],
        "52 denied by": contents[2],
        "52 differs from": contents[1],
    }
    listed = list_relations(desk.engine, parse_filter(""))
    assert {(one.relation, one.ordered) for one in listed} == {
        (Relation.UPDATES, False),
        (Relation.DENIES, False),
        (Relation.DENIES, True),
    }

    [undated] = open_view(desk.engine, parse_filter('"52 farms"')).rows(0, 9)
    dated = DatedFact(date(2023, 5, 3), Precision.DAY)
    set_known(desk.engine, {undated.article_id: {ArticleField.PUBLISHED: dated}}, "anna")
    assert {"40 updated by", "52 updates"} < related().keys()
