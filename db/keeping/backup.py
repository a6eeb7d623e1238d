"""Backing an archive up into one SQLite file, and restoring it from there.

A backup is an archive like any other, whatever database it is of: any Claims opens it.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from sqlalchemy import Connection, Engine, inspect, make_url

from claims.system_error import system_reason
from db.archive import open_archive
from db.connection.engine import (
    LOCK_SECONDS,
    ArchiveError,
    NoArchive,
    connect,
    database_url,
    refuse_lone_log,
)
from db.connection.errors import archive_errors, reason
from db.connection.passwords import shown
from db.connection.private_files import FILE_MODE
from db.connection.reading import snapshot
from db.keeping.check import Checked, check
from db.keeping.copy import Progress, compare, copy, load
from db.keeping.rows import Adding, all_tables, batches, count_rows
from db.keeping.unfinished import finish, loosen
from db.migrations.run import changing_schema, upgrade_on

_BESIDE: Final = ("-wal", "-shm", "-journal")
"""The endings of what SQLite keeps beside a file."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a backup holds, or what was restored from one, as it was checked afterwards."""

    path: str
    found: Checked


def backup(
    engine: Engine, file: Path, *, force: bool = False, progress: Progress | None = None
) -> Kept:
    """Write all of an archive, as it is now, to a file, whatever others write meanwhile.

    It is written beside the file, checked, and put in its place only then.

    Args:
        engine: Of an open archive.
        file: Where to.
        force: Replace a file that is there.
        progress: Told of rows, of a server's archive.

    Raises:
        ArchiveError: The file is there, or cannot be written; or the archive cannot be read.
    """
    file = _behind_links(file)
    _refuse_existing(file, force=force)
    if engine.dialect.name == "sqlite" and _same_file(engine.url.database, file):
        raise ArchiveError(f"{file}: is the archive itself")
    with _beside(file) as part:
        if engine.dialect.name == "sqlite":
            with archive_errors(engine), engine.connect() as connection:
                driver = connection.connection.driver_connection
                assert isinstance(driver, sqlite3.Connection), "it is SQLite's"
                _copy_pages(driver, part)
        else:
            copy(engine, str(part), progress)
        found = _checked(part)
        _alone(part)
        _take_place(part, file)
    return Kept(str(file), found)


def restore(
    file: Path, target: str | None, *, force: bool = False, progress: Progress | None = None
) -> Kept:
    """Have a database hold what a backup holds: whole, or not at all.

    The backup is checked first; one of an older version is brought up to date on the way. Programs
    that have the database open see the new rows from their next look on.

    Args:
        file: The backup.
        target: A path or URL, as for ``database_url``.
        force: Replace the archive that the database holds.
        progress: Told of rows, where the database is a server's.

    Raises:
        ArchiveError: The file is no backup, or the database holds an archive, or cannot be written.
    """
    if not file.is_file():
        raise NoArchive(f"{file}: no such backup")
    url = database_url(target)
    into = _file_of(url)
    if into is not None and into.exists() and os.path.samefile(file, into):
        raise ArchiveError(f"{file}: is the archive itself")
    if into is not None:
        _refuse_existing(into, force=force)
    with _beside(into or Path(tempfile.gettempdir()) / "claims.db") as part:
        _copy_of_backup(file, part)
        found = _checked(part)
        _alone(part)
        if into is None:
            _fill(part, url, force=force, progress=progress)
        elif not into.exists() or not _overwrite(part, into):
            _take_place(part, into)
    return Kept(str(into) if into is not None else shown(make_url(url)), found)


def _refuse_existing(file: Path, *, force: bool) -> None:
    if file.is_dir():
        raise ArchiveError(f"{file}: is a folder")
    if file.exists() and file.stat().st_size and not force:
        raise ArchiveError(f"{file}: is there already; --force replaces it")
    if not force:
        refuse_lone_log(file)
    if not file.absolute().parent.is_dir():
        raise ArchiveError(f"{file}: there is no folder {file.absolute().parent}")


def _file_of(url: str) -> Path | None:
    """The file of an SQLite database, None of any other."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return None
    name = parsed.database or ""
    if name in ("", ":memory:") or name.startswith("file:"):
        raise ArchiveError(f"{url}: name the database by its path")
    return _behind_links(Path(name))


def _behind_links(file: Path) -> Path:
    """The file itself where a link is named: that is replaced, and the link stays."""
    return Path(os.path.realpath(file)) if file.is_symlink() else file


def _same_file(name: str | None, file: Path) -> bool:
    return name is not None and file.exists() and Path(name).exists() and file.samefile(name)


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """A new file in the folder of another one, gone at the end unless it took its place."""
    try:
        number, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.absolute().parent)
    except OSError as error:
        raise ArchiveError(f"{file}: {system_reason(error)}") from error
    os.close(number)
    part = Path(name)
    try:
        yield part
    except OSError as error:
        raise ArchiveError(f"{file}: {system_reason(error)}") from error
    finally:
        for each in (part, *(Path(f"{part}{ending}") for ending in _BESIDE)):
            each.unlink(missing_ok=True)


def _copy_pages(source: sqlite3.Connection, part: Path) -> None:
    """Copy a database in one go, which is one moment of it; in WAL mode nobody waits for that."""
    try:
        with closing(sqlite3.connect(part)) as out:
            source.backup(out)
    except sqlite3.Error as error:
        raise ArchiveError(f"{part.parent}: {reason(error)}") from error


def _alone(part: Path) -> None:
    """Have a database be one file, that of its owner, which can be read where nobody can write."""
    with closing(sqlite3.connect(part)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    part.chmod(FILE_MODE)


def _take_place(part: Path, file: Path) -> None:
    """Have a copy be the file, which takes over nothing that SQLite kept beside the one before.

    What was written last to that one goes into it first: it stays whole until it is replaced.
    """
    if any(Path(f"{file}{ending}").exists() for ending in _BESIDE):
        with suppress(sqlite3.Error), closing(sqlite3.connect(file, timeout=0)) as before:
            before.execute("PRAGMA wal_checkpoint")
        for ending in _BESIDE:
            Path(f"{file}{ending}").unlink(missing_ok=True)
    os.replace(part, file)


def _copy_of_backup(file: Path, part: Path) -> None:
    try:
        with closing(sqlite3.connect(f"file:{quote(str(file.absolute()))}?mode=ro", uri=True)) as (
            backed_up
        ):
            backed_up.execute("SELECT count(*) FROM sqlite_master").fetchone()
            _copy_pages(backed_up, part)
    except sqlite3.Error as error:
        raise ArchiveError(f"{file}: {reason(error)}") from error


def _checked(part: Path) -> Checked:
    """What a copy holds.

    Raises:
        ArchiveError: It is no archive, or its file is damaged.
    """
    try:
        engine = open_archive(str(part), create=False)
    except ArchiveError as error:
        raise ArchiveError(str(error).replace(str(part), "the backup")) from None
    try:
        found = check(engine)
    finally:
        engine.dispose()
    for problem in found.problems:
        if problem.where == "database file":
            raise ArchiveError(f"the backup is damaged: {problem.what}")
    return found


def _overwrite(part: Path, into: Path) -> bool:
    """Put a copy in the place of an archive that others may have open; False if it is none."""
    try:
        with closing(sqlite3.connect(part)) as copied, closing(sqlite3.connect(into)) as out:
            # Whoever has the archive open may still show claims that the copy has not.
            given = max(_last_given(copied), _last_given(out))
            copied.execute(f"PRAGMA user_version = {given}")
            copied.backup(out, progress=_patience(into))
            out.execute("PRAGMA journal_mode = WAL")
    except sqlite3.DatabaseError as error:
        damaged = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in damaged:
            return False
        raise ArchiveError(f"{into}: {reason(error)}") from error
    return True


def _last_given(connection: sqlite3.Connection) -> int:
    """The largest number of a claim, as `db.sql.claim_numbers` keeps it."""
    [noted] = connection.execute("PRAGMA user_version").fetchone()
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'claim'").fetchone():
        return int(noted)
    [largest] = connection.execute("SELECT max(id) FROM claim").fetchone()
    return max(int(noted), int(largest or 0))


def _patience(into: Path) -> Callable[[int, int, int], None]:
    """Keeps a copy from waiting for ever for another program's lock."""
    begun = time.monotonic()

    def waited(status: int, _left: int, _all: int) -> None:
        locked = status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        if locked and time.monotonic() - begun > LOCK_SECONDS:
            raise ArchiveError(f"{into}: another program has it locked")

    return waited


def _fill(part: Path, url: str, *, force: bool, progress: Progress | None) -> None:
    """Have a server's database hold a copy, in one transaction."""
    source, into = open_archive(str(part), read_only=True), connect(url)
    try:
        with (
            archive_errors(into),
            snapshot(source) as reading,
            changing_schema(into) as connection,
        ):
            _clear(connection, force=force)
            total = sum(count_rows(reading, table) for table in all_tables())
            done, sums = 0, {}
            for table in all_tables():
                adding = Adding(table)
                for some in batches(reading, table):
                    adding.add(some)
                    load(connection, table, some)
                    if progress is not None:
                        progress(done + adding.sum.rows, total)
                sums[table.name] = adding.sum
                done += adding.sum.rows
            compare(connection, sums)
            finish(connection)
    finally:
        source.dispose()
        into.dispose()


def _clear(connection: Connection, *, force: bool) -> None:
    """An empty archive that is being filled, in place of what there is."""
    there = set(inspect(connection).get_table_names())
    ours = [table for table in all_tables() if table.name in there]
    name = shown(connection.engine.url)
    if ours and "alembic_version" not in there:
        raise ArchiveError(f"{name}: belongs to another program")
    if not force and any(count_rows(connection, table) for table in ours):
        raise ArchiveError(f"{name}: holds an archive already; --force replaces it")
    upgrade_on(connection)
    names = ", ".join(table.name for table in all_tables())
    connection.exec_driver_sql(f"TRUNCATE {names} CASCADE")
    loosen(connection)
