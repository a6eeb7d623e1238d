"""What claims mean, as an archive stores it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine, delete

from db.claims.view import open_view
from db.comparison.meanings import (
    count_uncompared,
    make_meanings,
    read_points,
    read_statements,
    store_meanings,
    vectors_of,
)
from db.connection.engine import writing
from db.query.line import parse_filter
from db.schema.threads import ClaimMeaning, TextVector
from tests.db.archives import Desk, count
from tests.db.comparison import threaded
from tests.db.comparison.threaded import said
from tests.db.conftest import Filled


@pytest.fixture
def dam(shared: Filled) -> Engine:
    return shared(threaded.dam)


def test_a_pronoun_that_is_resolved_is_read_as_the_name(desk: Desk) -> None:
    text = "Ann Lee said she thinks the bridge is safe.\n"
    outer = said(text, "Ann Lee", "she thinks the bridge is safe")
    inner = said(text, "Ann Lee", "the bridge is safe", source="she", parent=0)
    desk.prepare(text, outer, inner)
    desk.write("a.txt", text)
    desk.ingest()
    with desk.engine.connect() as connection:
        found = read_statements(connection, [1])
    assert [one.content for one in found.values()] == [
        "Ann Lee thinks the bridge is safe",
        "the bridge is safe",
    ]


def numbers(engine: Engine) -> list[int]:
    return list(open_view(engine, parse_filter("")).ids)


def test_what_was_compared_has_points_and_the_rest_is_counted(dam: Engine, library: Engine) -> None:
    with dam.connect() as connection:
        assert sorted(read_points(connection, numbers(dam)).ids.tolist()) == sorted(numbers(dam))
        assert count_uncompared(connection) == 0
    with library.connect() as connection:
        assert len(read_points(connection, numbers(library)).ids) == 0
        assert count_uncompared(connection) == len(numbers(library)) > 0


def test_what_is_stored_as_it_is_now_is_not_stored_again(copied: Filled) -> None:
    engine = copied(threaded.dam)
    gone, *_ = sorted(numbers(engine))
    with writing(engine) as connection:
        assert store_meanings(connection, [1, 2, 3, 4, 5]) == []
        connection.execute(delete(ClaimMeaning).where(ClaimMeaning.claim_id == gone))
        assert store_meanings(connection, [1, 2, 3, 4, 5]) == [gone]


def test_the_same_text_has_one_vector_and_one_that_nobody_has_goes(copied: Filled) -> None:
    engine = copied(threaded.dam)
    known = count(engine, TextVector)
    with writing(engine) as connection:
        said = [*read_statements(connection, [1]).values()]
        assert vectors_of(connection, said) == vectors_of(connection, said)
        assert len(vectors_of(connection, [replace(said[0], content="storks have left")])) == 2
    assert count(engine, TextVector) == known + 2
    told: list[tuple[int, int]] = []
    make_meanings(engine, lambda *done: told.append(done))
    assert told == [(5, 5)]
    assert count(engine, TextVector) == known
