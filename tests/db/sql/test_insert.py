"""Inserting rows: only new ones, with their numbers, or none at all."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, delete, insert, select

from db.connection.engine import writing
from db.schema.core import Outlet
from db.sql.insert import add, add_numbered, insert_new
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


def outlets(*names: str) -> list[dict[str, str]]:
    return [{"name": name, "name_key": name.lower()} for name in names]


def numbers_of(connection: Connection) -> dict[str, int]:
    rows = connection.execute(select(Outlet.name, Outlet.id))
    return {row[0]: row[1] for row in rows}


def test_rows_get_their_numbers_in_their_order(archive: Engine) -> None:
    with writing(archive) as connection:
        first = add_numbered(connection, Outlet, outlets("Herald", "Ledger"))
        then = add_numbered(connection, Outlet, outlets("Argus", "Beacon", "Courier"))
        stored = numbers_of(connection)
    names = ("Herald", "Ledger", "Argus", "Beacon", "Courier")
    assert dict(zip(names, (*first, *then), strict=True)) == stored


def test_no_row_takes_the_number_of_one_that_is_there(archive: Engine) -> None:
    with writing(archive) as connection:
        one, _, other = add_numbered(connection, Outlet, outlets("Herald", "Ledger", "Argus"))
        connection.execute(delete(Outlet).where(Outlet.name == "Ledger"))
        [new] = add_numbered(connection, Outlet, outlets("Beacon"))
        assert numbers_of(connection) == {"Herald": one, "Argus": other, "Beacon": new}
        assert list(add_numbered(connection, Outlet, [])) == []


def test_rows_take_the_numbers_that_are_given(archive: Engine) -> None:
    with writing(archive) as connection:
        assert list(add_numbered(connection, Outlet, outlets("Herald", "Argus"), [7, 5])) == [7, 5]
        assert numbers_of(connection) == {"Herald": 7, "Argus": 5}
