"""What the threads of claims have."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.claims.threads import fetch_threads
from db.claims.view import open_view
from db.query.line import parse_filter
from tests.db.comparison import threaded
from tests.db.comparison.threaded import open_thread
from tests.db.conftest import Filled


@pytest.fixture
def dam(shared: Filled) -> Engine:
    return shared(threaded.dam)


def test_a_row_knows_where_else_it_is_said(dam: Engine) -> None:
    found = open_thread(dam, "the dam will hold through the winter")
    for one in found.claims:
        assert one.row.thread is not None
        assert one.row.thread.id == found.row.thread
        assert (one.row.thread.articles, one.row.thread.stories) == (3, 3)
        assert one.row.thread.first_said.as_known == "2023-05-01"


def test_of_what_was_never_compared_nothing_is_told(library: Engine, dam: Engine) -> None:
    def told(engine: Engine) -> dict[int, int]:
        ids = list(open_view(engine, parse_filter("")).ids)
        with engine.connect() as connection:
            return {n: one.articles for n, one in fetch_threads(connection, ids).items()}

    assert told(library) == {}
    assert sorted(told(dam).values()) == [1, 1, 1, 1, 2, 2, 3, 3, 3]
