"""Comparing anew: it finds the same, and stopped halfway changes nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.analysis.threads import list_threads
from db.comparison.rebuild import rebuild
from db.query.line import parse_filter
from db.schema.comparison.threads import TextVector
from tests.db.archives import count
from tests.db.comparison import threaded, told_again
from tests.db.comparison.told_again import everything
from tests.db.conftest import Filled, on_sqlite


@pytest.fixture
def shelf(copied: Filled) -> Engine:
    return copied(told_again.shelf)


@on_sqlite
def test_comparing_anew_finds_the_same(shelf: Engine) -> None:
    before = everything(shelf)
    done: list[tuple[int, int]] = []
    rebuild(shelf, lambda *told: done.append(told))
    assert done == [(4, 12), *((n, 12) for n in range(5, 13))]
    assert everything(shelf) == before


def test_comparing_anew_and_stopped_halfway_changes_nothing(shelf: Engine) -> None:
    before = everything(shelf)

    def stop(done: int, total: int) -> None:
        if done == 6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(shelf, stop)
    assert everything(shelf) == before


@pytest.fixture
def dam(copied: Filled) -> Engine:
    return copied(threaded.dam)


@on_sqlite
def test_comparing_anew_keeps_ids_and_vectors(dam: Engine) -> None:
    before = list_threads(dam, parse_filter(""), everything=True)
    vectors = count(dam, TextVector)
    found = rebuild(dam)
    assert found.threads == 2
    assert list_threads(dam, parse_filter(""), everything=True) == before
    assert count(dam, TextVector) == vectors
