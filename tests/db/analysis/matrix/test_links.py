"""What claims belong to."""

from __future__ import annotations

from sqlalchemy import Engine

from db.analysis.matrix import (
    count_matrix,
)
from db.query.line import parse_filter
from tests.db.analysis.matrix.harbour import lines


def test_speakers_by_topic(harbour: Engine) -> None:
    found = count_matrix(harbour, parse_filter("speaker:lund"), "topic")
    assert lines(found) == [("Ada Lund", {"harbour tunnels": 3, "dredgers": 1})]
    assert [column.claims for column in found.columns] == [3, 1]
    assert (found.row_total, found.column_total, found.most) == (1, 2, 3)


def test_topics_by_month(harbour: Engine) -> None:
    found = count_matrix(harbour, parse_filter("speaker:lund"), "month", of="topic")
    assert lines(found) == [("harbour tunnels", {"undated": 3}), ("dredgers", {"undated": 1})]
