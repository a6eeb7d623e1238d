"""Claims of an export, read page by page."""

from __future__ import annotations

import csv
import io
from array import array

import pytest
from sqlalchemy import Engine

from db.claims.view import open_view
from db.connection.cancel import Cancel, Cancelled
from db.connection.reading import reading
from db.export import export
from db.export.pages import Pages
from db.query.model import ClaimQuery
from db.review.actions import reject
from tests.db.library import stock


def test_pages_and_progress(library: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.export.pages.CHUNK", 4)
    told: list[tuple[int, int]] = []
    out = io.StringIO(newline="")

    written = export(library, out, "csv", progress=lambda done, of: told.append((done, of)))

    assert written == (10, 0)
    assert told == [(4, 10), (8, 10), (10, 10)]
    assert len(list(csv.reader(io.StringIO(out.getvalue(), newline="")))) == 11


def test_rejected_claims_come_only_where_they_are_wanted(sqlite_archive: Engine) -> None:
    stock(sqlite_archive)
    ids = array("q", open_view(sqlite_archive, ClaimQuery()).ids)
    reject(sqlite_archive, [ids[0]], "ines")
    with reading(sqlite_archive) as connection:
        every = Pages(connection, ids, None, Cancel(), rejected=True)
        kept = Pages(connection, ids, None, Cancel(), rejected=False)
        assert [row.id for row, _ in every] == [*ids]
        assert [row.id for row, _ in kept] == [row.id for row in kept.rows()] == [*ids[1:]]
        assert (len(kept), kept.written) == (len(ids), len(ids) - 1)


def test_what_is_cancelled_stops_before_the_next_page(library: Engine) -> None:
    cancel = Cancel()
    with reading(library) as connection:
        pages = Pages(connection, array("q", [1, 2]), None, cancel, rejected=True)
        cancel.cancel()
        with pytest.raises(Cancelled):
            next(pages.rows())
