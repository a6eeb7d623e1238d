"""The claims that a cell counts."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.analysis.matrix import MatrixBy, claims_of_cell, count_matrix
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from tests.db.analysis.matrix.drawn import LINES
from tests.db.conftest import on_sqlite
from tests.db.lookalikes import fill


@pytest.mark.parametrize("by", ["article", "month"])
@pytest.mark.parametrize("line", LINES)
def test_every_number_is_that_of_the_claims_behind_it(
    library: Engine, line: str, by: MatrixBy
) -> None:
    query = parse_filter(line)
    found = count_matrix(library, query, by)
    keys = [one.key for one in found.rows]

    def behind(speakers: list[str], column: str | None) -> int:
        return len(claims_of_cell(library, query, by, speakers, column, most=99))

    for row, one in enumerate(found.rows):
        assert behind([one.key], None) == one.claims
        for place, column in enumerate(found.columns):
            assert behind([one.key], column.key) == found.cells.get((row, place), 0)
    assert [behind(keys, column.key) for column in found.columns] == [
        column.claims for column in found.columns
    ]


@on_sqlite
@pytest.mark.parametrize("by", ["article", "month"])
def test_each_number_is_that_of_the_claims_behind_it_where_one_speaks_under_two_names(
    archive: Engine, by: MatrixBy
) -> None:
    fill(archive)
    matrix = count_matrix(archive, ClaimQuery(), by)

    for place, one in enumerate(matrix.rows):
        behind = claims_of_cell(archive, ClaimQuery(), by, [one.key], None, most=99)
        assert len(behind) == one.claims
        for at, column in enumerate(matrix.columns):
            behind = claims_of_cell(archive, ClaimQuery(), by, [one.key], column.key, most=99)
            assert len(behind) == matrix.cells.get((place, at), 0)
    everyone = [one.key for one in matrix.rows]
    for column in matrix.columns:
        behind = claims_of_cell(archive, ClaimQuery(), by, everyone, column.key, most=99)
        assert len(behind) == column.claims
