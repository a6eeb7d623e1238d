"""Noticing that the file of an open database was moved, deleted or replaced by another.

Whoever has it open goes on with the file that it was, which nobody else sees and which may have no
name any more. SQLite refuses to write to one only if it keeps no write-ahead log.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from sqlalchemy import Engine, event


def refuse_if_moved(engine: Engine, path: Path) -> None:
    """Have an engine refuse its database from when the file at a path is not the one it opened.

    It raises the error that SQLite has for that.

    Args:
        engine: That has not opened it yet.
        path: Of the file.
    """
    opened: list[tuple[int, int]] = []

    def look(*_: object) -> None:
        if opened and _identity(path) not in opened:
            error = sqlite3.OperationalError(f"{path} is not the file that was opened")
            error.sqlite_errorcode = sqlite3.SQLITE_READONLY_DBMOVED
            error.sqlite_errorname = "SQLITE_READONLY_DBMOVED"
            raise error

    def opens(*_: object) -> None:
        if not opened and (now := _identity(path)) is not None:
            opened.append(now)

    # Before a connection is made, which would make a new file.
    event.listen(engine, "do_connect", look)
    event.listen(engine, "connect", opens)
    event.listen(engine, "checkout", look)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
