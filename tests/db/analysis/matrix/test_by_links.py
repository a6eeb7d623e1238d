"""Counting rows and columns of any kind."""

from __future__ import annotations

from itertools import product

import pytest
from sqlalchemy import Engine

from db.analysis.matrix import (
    COLUMNS,
    ROWS,
    MatrixBy,
    MatrixOf,
    claims_of_cell,
    count_matrix,
)
from db.query.line import parse_filter
from tests.db.analysis.matrix.harbour import lines
from tests.db.conftest import on_sqlite

PAIRS = [(of, by) for of in ROWS for by in COLUMNS[of] if {of, by} & {"topic", "thread"}]


@on_sqlite
def test_rows_and_columns_are_cut_to_those_with_most_claims(harbour: Engine) -> None:
    query = parse_filter("speaker:lund")
    found = count_matrix(harbour, query, "article", of="topic", rows=1, columns=1)
    assert lines(found) == [("harbour tunnels", {found.columns[0].label: 2})]
    assert (found.row_total, found.column_total) == (2, 2)


@pytest.mark.parametrize(("of", "by"), PAIRS)
@pytest.mark.parametrize("line", ["", "speaker:lund", "article:dock", "tunnel"])
def test_every_number_is_that_of_the_claims_behind_it(
    harbour: Engine, line: str, of: MatrixOf, by: MatrixBy
) -> None:
    query = parse_filter(line)
    found = count_matrix(harbour, query, by, of=of)

    def behind(rows: list[str], column: str | None) -> int:
        return len(claims_of_cell(harbour, query, by, rows, column, of=of, most=99))

    keys = [row.key for row in found.rows]
    for row in found.rows:
        assert behind([row.key], None) == row.claims
    for (place, row), (at, column) in product(enumerate(found.rows), enumerate(found.columns)):
        assert behind([row.key], column.key) == found.cells.get((place, at), 0)
    assert [behind(keys, column.key) for column in found.columns] == [
        column.claims for column in found.columns
    ]
