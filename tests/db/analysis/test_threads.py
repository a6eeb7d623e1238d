"""Threads, listed and each through time."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.analysis.threads import list_threads, read_thread
from db.query.grammar import QueryError
from db.query.line import parse_filter
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
