"""What claims mean, as an archive stores it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Lock

import numpy as np
import pytest
from sqlalchemy import Engine, delete, select

from claims.comparison.meaning import vectors
from claims.comparison.meaning.encoder import Encoder
from claims.comparison.meaning.statement import Text
from claims.comparison.meaning.storage import WIDTH, Vectors
from db.analysis.summary import list_articles
from db.archive import open_archive
from db.claims.view import open_view
from db.comparison.meanings import (
    make_meanings,
    read_points,
    read_statements,
    store_meanings,
    vectors_of,
)
from db.comparison.threads.counts import count_uncompared
from db.connection.engine import writing
from db.ingest.reextract import reextract
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from db.schema.comparison.threads import ClaimMeaning, TextVector
from tests.db.archives import Desk, count
from tests.db.comparison import threaded
from tests.db.comparison.threaded import said
from tests.db.conftest import Filled, on_sqlite


@pytest.fixture
def dam(shared: Filled) -> Engine:
    return shared(threaded.dam)


@on_sqlite
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
        said = read_statements(connection, [1, 2, 3, 4, 5])
        assert store_meanings(connection, said) == []
        connection.execute(delete(ClaimMeaning).where(ClaimMeaning.claim_id == gone))
        assert store_meanings(connection, said) == [gone]


def test_the_same_text_has_one_vector_and_one_that_nobody_has_goes(copied: Filled) -> None:
    engine = copied(threaded.dam)
    known = count(engine, TextVector)
    with writing(engine) as connection:
        said = [*read_statements(connection, [1]).values()]
        assert vectors_of(connection, said) == vectors_of(connection, said)
        assert len(vectors_of(connection, [replace(said[0], content="storks have left")])) == 1
    assert count(engine, TextVector) == known + 2
    told: list[tuple[int, int]] = []
    make_meanings(engine, lambda *done: told.append(done))
    assert told == [(5, 5)]
    assert count(engine, TextVector) == known


class Meanwhile(Encoder):
    """Has another program write to an archive whenever a vector is made."""

    def __init__(self, file: Path) -> None:
        super().__init__(threads=1)
        self._file = file
        self._one = Lock()
        self.asked = 0

    def encode(self, texts: Sequence[Text]) -> Vectors:
        # One at a time: several threads make vectors, and would be in each other's way.
        with self._one, closing(sqlite3.connect(self._file, timeout=0)) as other:
            other.execute("BEGIN IMMEDIATE")
            self.asked += 1
        return np.ones((len(texts), 2, WIDTH), dtype=np.float32)


def test_nobody_waits_to_write_while_vectors_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile = Meanwhile(tmp_path / "claims.db")
    monkeypatch.setattr(vectors, "_encoder", lambda: meanwhile)
    monkeypatch.setattr(vectors, "_both", vectors._both.__wrapped__)
    engine = open_archive(str(tmp_path / "claims.db"))
    desk = Desk(engine, tmp_path / "in", compares=True)
    text, *claims = threaded.article(1)
    desk.prepare(text, *claims)
    desk.write("1.txt", text)

    def again() -> int:
        rows = list_articles(engine, ClaimQuery())
        return reextract(engine, rows, lambda: desk.extractor, everything=True).reextracted

    assert desk.ingest().stored == 1
    stored = meanwhile.asked
    _forget(engine)
    make_meanings(engine, lambda done, total: None)
    rebuilt = meanwhile.asked
    _forget(engine)
    assert again() == 1
    assert 0 < stored < rebuilt < meanwhile.asked


def _forget(engine: Engine) -> None:
    """Take the vectors of all claims out."""
    with writing(engine) as connection:
        connection.execute(delete(ClaimMeaning))
        connection.execute(delete(TextVector))


def test_vectors_that_are_made_already_are_stored_as_they_are(copied: Filled) -> None:
    engine = copied(threaded.dam)
    _forget(engine)
    with writing(engine) as connection:
        said = read_statements(connection, [1])
        made = {one.text: (b"made", b"also made") for one in said.values()}
        store_meanings(connection, said, made)
        assert set(connection.scalars(select(TextVector.vector))) == {b"made", b"also made"}
