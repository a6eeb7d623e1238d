"""Which database is meant, and with what settings."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text

from db.archive import open_archive
from db.connection.engine import ArchiveError, connect, database_url, limit_reading, writing
from db.connection.reading import reading


class TestDatabaseUrl:
    def test_what_is_given_comes_first(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("CLAIMS_DB", "sqlite:////elsewhere.db")
        assert database_url("sqlite:////given.db") == "sqlite:////given.db"
        assert database_url(None) == "sqlite:////elsewhere.db"

    def test_without_any_it_is_a_file_of_the_user(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.delenv("CLAIMS_DB", raising=False)
        monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(tmp_path / "data"))
        assert make_url(database_url()).database == str(tmp_path / "data" / "claims.db")

    @pytest.mark.parametrize("name", ["a b.db", "what?.db", "50%.db", "#1.db", "c:d.db", "é.db"])
    def test_a_path_of_any_spelling_is_a_file(self, tmp_path: Path, name: str) -> None:
        path = tmp_path / name
        open_archive(str(path)).dispose()
        open_archive(str(path), read_only=True).dispose()
        assert path.stat().st_size > 0

    def test_a_relative_path_stays_where_it_was_meant(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert make_url(database_url("here.db")).database == str(tmp_path / "here.db")

    @pytest.mark.parametrize("driver", ["postgres", "postgresql", "postgresql+psycopg2"])
    def test_postgresql_is_reached_by_our_driver(self, driver: str) -> None:
        url = database_url(f"{driver}://ann:pw@host:5433/claims?sslmode=require")
        assert url == "postgresql+psycopg://ann:pw@host:5433/claims?sslmode=require"

    def test_other_databases_are_refused(self) -> None:
        with pytest.raises(ArchiveError, match=r"^mysql: not a supported database"):
            database_url("mysql://ann:s3cret@host/claims")

    def test_a_connection_string_is_no_path(self) -> None:
        with pytest.raises(ArchiveError) as caught:
            database_url("host=desk dbname=news password=s3cret")
        assert str(caught.value) == (
            "name a PostgreSQL database by its URL: postgresql://USER@HOST/NAME"
        )

    def test_a_name_that_is_not_utf_8_is_refused(self) -> None:
        with pytest.raises(ArchiveError, match="a database needs a name that is UTF-8") as caught:
            database_url("caf\udce9.db")
        assert str(caught.value).startswith(str(Path("caf\ufffd.db").absolute()))

    @pytest.mark.parametrize("url", ["postgresql://ann:s3cret@host:port/x", "sqlite:/s3cret"])
    def test_an_unreadable_url_is_not_repeated(self, url: str) -> None:
        with pytest.raises(ArchiveError) as caught:
            database_url(url)
        assert str(caught.value) == "the database URL cannot be read"


def test_no_database_is_made_beside_the_log_of_one_that_was_moved_away(tmp_path: Path) -> None:
    path, log = tmp_path / "news.db", tmp_path / "news.db-wal"
    log.write_bytes(b"what was written last")
    for _ in range(2):
        with pytest.raises(ArchiveError, match=r"news\.db: is not there, but .*news\.db-wal is"):
            connect(database_url(str(path)))
        path.touch()
    assert log.read_bytes() == b"what was written last"
    log.write_bytes(b"")
    connect(database_url(str(path))).dispose()


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_a_server_ends_queries_that_take_long_but_those_that_write(archive: Engine) -> None:
    limit_reading(archive, 0.05)
    with pytest.raises(ArchiveError, match="told to end what takes so long"), reading(archive) as c:
        c.execute(text("SELECT pg_sleep(5)"))
    with writing(archive) as connection:
        connection.execute(text("SELECT pg_sleep(0.1)"))
    with pytest.raises(ArchiveError), reading(archive) as connection:
        connection.execute(text("SELECT pg_sleep(5)"))


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_a_server_gives_a_query_the_memory_it_needs(archive: Engine) -> None:
    with archive.connect() as connection:
        assert connection.scalar(text("SHOW work_mem")) == "32MB"


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_a_server_that_gives_more_memory_is_left_as_it_is(archive: Engine) -> None:
    url = archive.url.update_query_dict({"options": "-c work_mem=64MB"})
    engine = connect(url.render_as_string(hide_password=False))
    with engine.connect() as connection:
        assert connection.scalar(text("SHOW work_mem")) == "64MB"
    engine.dispose()


def test_queries_of_files_are_not_limited(sqlite_archive: Engine) -> None:
    limit_reading(sqlite_archive, 0.001)
    with reading(sqlite_archive) as connection:
        assert connection.scalar(text("SELECT count(*) FROM claim")) == 0


BUSY = """
import sqlite3, sys, time
writer = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
while True:
    writer.execute("BEGIN IMMEDIATE")
    print("writing", flush=True)
    time.sleep(0.1)
    writer.execute("COMMIT")
    time.sleep(0.003)
"""
"""Writes nearly all the time; SQLite's own waiting hardly ever looks in between."""


def test_one_who_writes_all_the_time_lets_others_in(sqlite_archive: Engine) -> None:
    file = sqlite_archive.url.database or ""
    patient = connect(f"sqlite:///{file}?timeout=60")
    command = [sys.executable, "-S", "-c", BUSY, file]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as busy:
        assert busy.stdout is not None
        busy.stdout.readline()
        try:
            for name in "abc":
                with writing(patient) as connection:
                    values = {"name": name}
                    connection.execute(
                        text("INSERT INTO outlet (name, name_key) VALUES (:name, :name)"), values
                    )
        finally:
            busy.kill()
            patient.dispose()
    with reading(sqlite_archive) as connection:
        assert connection.scalar(text("SELECT count(*) FROM outlet")) == 3
