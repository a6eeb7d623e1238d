"""What goes wrong with an archive is one line."""

from __future__ import annotations

import sqlite3

import psycopg
import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from db.connection.engine import ArchiveError
from db.connection.errors import archive_errors, lasting, reason
from tests.db.opening import run


def test_errors_outside_a_database_pass_through(archive: Engine) -> None:
    with pytest.raises(ZeroDivisionError), archive_errors(archive):
        _ = 1 / 0


def test_an_error_nobody_foresaw_is_one_line(archive: Engine) -> None:
    with pytest.raises(ArchiveError) as caught, archive_errors(archive):
        run(archive, "SELECT nonsense\nFROM nowhere")
    assert "nowhere" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_text_that_is_not_utf_8_leads_to_the_check(sqlite_archive: Engine) -> None:
    with (
        pytest.raises(ArchiveError) as caught,
        archive_errors(sqlite_archive),
        sqlite_archive.connect() as connection,
    ):
        connection.scalar(text("SELECT CAST(x'41ff' AS TEXT)"))
    assert str(caught.value).endswith("text in it cannot be read; 'claims check' tells where")


def of_sqlite(code: int, message: str = "") -> DBAPIError:
    error = sqlite3.OperationalError(message)
    error.sqlite_errorcode = code
    return DBAPIError("INSERT", None, error)


def test_a_full_disk_is_told_though_sqlite_calls_it_another_failure() -> None:
    assert reason(of_sqlite(sqlite3.SQLITE_IOERR_SHMSIZE)) == "the disk is full"
    assert reason(of_sqlite(sqlite3.SQLITE_IOERR_READ)) == "reading or writing the file failed"


def of_postgresql(code: str) -> DBAPIError:
    return DBAPIError("INSERT", None, psycopg.errors.lookup(code)())


@pytest.mark.parametrize(
    "error",
    [
        of_sqlite(sqlite3.SQLITE_FULL),
        of_sqlite(sqlite3.SQLITE_IOERR_WRITE),
        of_sqlite(sqlite3.SQLITE_READONLY_DBMOVED),
        of_sqlite(sqlite3.SQLITE_CORRUPT_VTAB),
        of_sqlite(sqlite3.SQLITE_NOTADB),
        of_sqlite(sqlite3.SQLITE_CANTOPEN),
        of_sqlite(sqlite3.SQLITE_ERROR, "no such table: claim"),
        *map(of_postgresql, ("53100", "58030", "25006", "42501", "42P01", "42703", "XX001")),
    ],
    ids=lambda error: str(error.orig.__class__.__name__),
)
def test_what_is_of_the_database_lasts(error: DBAPIError) -> None:
    assert lasting(error)


@pytest.mark.parametrize(
    "error",
    [
        of_sqlite(sqlite3.SQLITE_BUSY),
        of_sqlite(sqlite3.SQLITE_LOCKED),
        of_sqlite(sqlite3.SQLITE_TOOBIG),
        of_sqlite(sqlite3.SQLITE_CONSTRAINT_UNIQUE),
        of_sqlite(sqlite3.SQLITE_ERROR, "too many SQL variables"),
        *map(of_postgresql, ("22021", "23505", "54000", "40P01", "57014")),
    ],
    ids=lambda error: str(error.orig.__class__.__name__),
)
def test_what_is_of_one_article_or_of_another_writer_does_not(error: DBAPIError) -> None:
    assert not lasting(error)
