"""Numbers of claims are given once."""

from __future__ import annotations

from sqlalchemy import Engine

from db.connection.engine import writing
from db.sql.claim_numbers import keep_given, new_numbers


def test_numbers_go_on_whether_or_not_the_claims_are_there(sqlite_archive: Engine) -> None:
    with writing(sqlite_archive) as connection:
        assert new_numbers(connection, 3) == range(1, 4)
    with writing(sqlite_archive) as connection:
        keep_given(connection)
        assert new_numbers(connection, 2) == range(4, 6)


def test_what_was_not_stored_got_no_number(sqlite_archive: Engine) -> None:
    with sqlite_archive.connect() as connection:
        assert new_numbers(connection, 3) == range(1, 4)
        connection.rollback()
        assert new_numbers(connection, 1) == range(1, 2)


def test_a_server_gives_them_itself(archive: Engine) -> None:
    with writing(archive) as connection:
        keep_given(connection)
        given = new_numbers(connection, 2)
    assert (given is None) == (archive.dialect.name == "postgresql")
