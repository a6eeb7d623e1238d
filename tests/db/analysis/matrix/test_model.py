"""What a matrix holds."""

from __future__ import annotations

from sqlalchemy import Engine

from db.analysis.matrix import (
    count_matrix,
)
from db.query.line import parse_filter
from tests.db.comparison.topical import put
from tests.db.conftest import on_sqlite


@on_sqlite
def test_it_tells_what_stands_in_no_cell(own_harbour: Engine) -> None:
    put(own_harbour, "bell.txt", {"it rang twice": (), "it rang once": ()})
    found = count_matrix(own_harbour, parse_filter("speaker:lund"), "topic")
    assert found.without == {"topic": 2}
    assert (found.rows[0].claims, sum(one.claims for one in found.columns)) == (6, 4)
    assert count_matrix(own_harbour, parse_filter("article:dock"), "topic").without == {}
