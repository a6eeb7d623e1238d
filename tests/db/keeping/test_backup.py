"""Backups of a whole archive, and archives restored from them."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import Engine

from db.archive import first_run, open_archive
from db.claims.view import open_view
from db.connection.engine import ArchiveError
from db.keeping.backup import backup, restore
from db.keeping.check import verify
from db.migrations.run import downgrade
from db.query.line import parse_filter
from db.review.actions import accept, note
from tests.db.archives import Desk, Server
from tests.db.keeping.test_copy import rows
from tests.db.stories import HARBOUR, harbour_claims


def test_a_backup_is_one_file_that_any_claims_opens(sound: Engine, tmp_path: Path) -> None:
    kept = backup(sound, tmp_path / "kept.db")
    assert os.listdir(tmp_path) == ["kept.db"]
    assert stat.S_IMODE((tmp_path / "kept.db").stat().st_mode) == 0o600
    assert (kept.found.articles, kept.found.claims, kept.found.problems) == (3, 6, [])
    opened = open_archive(str(tmp_path / "kept.db"), read_only=True)
    assert rows(opened) == rows(sound)
    assert first_run(opened) == first_run(sound) is not None
    opened.dispose()


def test_a_file_that_is_there_is_replaced_only_when_asked(sound: Engine, tmp_path: Path) -> None:
    file = tmp_path / "kept.db"
    file.write_text("a thesis")
    with pytest.raises(ArchiveError, match=r"kept\.db: is there already; --force replaces it"):
        backup(sound, file)
    assert file.read_text() == "a thesis"
    backup(sound, file, force=True)
    assert file.read_bytes().startswith(b"SQLite format 3")
    with pytest.raises(ArchiveError, match="there is no folder"):
        backup(sound, tmp_path / "nowhere" / "kept.db")


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_backup_takes_over_nothing_of_the_file_that_it_replaces(
    own: Engine, tmp_path: Path
) -> None:
    folder, left = tmp_path / "backups", tmp_path / "left"
    folder.mkdir()
    backup(own, folder / "kept.db")
    older = open_archive(str(folder / "kept.db"))
    note(older, [1, 2, 3], "Never to be seen again", "omar")
    # As a program leaves it that has it open and is killed.
    shutil.copytree(folder, left)
    older.dispose()
    assert (left / "kept.db-wal").stat().st_size
    accept(own, [2, 3], "ines")
    backup(own, left / "kept.db", force=True)
    assert os.listdir(left) == ["kept.db"]
    opened = open_archive(str(left / "kept.db"), read_only=True)
    assert rows(opened) == rows(own)
    assert verify(opened) == []
    opened.dispose()


def test_nothing_takes_the_place_of_a_log_that_was_left_alone(
    sound: Engine, tmp_path: Path
) -> None:
    backup(sound, tmp_path / "kept.db")
    log = tmp_path / "new.db-wal"
    log.write_bytes(b"what was written last")
    with pytest.raises(ArchiveError, match=r"new\.db: is not there, but .*-wal is"):
        restore(tmp_path / "kept.db", str(tmp_path / "new.db"))
    with pytest.raises(ArchiveError, match=r"new\.db: is not there, but .*-wal is"):
        backup(sound, tmp_path / "new.db")
    assert sorted(os.listdir(tmp_path)) == ["kept.db", "new.db-wal"]
    restore(tmp_path / "kept.db", str(tmp_path / "new.db"), force=True)
    assert sorted(os.listdir(tmp_path)) == ["kept.db", "new.db"]


def test_what_a_link_leads_to_is_replaced(sound: Engine, tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    link = tmp_path / "latest.db"
    link.symlink_to(tmp_path / "far" / "kept.db")
    backup(sound, link)
    (tmp_path / "far" / "kept.db").write_bytes(b"no database at all" * 1000)
    backup(sound, link, force=True)
    restored = tmp_path / "restored.db"
    restored.symlink_to(tmp_path / "far" / "restored.db")
    restore(link, str(restored))
    assert link.is_symlink()
    assert restored.is_symlink()
    opened = open_archive(str(restored), read_only=True)
    assert rows(opened) == rows(sound)
    opened.dispose()


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_an_archive_is_no_backup_of_itself(own: Engine) -> None:
    assert own.url.database is not None
    for _ in range(2):
        with pytest.raises(ArchiveError, match="is the archive itself"):
            backup(own, Path(own.url.database), force=True)


def test_others_write_meanwhile(own: Engine, tmp_path: Path) -> None:
    begun, done = Event(), Event()

    def writing_on() -> None:
        for number in range(1000):
            note(own, [1], f"note {number}", "ines")
            begun.set()
            if done.is_set():
                return

    writer = Thread(target=writing_on)
    writer.start()
    assert begun.wait(30)
    try:
        kept = backup(own, tmp_path / "kept.db")
    finally:
        done.set()
        writer.join()
    assert kept.found.problems == []


def test_what_is_restored_is_what_was_backed_up(
    own: Engine, tmp_path: Path, server: Server
) -> None:
    before = rows(own)
    backup(own, tmp_path / "kept.db")
    accept(own, [3], "omar")
    url = own.url.render_as_string(hide_password=False)
    with pytest.raises(ArchiveError, match="already; --force replaces it"):
        restore(tmp_path / "kept.db", url)
    assert rows(own) != before
    with own.connect() as reader:
        assert reader.exec_driver_sql("SELECT count(*) FROM review_step").scalar()
    # One that is open already sees it, too.
    restore(tmp_path / "kept.db", url, force=True)
    assert rows(own) == before
    assert verify(own) == []
    with server.database() as other:
        restore(tmp_path / "kept.db", other)
        opened = open_archive(other)
        assert rows(opened) == before
        opened.dispose()


def test_what_comes_after_a_restore_has_other_numbers_than_what_came_before_it(
    own: Engine, tmp_path: Path
) -> None:
    # Whoever has the archive open may still show what the backup lacks, and judge it by its number.
    backup(own, tmp_path / "kept.db")
    before = arrive(own, tmp_path, "Before.\n")
    restore(tmp_path / "kept.db", own.url.render_as_string(hide_password=False), force=True)
    after = arrive(own, tmp_path, "After.\n")
    assert not before & after
    assert verify(own) == []


def arrive(engine: Engine, folder: Path, more: str) -> set[int]:
    """Ingest one more article; returns the numbers of its claims."""
    desk = Desk(engine, folder / "articles")
    desk.prepare(HARBOUR + more, *harbour_claims())
    desk.ingest(desk.write("more.txt", HARBOUR + more))
    return set(open_view(engine, parse_filter("article:more")).ids)


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_damaged_archive_is_replaced(own: Engine, tmp_path: Path) -> None:
    backup(own, tmp_path / "kept.db")
    (tmp_path / "hurt.db").write_bytes(b"no database at all" * 1000)
    (tmp_path / "hurt.db-wal").write_bytes(b"of the old one")
    restore(tmp_path / "kept.db", str(tmp_path / "hurt.db"), force=True)
    opened = open_archive(str(tmp_path / "hurt.db"))
    assert rows(opened) == rows(own)
    opened.dispose()


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_backup_of_an_older_version_is_brought_up_to_date(own: Engine, tmp_path: Path) -> None:
    reviews = rows(own)["review_event"]
    backup(own, tmp_path / "kept.db")
    old = open_archive(str(tmp_path / "kept.db"))
    downgrade(old, "0014")
    old.dispose()
    before = (tmp_path / "kept.db").read_bytes()
    restore(tmp_path / "kept.db", str(tmp_path / "new.db"))
    assert (tmp_path / "kept.db").read_bytes() == before
    opened = open_archive(str(tmp_path / "new.db"), read_only=True)
    assert rows(opened)["review_event"] == reviews
    opened.dispose()


def test_what_is_no_backup_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    target = str(tmp_path / "new.db")
    with pytest.raises(ArchiveError, match="no such backup"):
        restore(tmp_path / "none.db", target)
    (tmp_path / "thesis.txt").write_text("It begins with a ferry. " * 100)
    with pytest.raises(ArchiveError, match=r"thesis\.txt: it is not a database"):
        restore(tmp_path / "thesis.txt", target)
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE recipe (id INTEGER)")
    other.close()
    with pytest.raises(ArchiveError, match="the backup: belongs to another program"):
        restore(tmp_path / "other.db", target)
    assert sorted(os.listdir(tmp_path)) == ["other.db", "thesis.txt"]
