"""A database whose file is moved, deleted or replaced while it is open."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.archive import open_archive
from db.connection.engine import ArchiveError
from db.connection.errors import archive_errors
from db.connection.reading import reading
from tests.db.opening import run

MOVED = "was moved, deleted or replaced"


def file_of(engine: Engine) -> Path:
    return Path(engine.url.database or "")


def test_a_deleted_file_is_neither_written_nor_read_nor_made_anew(sqlite_archive: Engine) -> None:
    file_of(sqlite_archive).unlink()

    for _ in range(2):
        with pytest.raises(ArchiveError, match=MOVED), archive_errors(sqlite_archive):
            run(sqlite_archive, "DELETE FROM saved_view")
        with pytest.raises(ArchiveError, match=MOVED), reading(sqlite_archive):
            pass
    assert not file_of(sqlite_archive).exists()


def test_another_file_in_its_place_is_left_alone(sqlite_archive: Engine, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    shutil.copy(file_of(sqlite_archive), other)
    other.replace(file_of(sqlite_archive))

    with pytest.raises(ArchiveError, match=MOVED), archive_errors(sqlite_archive):
        run(sqlite_archive, "DELETE FROM saved_view")


def test_a_file_that_comes_back_is_the_archive_again(
    sqlite_archive: Engine, tmp_path: Path
) -> None:
    away = file_of(sqlite_archive).rename(tmp_path / "away.db")
    with pytest.raises(ArchiveError, match=MOVED), reading(sqlite_archive):
        pass
    away.rename(file_of(sqlite_archive))
    run(sqlite_archive, "DELETE FROM saved_view")


def test_a_link_may_be_moved_as_long_as_it_leads_to_the_file(
    sqlite_archive: Engine, tmp_path: Path
) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(file_of(sqlite_archive))
    engine = open_archive(str(link))
    link.unlink()
    link.hardlink_to(file_of(sqlite_archive))
    run(engine, "DELETE FROM saved_view")
    engine.dispose()
