"""Threads, listed and each through time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Engine, update

from db.analysis.threads import THREAD_ORDERS, ThreadRow, list_threads, read_thread
from db.connection.engine import writing
from db.query.grammar import QueryError
from db.query.line import parse_filter
from db.schema.comparison.threads import Thread
from tests.db.comparison import threaded
from tests.db.comparison.threaded import contents, open_thread, threads
from tests.db.conftest import Filled


@pytest.fixture
def dam(shared: Filled) -> Engine:
    return shared(threaded.dam)


def test_what_says_the_same_is_one_thread(dam: Engine) -> None:
    assert contents(dam) == threads()
    first, *_ = list_threads(dam, parse_filter(""))
    assert (first.claims, first.articles, first.stories) == (3, 3, 3)
    assert [speaker.label for speaker in first.speakers or ()] == ["Lotte Brenner", "Tomas Brandt"]
    assert (first.first.as_known, first.last.as_known) == ("2023-05-01", "2023-05-03")
    assert not first.labelled
    assert "dam" in first.label


def test_a_thread_has_its_claims_in_order_of_time(dam: Engine) -> None:
    found = open_thread(dam, "the dam will hold through the winter")
    assert [one.row.published.as_known[-2:] for one in found.claims] == ["01", "02", "03"]
    assert all(one.same is not None and 0.7 < one.same <= 1 for one in found.claims)
    assert [one.copy for one in found.claims] == [False] * 3
    narrowed = open_thread(dam, "the dam will hold", "speaker:brandt")
    assert [one.row.names for one in narrowed.claims] == [("Tomas Brandt",)]
    assert narrowed.row == found.row


def test_only_threads_with_what_is_found_are_listed(dam: Engine) -> None:
    (only,) = list_threads(dam, parse_filter("speaker:novak"))
    assert only.claims == 2
    everything = list_threads(dam, parse_filter("speaker:novak"), everything=True)
    assert [row.claims for row in everything] == [2, 1]


def test_an_id_that_leads_nowhere_is_told(dam: Engine) -> None:
    for ident in ("t0123456789abcdef", "c0123456789abcdef", "the dam"):
        with pytest.raises(QueryError, match=ident):
            read_thread(dam, ident)


def test_the_first_of_an_order_are_those_of_all_in_it(dam: Engine) -> None:
    every = parse_filter("")
    rows = list_threads(dam, every, everything=True)
    values: dict[str, Callable[[ThreadRow], object]] = {
        "claims": lambda row: row.claims,
        "articles": lambda row: row.articles,
        "stories": lambda row: row.stories,
        "first": lambda row: row.first.value,
        "last": lambda row: row.last.value,
    }
    assert set(values) == set(THREAD_ORDERS)
    for order, value in values.items():
        for descending in (True, False):
            whole = list_threads(dam, every, everything=True, order=order, descending=descending)
            ranked = [value(row) for row in whole]
            assert ranked == sorted(map(value, rows), reverse=descending)  # type: ignore[type-var]
            few = list_threads(
                dam, every, everything=True, order=order, descending=descending, limit=2
            )
            assert few == whole[:2]


def test_threads_without_a_date_come_last_by_it(copied: Filled) -> None:
    engine = copied(threaded.dam)
    with writing(engine) as connection:
        connection.execute(update(Thread).where(Thread.claims == 3).values(first_said=None))
    for descending in (True, False):
        *_, last = list_threads(
            engine, parse_filter(""), everything=True, order="first", descending=descending
        )
        assert last.claims == 3
