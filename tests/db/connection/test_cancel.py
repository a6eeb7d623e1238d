"""Stopping what another thread waits for."""

from __future__ import annotations

from threading import Event, Thread

from sqlalchemy import Engine, text

from db.claims.view import open_view
from db.connection.cancel import Cancel, Cancelled
from db.connection.reading import reading
from db.query.model import ClaimQuery
from tests.db.library import rows


def endless(engine: Engine) -> str:
    """A statement that would run for hours."""
    if engine.dialect.name == "postgresql":
        return "SELECT count(*) FROM generate_series(1, 1000000000000)"
    return (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        "SELECT count(*) FROM n WHERE i < 0"
    )


def test_a_running_query_is_stopped_from_another_thread(archive: Engine) -> None:
    cancel, begun, outcomes = Cancel(), Event(), list[str]()

    def run() -> None:
        try:
            with reading(archive) as connection, cancel.watch(connection):
                begun.set()
                connection.execute(text(endless(archive)))
        except Cancelled:
            outcomes.append("cancelled")

    thread = Thread(target=run)
    thread.start()
    begun.wait()
    # Just begun, it may not run yet and then be missed: asked until it stops.
    while thread.is_alive():
        cancel.cancel()
        thread.join(0.01)

    assert outcomes == ["cancelled"]
    assert rows(archive) == []


def test_a_cancel_that_comes_late_harms_nobody(library: Engine) -> None:
    cancel = Cancel()
    view = open_view(library, ClaimQuery(), cancel)
    cancel.cancel()

    assert len(view.rows(0, 100)) == len(rows(library))
