"""What goes wrong with an archive, told in one line that names it and never its password."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from db.connection.passwords import shown, without_passwords

_SQLITE: Final[dict[int | str | None, str]] = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "it is read-only",
    sqlite3.SQLITE_BUSY: "another program has it locked",
    sqlite3.SQLITE_LOCKED: "another program has it locked",
    sqlite3.SQLITE_NOTADB: "it is not a database",
    sqlite3.SQLITE_CORRUPT: "the database file is damaged",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; check the folder and its permissions",
    sqlite3.SQLITE_IOERR: "reading or writing the file failed",
    sqlite3.SQLITE_PERM: "access is not permitted",
}
_MOVED: Final = "the file was moved, deleted or replaced while it was open; open it again"
_UNREADABLE: Final = "Could not decode to UTF-8"
_POSTGRESQL: Final[dict[int | str | None, str]] = {
    "53100": "the disk of the server is full",
    "25006": "it is read-only",
    "42501": "this login is not permitted to do that",
    "57P01": "the server closed the connection",
    "57014": "the server was told to end what takes so long",
}
_NOT_PERMITTED: Final = "42501"
_LOCKED: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
# No database, login, table or column of that name; and classes: too few resources (a full disk),
# errors of the system, damaged data.
_OF_THE_SERVER: Final = re.compile("3D000|28...|25006|42501|42P01|42703|53...|58...|XX00[12]")
_NO_SUCH: Final = re.compile("no such (table|column)|has no column")
_OTHERS_NAME: Final = "the name is not that of the login; see --by and $CLAIMS_USER"


_PASSING: Final = frozenset({"40001", "40P01"})
_AWAY: Final = frozenset({"57P01", "57P02", "57P03"})
_NO_CONNECTION: Final = ("connection failed", "connection is bad", "connection timeout")


class ArchiveError(Exception):
    """An archive cannot be opened, read or written; the message is one line."""


class NoArchive(ArchiveError):  # noqa: N818 - there is none
    """There is no archive where one was to be opened that is there."""


def reason(error: Exception) -> str:
    """Why a database refused, in a few words on one line."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    if _code(cause) == _NOT_PERMITTED and "row-level security" in str(cause):
        return _OTHERS_NAME
    of_sqlite = getattr(cause, "sqlite_errorcode", None)
    if of_sqlite == sqlite3.SQLITE_READONLY_DBMOVED:
        return _MOVED
    if of_sqlite == sqlite3.SQLITE_IOERR_SHMSIZE:
        # The file that readers share could not be made as long as it must be.
        return _SQLITE[sqlite3.SQLITE_FULL]
    known = _SQLITE.get(_code(cause)) or _POSTGRESQL.get(_code(cause))
    if known is not None:
        return known
    problem = without_passwords(" ".join(str(cause).split())) or type(cause).__name__
    if any(words in problem for words in _NO_CONNECTION):
        return _refused(problem)
    if problem.startswith(_UNREADABLE):
        return "text in it cannot be read; 'claims check' tells where"
    return problem


def lasting(error: Exception) -> bool:
    """Whether the next write will meet the same error: it is of the database (its disk, its file,
    its tables, the server, the login), not of what was to be written nor of another writer."""
    if not isinstance(error, DBAPIError):
        return False
    code = _code(error.orig)
    if isinstance(code, int):
        no_such = _NO_SUCH.search(str(error.orig)) is not None
        return (code in _SQLITE and code not in _LOCKED) or no_such
    return away(error) or (code is not None and _OF_THE_SERVER.fullmatch(code) is not None)


def away(error: Exception) -> bool:
    """Whether there is no server just now: it stops, starts, or cannot be reached."""
    if not isinstance(error, DBAPIError):
        return False
    message = str(error.orig)
    return _code(error.orig) in _AWAY or any(words in message for words in _NO_CONNECTION)


def passing(error: Exception) -> bool:
    """Whether the same transaction may succeed if done again: another writer came first."""
    if not isinstance(error, DBAPIError):
        return False
    return (
        isinstance(error, IntegrityError)
        or error.connection_invalidated
        or _code(error.orig) in _PASSING
    )


@contextmanager
def archive_errors(engine: Engine) -> Iterator[None]:
    """Turn what the database raises inside into an ``ArchiveError`` that names the database."""
    try:
        yield
    except SQLAlchemyError as error:
        raise ArchiveError(f"{shown(engine.url)}: {reason(error)}") from error


def _code(cause: BaseException | None) -> int | str | None:
    """SQLite's primary result code or the five characters of PostgreSQL's."""
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", None)
        return None if code is None else code & 0xFF
    return getattr(cause, "sqlstate", None)


def _refused(message: str) -> str:
    """A failed connection in the server's own words, else that there is no server."""
    _, fatal, words = message.partition("FATAL:")
    if fatal:
        return f"the server refused: {words.partition(' connection to server')[0].strip()}"
    return f"the server cannot be reached: {message.rpartition('failed:')[2].strip()}"
