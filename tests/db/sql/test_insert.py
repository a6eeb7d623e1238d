"""Inserting rows: only new ones, or none at all."""

from __future__ import annotations

from sqlalchemy import Engine, insert

from db.connection.engine import writing
from db.schema.core import Outlet
from db.sql.insert import add, insert_new
from tests.db.archives import count


def test_rows_that_are_there_already_are_passed_over(archive: Engine) -> None:
    rows = [{"name": "Herald", "name_key": "herald"}, {"name": "Ledger", "name_key": "ledger"}]
    with writing(archive) as connection:
        connection.execute(insert_new(connection, Outlet), rows[:1])
        connection.execute(insert_new(connection, Outlet), rows)
    assert count(archive, Outlet) == 2


def test_no_rows_are_none(archive: Engine) -> None:
    with writing(archive) as connection:
        add(connection, insert(Outlet), [])
    assert count(archive, Outlet) == 0
