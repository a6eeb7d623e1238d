"""A matrix of threads and speakers tells who agrees and who denies."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from claims.relation import RelationState
from db.analysis.matrix import Matrix, Position, claims_of_cell, count_matrix
from db.analysis.relations import list_relations
from db.comparison.relations.judgements import judge_relation
from db.query.line import parse_filter
from tests.db.archives import Desk
from tests.db.comparison.related import bring
from tests.db.conftest import on_sqlite

FLOODED = "the dam at Velmora flooded 40 farms below the river Orr"
NOT_FLOODED = "the dam at Velmora has not flooded farms below the river Orr"
SAYING = {1: ("Lotte Brenner", FLOODED), 2: ("Tomas Brandt", NOT_FLOODED), 3: ("Ed Novak", FLOODED)}


@pytest.fixture
def orr(desk: Desk) -> Engine:
    desk.compares = True
    for day, (who, what) in SAYING.items():
        bring(desk, day, who, what)
    return desk.engine


def told(matrix: Matrix) -> dict[str, Position]:
    """Positions by the speaker, of whom each is a row or a column."""
    names = matrix.rows if matrix.of == "speaker" else matrix.columns
    at = 0 if matrix.of == "speaker" else 1
    return {names[places[at]].label: one for places, one in matrix.positions.items()}


EXPECTED = {
    "Lotte Brenner": Position(1, 0),
    "Ed Novak": Position(1, 0),
    "Tomas Brandt": Position(0, 1),
}


@on_sqlite
def test_who_only_denies_stands_beside_those_who_say_it(orr: Engine) -> None:
    found = count_matrix(orr, parse_filter(""), "speaker", of="thread")
    assert told(found) == EXPECTED
    assert [column.claims for column in found.columns] == [1, 1, 0]
    assert found.column_total == 3
    assert told(count_matrix(orr, parse_filter(""), "thread")) == EXPECTED
    without = count_matrix(orr, parse_filter(""), "speaker", of="thread", columns=2)
    assert told(without).keys() == {"Lotte Brenner", "Ed Novak"}
    assert without.column_total == 3
    assert count_matrix(orr, parse_filter(""), "article").positions == {}


def test_the_claims_behind_a_cell_are_those_that_deny_as_well(orr: Engine) -> None:
    found = count_matrix(orr, parse_filter(""), "speaker", of="thread")
    brandt = next(one.key for one in found.columns if one.label == "Tomas Brandt")
    rows = claims_of_cell(
        orr, parse_filter(""), "speaker", [found.rows[0].key], brandt, of="thread", most=9
    )
    assert [row.content for row in rows] == [NOT_FLOODED]
    assert [
        row.content
        for row in claims_of_cell(
            orr, parse_filter(""), "speaker", [found.rows[0].key], None, of="thread", most=9
        )
    ] == [FLOODED, FLOODED]


@on_sqlite
def test_what_was_dismissed_is_no_position(orr: Engine) -> None:
    for one in list_relations(orr, parse_filter("speaker:brandt")):
        judge_relation(orr, one.left.claim_id, one.right.claim_id, RelationState.DISMISSED, "anna")
    assert told(count_matrix(orr, parse_filter(""), "speaker", of="thread")).keys() == {
        "Lotte Brenner",
        "Ed Novak",
    }
