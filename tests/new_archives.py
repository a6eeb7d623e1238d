"""Has new archives in files copied from one that was made: to make one takes all migrations."""

from __future__ import annotations

import sqlite3
from functools import cache
from typing import Final

from sqlalchemy import Engine, create_engine

from db import archive
from db.migrations.run import upgrade

_BRING: Final = archive._bring_up_to_date


def brought_up(engine: Engine, *, read_only: bool, create: bool) -> bool:
    """In place of what makes or upgrades an archive: one in an empty file is a copy."""
    if engine.dialect.name == "sqlite" and create and not read_only and _is_empty(engine):
        connection = engine.raw_connection()
        try:
            assert isinstance(connection.driver_connection, sqlite3.Connection)
            _made().backup(connection.driver_connection)
        finally:
            connection.close()
    return _BRING(engine, read_only=read_only, create=create)


def _is_empty(engine: Engine) -> bool:
    with engine.connect() as connection:
        version = connection.exec_driver_sql("PRAGMA schema_version").scalar()
    return version == 0


@cache
def _made() -> sqlite3.Connection:
    """An archive without articles, in memory."""
    made = sqlite3.connect(":memory:", check_same_thread=False)
    engine = create_engine("sqlite://", creator=lambda: made)
    upgrade(engine)
    return made
