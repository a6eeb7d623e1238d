"""Opening archives, and what stands in the way."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from sqlalchemy import Engine, inspect, make_url, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from db.archive import HEAD, first_run, open_archive
from db.connection.engine import ArchiveError, NoArchive, connect, database_url
from db.connection.errors import reason
from db.migrations.run import downgrade
from tests.db.archives import Server, copy_of
from tests.db.opening import run


def refusal(url: str, *, read_only: bool = False) -> str:
    """The one line that tells why an archive does not open."""
    with pytest.raises(ArchiveError) as caught:
        open_archive(url, read_only=read_only).dispose()
    told = str(caught.value)
    assert "\n" not in told
    return told


def revision(engine: Engine) -> str | None:
    with engine.connect() as connection:
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found


class TestOpening:
    def test_the_schema_is_made_on_first_use(self, empty_url: str) -> None:
        engine = open_archive(empty_url)
        assert {"claim", "article", "alembic_version"} <= set(inspect(engine).get_table_names())
        engine.dispose()

    def test_an_archive_that_is_up_to_date_is_not_migrated(
        self, empty_url: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        open_archive(empty_url).dispose()

        def never(*arguments: object) -> None:
            raise AssertionError("migrated again")

        monkeypatch.setattr("db.migrations.run.upgrade_on", never)
        open_archive(empty_url).dispose()

    def test_two_who_open_an_empty_database_at_once_both_succeed(self, empty_url: str) -> None:
        start = threading.Barrier(2)
        failures: list[BaseException] = []

        def open_one() -> None:
            try:
                start.wait()
                open_archive(empty_url).dispose()
            except BaseException as error:
                failures.append(error)

        threads = [threading.Thread(target=open_one) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []

    def test_an_upgrade_that_is_broken_off_while_linking_leaves_the_older_archive(
        self, empty_url: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        engine = open_archive(empty_url)
        downgrade(engine, "0003")

        def killed(*arguments: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr("db.identity.rebuild.relink_all", killed)
            with pytest.raises(KeyboardInterrupt):
                open_archive(empty_url)
        assert revision(engine) == "0003"
        open_archive(empty_url).dispose()
        assert revision(engine) == HEAD
        engine.dispose()

    def test_the_folder_of_the_usual_place_is_made(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.delenv("CLAIMS_DB", raising=False)
        monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(tmp_path / "a/b"))
        open_archive().dispose()
        assert (tmp_path / "a/b/claims.db").is_file()

    def test_an_archive_may_live_in_memory(self) -> None:
        engine = open_archive("sqlite://")
        assert revision(engine) is not None
        engine.dispose()

    def test_one_that_holds_nothing_is_like_any_other(self, archive: Engine) -> None:
        assert first_run(archive) is None

    def test_references_are_enforced(self, archive: Engine) -> None:
        with pytest.raises(IntegrityError):
            run(archive, "INSERT INTO byline (article_id, ordinal, name) VALUES (7, 0, 'Nobody')")

    def test_checks_have_names_and_are_enforced(self, archive: Engine) -> None:
        entity = (
            "INSERT INTO entity (public_id, kind, name, name_key) VALUES ('e', 'ghost', '', '')"
        )
        with pytest.raises(IntegrityError, match="ck_entity_kind_known"):
            run(archive, entity)

    def test_settings_of_a_file(self, sqlite_archive: Engine) -> None:
        with sqlite_archive.connect() as connection:
            settings = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
            }
        assert settings == {
            "journal_mode": "wal",
            "foreign_keys": 1,
            "synchronous": 1,
            "busy_timeout": 30_000,
        }

    def test_a_failed_write_leaves_nothing(self, archive: Engine) -> None:
        outlet = "INSERT INTO outlet (name, name_key) VALUES ('Gazette', 'gazette')"
        with pytest.raises(IntegrityError):
            run(archive, outlet, outlet)
        with archive.connect() as connection:
            assert connection.scalar(text("SELECT count(*) FROM outlet")) == 0


class TestRefusals:
    def test_an_archive_of_a_newer_version(self, empty_url: str) -> None:
        engine = open_archive(empty_url)
        run(engine, "UPDATE alembic_version SET version_num = '9999'")
        engine.dispose()

        for read_only in (True, False):
            told = refusal(empty_url, read_only=read_only)
            assert told.endswith("was made by a newer version of Claims; upgrade Claims")

    def test_the_file_of_another_program(self, tmp_path: Path) -> None:
        path = tmp_path / "bookmarks.db"
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE bookmark (url TEXT)")
        before = path.read_bytes()
        assert refusal(str(path)) == f"{path}: belongs to another program"
        assert path.read_bytes() == before

    def test_tables_of_another_program_on_a_server(self, server: Server) -> None:
        with server.database() as url:
            engine = connect(database_url(url))
            run(engine, "CREATE TABLE article (body TEXT)")
            engine.dispose()
            assert refusal(url).endswith("belongs to another program")

    def test_other_tables_on_a_server_are_no_hindrance(self, server: Server) -> None:
        with server.database() as url:
            engine = connect(database_url(url))
            run(engine, "CREATE TABLE bookmark (url TEXT)")
            engine.dispose()
            open_archive(url).dispose()

    def test_a_file_that_is_no_database(self, tmp_path: Path) -> None:
        path = tmp_path / "story.txt"
        path.write_text("Nothing but words, and more of them than a header has.\n" * 40)
        for read_only in (True, False):
            assert refusal(str(path), read_only=read_only) == f"{path}: it is not a database"
        assert path.read_text().startswith("Nothing but words")

    def test_a_damaged_file(self, template_file: Path, tmp_path: Path) -> None:
        path = copy_of(template_file, tmp_path)
        content = path.read_bytes()
        path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
        assert refusal(str(path)) == f"{path}: the database file is damaged"

    def test_a_folder(self, tmp_path: Path) -> None:
        assert refusal(str(tmp_path)) == f"{tmp_path}: is a folder, not a database file"

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        path = tmp_path / "no" / "claims.db"
        assert refusal(str(path)) == f"{path}: there is no folder {path.parent}"

    def test_a_locked_file(self, tmp_path: Path) -> None:
        path = tmp_path / "claims.db"
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        told = refusal(f"sqlite:///{path}?timeout=0.01")
        other.close()
        assert told == f"{path}: another program has it locked"

    def test_a_server_that_is_not_there(self) -> None:
        told = refusal("postgresql://ann:s3cret@127.0.0.1:1/claims")
        assert "the server cannot be reached" in told
        assert "s3cret" not in told

    def test_a_database_that_is_not_on_the_server(self, server: Server) -> None:
        told = refusal(server.url("nowhere"))
        assert told.endswith('the server refused: database "nowhere" does not exist')

    def test_a_wrong_password(self, server: Server) -> None:
        access = server.folder / "pg_hba.conf"
        usual = access.read_text()
        server.execute("CREATE USER guarded PASSWORD 'open-sesame'")
        access.write_text("local all guarded scram-sha-256\n" + usual)
        server.execute("SELECT pg_reload_conf()")
        url = make_url(server.url()).set(username="guarded")
        try:
            right = url.set(password="open-sesame").render_as_string(hide_password=False)
            connect(database_url(right)).connect().close()
            told = refusal(url.set(password="s3cret").render_as_string(hide_password=False))
        finally:
            access.write_text(usual)
            server.execute("SELECT pg_reload_conf()")
            server.execute("DROP USER guarded")
        assert "the server refused: password authentication failed" in told
        assert "s3cret" not in told


class TestReadOnly:
    def test_reading_works_and_writing_does_not(self, empty_url: str) -> None:
        open_archive(empty_url).dispose()
        engine = open_archive(empty_url, read_only=True)
        assert revision(engine) is not None
        with pytest.raises(DBAPIError) as refused:
            run(engine, "DELETE FROM claim")
        assert reason(refused.value) == "it is read-only"
        engine.dispose()

    def test_nothing_is_made(self, empty_url: str, tmp_path: Path) -> None:
        told = refusal(empty_url, read_only=True)
        assert told.endswith(("no such database", "holds no archive yet"))
        assert list(tmp_path.iterdir()) == []

    def test_an_archive_that_must_be_there_is_not_made(
        self, empty_url: str, tmp_path: Path
    ) -> None:
        with pytest.raises(NoArchive) as caught:
            open_archive(empty_url, create=False)
        assert str(caught.value).endswith(("no such database", "holds no archive yet"))
        assert list(tmp_path.iterdir()) == []
        if not empty_url.startswith("sqlite"):
            engine = connect(database_url(empty_url))
            assert inspect(engine).get_table_names() == []
            engine.dispose()

    def test_a_file_that_must_be_there_goes_by_its_uri_too(self, tmp_path: Path) -> None:
        path = tmp_path / "none here.db"
        url = f"sqlite:///file:{quote(str(path))}?uri=true"
        with pytest.raises(NoArchive, match="no such database"):
            open_archive(url, create=False)
        open_archive(url).dispose()
        open_archive(url, create=False).dispose()
        assert path.is_file()

    def test_an_older_archive_that_must_be_there_is_upgraded(self, empty_url: str) -> None:
        engine = open_archive(empty_url)
        downgrade(engine, "0005")
        engine.dispose()
        engine = open_archive(empty_url, create=False)
        assert revision(engine) == HEAD
        engine.dispose()

    def test_nothing_is_upgraded(self, empty_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
        open_archive(empty_url).dispose()
        monkeypatch.setattr("db.archive.HEAD", "a later one")
        told = refusal(empty_url, read_only=True)
        assert told.endswith("is of an older version, and reading alone cannot upgrade it")

    def test_a_file_that_may_only_be_read(self, guarded_file: Path) -> None:
        guarded_file.chmod(0o444)
        with unprivileged():
            assert refusal(str(guarded_file)) == f"{guarded_file}: it is read-only"
            assert_readable(guarded_file)

    def test_a_folder_that_may_only_be_read(self, guarded_file: Path) -> None:
        guarded_file.chmod(0o666)
        guarded_file.parent.chmod(0o555)
        with unprivileged():
            assert refusal(str(guarded_file)) == f"{guarded_file}: its folder is read-only"
            assert_readable(guarded_file)
            new = guarded_file.with_name("new.db")
            assert refusal(str(new)) == f"{new}: its folder is read-only"


def assert_readable(path: Path) -> None:
    engine = open_archive(str(path), read_only=True)
    assert revision(engine) is not None
    engine.dispose()


@pytest.fixture
def guarded_file(template_file: Path) -> Iterator[Path]:
    """An archive in a folder that any user can reach."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield copy_of(template_file, folder)
        folder.chmod(0o755)


@contextmanager
def unprivileged() -> Iterator[None]:
    """Permissions do not bind the superuser, as whom tests may run: be somebody else meanwhile."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
