"""The ids of all claims that a statement finds."""

from __future__ import annotations

from threading import Event, Thread
from typing import Any, Final

import pytest
from sqlalchemy import Engine, Select, false, func, select, update

from db.connection.cancel import Cancel, Cancelled
from db.connection.engine import limit_reading
from db.connection.errors import ArchiveError
from db.connection.reading import reading
from db.schema.core import Claim
from db.sql import ids
from db.sql.ids import ids_of

ALL: Final = select(Claim.id).order_by(Claim.content, Claim.id)

of_a_server: Final = pytest.mark.parametrize("backend", ["postgresql"], indirect=True)


def many(count: int = 1_000_000_000) -> Select[Any]:
    """As many numbers as asked for, of which a server sends the first before it has the last."""
    return select(func.generate_series(1, count).label("id"))


def read(engine: Engine, statement: Select[Any]) -> list[int]:
    """The ids of a statement on a connection of its own."""
    with reading(engine) as connection:
        return list(ids_of(connection, statement))


def test_ids_come_in_order_however_many_batches_they_are(
    library: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with reading(library) as connection:
        one_by_one = list(connection.scalars(ALL))
        for batch in (1, 4, len(one_by_one), 1_000):
            monkeypatch.setattr(ids, "_BATCH", batch)
            assert list(ids_of(connection, ALL)) == one_by_one
        assert list(ids_of(connection, ALL.where(false()))) == []


@of_a_server
def test_ids_of_many_chunks_come_in_order(archive: Engine) -> None:
    assert read(archive, many(45_001)) == list(range(1, 45_002))


def test_four_bytes_hold_an_id(library: Engine) -> None:
    with reading(library) as connection:
        assert ids_of(connection, ALL).itemsize == 4


def test_eight_bytes_hold_an_id_where_there_are_ids_that_large(library_file: Engine) -> None:
    with reading(library_file) as connection:
        # What refers to it does not follow: this is never committed.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        last = select(func.max(Claim.id)).scalar_subquery()
        connection.execute(update(Claim).where(Claim.id == last).values(id=2**40))

        found = ids_of(connection, ALL)

    assert found.itemsize == 8
    assert 2**40 in found


def test_reading_ends_where_it_was_cancelled_and_harms_nobody(library: Engine) -> None:
    cancel = Cancel()
    cancel.cancel()

    with reading(library) as connection:
        with pytest.raises(Cancelled):
            ids_of(connection, ALL, cancel)
        connection.rollback()
        assert ids_of(connection, ALL)


@of_a_server
def test_what_a_server_was_yet_to_send_is_let_go_of(archive: Engine) -> None:
    cancel = Cancel()
    cancel.cancel()

    with reading(archive) as connection:
        with pytest.raises(Cancelled):
            ids_of(connection, many(), cancel)
        connection.rollback()
        assert list(ids_of(connection, many(3))) == [1, 2, 3]


@of_a_server
def test_a_server_that_sends_is_stopped_from_another_thread(archive: Engine) -> None:
    cancel, begun, outcomes = Cancel(), Event(), list[str]()

    def run() -> None:
        try:
            with reading(archive) as connection, cancel.watch(connection):
                begun.set()
                ids_of(connection, many())
        except Cancelled:
            outcomes.append("cancelled")

    thread = Thread(target=run)
    thread.start()
    begun.wait()
    # Just begun, it may not send yet and then be missed: asked until it stops.
    while thread.is_alive():
        cancel.cancel()
        thread.join(0.01)

    assert outcomes == ["cancelled"]
    assert read(archive, many(3)) == [1, 2, 3]


@of_a_server
def test_a_server_that_ends_it_midway_is_told_of_in_one_line(archive: Engine) -> None:
    limit_reading(archive, 0.1)

    with pytest.raises(ArchiveError, match="told to end what takes so long"):
        read(archive, many())
    assert read(archive, many(3)) == [1, 2, 3]
