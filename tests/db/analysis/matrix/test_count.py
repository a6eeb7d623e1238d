"""Counting by row and column."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.analysis.matrix import claims_of_cell, count_matrix
from db.connection.cancel import Cancel, Cancelled
from db.query.model import ClaimQuery


def test_only_so_many_are_listed_and_it_is_told_how_many_there_are(library: Engine) -> None:
    found = count_matrix(library, ClaimQuery(), "article", rows=2, columns=1)

    assert [one.label for one in found.rows] == ["Ilse Brandt", "Tom Achterberg"]
    assert len(found.columns) == 1
    assert (found.row_total, found.column_total) == (6, 4)


def test_of_many_months_the_latest_are_listed(library: Engine) -> None:
    found = count_matrix(library, ClaimQuery(), "month", columns=2)

    assert [column.label for column in found.columns] == ["2023-06", "2024"]
    assert found.column_total == 4


def test_a_count_that_was_cancelled_before_does_not_begin(library: Engine) -> None:
    cancel = Cancel()
    cancel.cancel()

    with pytest.raises(Cancelled):
        count_matrix(library, ClaimQuery(), "month", cancel=cancel)
    with pytest.raises(Cancelled):
        claims_of_cell(library, ClaimQuery(), "month", [], None, most=1, cancel=cancel)
