"""Engines: which database is meant, its connection settings, and transactions that write."""

from __future__ import annotations

import os
import random
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, quote, unquote, urlsplit

import platformdirs
from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from claims.system_error import system_reason
from db.connection.errors import ArchiveError, NoArchive
from db.connection.moved import refuse_if_moved
from db.connection.passwords import is_url
from db.connection.private_files import make_file, make_folder

__all__ = [
    "ArchiveError",
    "NoArchive",
    "connect",
    "database_url",
    "is_default",
    "limit_reading",
    "refuse_lone_log",
    "take_stock",
    "writing",
]


LOCK_SECONDS: Final = 30.0
"""How long a write waits for another program's; ``?timeout=`` in a URL says otherwise."""

_BETWEEN_LOOKS: Final = 0.004

CONNECT_SECONDS: Final = 10
"""How long to wait for a server; ``?connect_timeout=`` in a URL says otherwise."""

STATEMENT_SECONDS: Final = 120
"""How long a server works on what somebody waits for at a screen."""

_LIMITED: Final = "claims_limited"

_DRIVERS: Final = {
    "sqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
}
# "host=db dbname=news": what libpq takes, and nobody calls a file.
_CONNINFO: Final = re.compile(r"\s*(?:host|hostaddr|port|dbname|user|password|service)\s*=")
_CACHE_KIB: Final = 64 * 1024
_LOG_PAGES: Final = 4_000
"""Of 4 kB, in the log of a file before they are moved into it: four times as many as by default, as
each article that is stored writes some of the same pages again."""
_SAMPLED_ROWS: Final = 1000
_ROOM: Final = (
    "SELECT set_config('work_mem', '32MB', false)"
    " WHERE pg_size_bytes(current_setting('work_mem')) < pg_size_bytes('32MB')"
)
"""Of ten million claims 80,000 pages have a common word: in 4 MB, as servers come, it forgets which
claims of a page do, and takes the others into words as well."""


def database_url(given: str | None = None) -> str:
    """The database meant: ``given``, else ``$CLAIMS_DB``, else a file in the user's data folder.

    A plain path means SQLite. PostgreSQL URLs of any driver get psycopg's.

    Raises:
        ArchiveError: The URL cannot be read, or is of a database that is not supported; or it is
            none, but libpq's way to name a database.
    """
    meant = given or os.environ.get("CLAIMS_DB") or str(_default_file())
    if _CONNINFO.match(meant):
        raise ArchiveError("name a PostgreSQL database by its URL: postgresql://USER@HOST/NAME")
    if not is_url(meant):
        return _file_url(Path(meant).expanduser().absolute())
    try:
        url = make_url(meant)
    except (ArgumentError, ValueError):
        # Not shown: what cannot be parsed may hold a password anywhere.
        raise ArchiveError("the database URL cannot be read") from None
    if "@" in (url.host or ""):
        # The end of a password that has one; it would be told as the name of a server.
        raise ArchiveError("the database URL cannot be read; write @ in a password as %40")
    backend = url.drivername.partition("+")[0]
    if backend not in _DRIVERS:
        raise ArchiveError(f"{backend}: not a supported database; use SQLite or PostgreSQL")
    return url.set(drivername=_DRIVERS[backend]).render_as_string(hide_password=False)


def is_default(given: str | None = None) -> bool:
    """Whether the database meant is the file in the user's data folder.

    Raises:
        ArchiveError: As for ``database_url``.
    """
    return database_url(given) == _file_url(_default_file())


def connect(url: str, *, read_only: bool = False, create: bool = True) -> Engine:
    """An engine with our connection settings, whatever schema the database has.

    Raises:
        NoArchive: The file is not there, and is not to be made.
        ArchiveError: The database is a file that cannot be opened as asked.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _connect_sqlite(parsed, read_only=read_only, create=create)
    return _connect_postgresql(parsed, read_only=read_only)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes, committed at the end, rolled back on any exception.

    On SQLite it takes the write lock at once: what it reads first cannot be outdated by the time
    it writes.
    """
    with engine.connect() as plain:
        connection = plain.execution_options(claims_writing=True)
        with connection.begin():
            if connection.get_execution_options().get(_LIMITED):
                connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
            yield connection


def limit_reading(engine: Engine, seconds: float = STATEMENT_SECONDS) -> None:
    """Have a server end each query that takes long, but those of transactions that write.

    A query of SQLite's is nobody's burden but its own program's, which can cancel it.
    """
    if engine.dialect.name != "postgresql":
        return
    limit = f"SET statement_timeout = {round(seconds * 1000)}"

    def begin(connection: Any, _record: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute(limit)
        connection.commit()

    event.listen(engine, "connect", begin)
    # Connections that are there already would go without.
    engine.dispose()
    engine.update_execution_options(**{_LIMITED: True})


def take_stock(connection: Connection) -> None:
    """Have the database count what its tables hold now, so that it plans queries well.

    Args:
        connection: In a transaction that writes.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA analysis_limit = {_SAMPLED_ROWS}")
    connection.exec_driver_sql("ANALYZE")


def _default_file() -> Path:
    folder = Path(platformdirs.user_data_dir("claims", appauthor=False))
    return folder / "claims.db"


def _file_url(path: Path) -> str:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        name = os.fsencode(path).decode(errors="replace")
        raise ArchiveError(f"{name}: a database needs a name that is UTF-8") from None
    return URL.create("sqlite", database=str(path)).render_as_string(hide_password=False)


def _connect_sqlite(url: URL, *, read_only: bool, create: bool) -> Engine:
    seconds = _lock_seconds(url)
    arguments: dict[str, Any] = {} if "timeout" in url.query else {"timeout": seconds}
    if _in_memory(url):
        engine = create_engine(url, connect_args=arguments, poolclass=StaticPool)
    else:
        path = Path(url.database or "")
        if read_only or not create:
            _check_there(path)
        _check_file(path, read_only=read_only)
        if read_only:
            url = _read_only_url(url, path)
        engine = create_engine(url, connect_args=arguments)
        if not str(path).startswith("file:"):
            refuse_if_moved(engine, path)
        if not read_only:
            event.listen(engine, "do_connect", _make_private)
    event.listen(engine, "connect", _settings(read_only=read_only))
    event.listen(engine, "begin", partial(_begin, seconds))
    return engine


def _connect_postgresql(url: URL, *, read_only: bool) -> Engine:
    arguments: dict[str, Any] = {}
    if "connect_timeout" not in url.query:
        arguments["connect_timeout"] = CONNECT_SECONDS
    options = {"postgresql_readonly": True} if read_only else {}
    engine = create_engine(
        url, connect_args=arguments, pool_pre_ping=True, execution_options=options
    )
    event.listen(engine, "connect", _give_room)
    return engine


def _give_room(connection: Any, _record: object) -> None:
    """Have a server that gives each step of a query less memory give it as much as we need."""
    with connection.cursor() as cursor:
        cursor.execute(_ROOM)
    connection.commit()


def _in_memory(url: URL) -> bool:
    return not url.database or url.database == ":memory:" or "mode=memory" in url.database


def _check_there(path: Path) -> None:
    named = str(path)
    if named.startswith("file:"):
        path = Path(unquote(named.removeprefix("file:")))
    if not path.exists():
        raise NoArchive(f"{path}: no such database")


def _check_file(path: Path, *, read_only: bool) -> None:
    """Tell what SQLite would only call "unable to open database file"."""
    if str(path).startswith("file:"):
        return
    if path.is_dir():
        raise ArchiveError(f"{path}: is a folder, not a database file")
    if path == _default_file():
        _make_folder(path)
    if not path.parent.is_dir():
        raise ArchiveError(f"{path}: there is no folder {path.parent}")
    if read_only:
        return
    refuse_lone_log(path)
    if path.exists() and not _writable(path):
        raise ArchiveError(f"{path}: it is read-only")
    if not _writable(path.parent):
        raise ArchiveError(f"{path}: its folder is read-only")


def refuse_lone_log(path: Path) -> None:
    """Refuse to make a database where the log of one that was moved away still is.

    SQLite would delete the log, which may have what was written to that one last.

    Args:
        path: Of the file that is to be made, if it is not there.

    Raises:
        ArchiveError: There is such a log.
    """
    log = Path(f"{path}-wal")
    # The log first: whoever makes a database now writes to that file before its log.
    if not _is_empty(log) and _is_empty(path):
        raise ArchiveError(
            f"{path}: is not there, but {log} is, which may have what was written to it last; "
            "move that to where the database is now, or remove it"
        )


def _is_empty(path: Path) -> bool:
    try:
        return not path.stat().st_size
    except FileNotFoundError:
        return True


def _make_folder(path: Path) -> None:
    try:
        make_folder(path.parent)
    except OSError as error:
        raise ArchiveError(f"{path.parent}: cannot be made: {system_reason(error)}") from error


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _read_only_url(url: URL, path: Path) -> URL:
    """The same file as a URI that opens it for reading.

    In a folder that cannot be written SQLite cannot make the files that readers of a WAL database
    share; while no writer has left such files, the database file is all there is.
    """
    query: dict[str, Any] = {**url.query, "mode": "ro", "uri": "true"}
    if not _writable(path.parent) and not Path(f"{path}-wal").exists():
        query["immutable"] = "1"
    return url.set(database=f"file:{quote(str(path.absolute()))}", query=query)


def _make_private(
    _dialect: object, _record: object, arguments: list[Any], _named: dict[str, Any]
) -> None:
    """Make the file that SQLite is about to make, with the mode that its -wal and -shm take over.

    Where that fails, SQLite fails too, and tells.
    """
    name = str(arguments[0])
    if name.startswith("file:"):
        parts = urlsplit(name)
        if parse_qs(parts.query).get("mode", ["rwc"]) != ["rwc"] or "vfs=" in parts.query:
            return
        name = unquote(parts.path)
    if name not in ("", ":memory:"):
        with suppress(OSError):
            make_file(Path(name))


def _settings(*, read_only: bool) -> Any:
    def apply(connection: sqlite3.Connection, _record: object) -> None:
        # Transactions begin where SQLAlchemy begins them, so that reads and schema changes are
        # inside too: left to itself the driver begins one at the first INSERT only.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        elif _is_ours(connection):
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")

    return apply


def _is_ours(connection: sqlite3.Connection) -> bool:
    """Whether a file is an archive or empty: another program's keeps its own settings."""
    made, versioned = connection.execute(
        "SELECT count(*), total(name = 'alembic_version') FROM sqlite_master"
    ).fetchone()
    return not made or bool(versioned)


def _lock_seconds(url: URL) -> float:
    """How long a write waits; a value that is no number is refused by the driver."""
    with suppress(TypeError, ValueError):
        return float(url.query.get("timeout", LOCK_SECONDS))  # type: ignore[arg-type]  # suppressed
    return LOCK_SECONDS


def _begin(seconds: float, connection: Connection) -> None:
    if not connection.get_execution_options().get("claims_writing", False):
        connection.exec_driver_sql("BEGIN")
        return
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA busy_timeout = 0")
    try:
        _wait_to_write(driver, seconds)
        if not driver.in_transaction:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        driver.execute(f"PRAGMA busy_timeout = {round(1000 * seconds)}")


def _wait_to_write(driver: sqlite3.Connection, seconds: float) -> None:
    """Take the write lock as soon as nobody has it, unless that takes too long.

    Left to itself SQLite looks ten times a second in the end, and may never look in the moment
    between two transactions of programs that write all the time.
    """
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        try:
            driver.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                return  # SQLAlchemy is to meet it too, and tells it as its own
        else:
            return
        time.sleep(random.uniform(0, _BETWEEN_LOOKS))
