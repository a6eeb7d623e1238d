"""One program compares at a time, and tells how far it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sqlalchemy import Connection, text

_LOCK: Final = 0x636F6D70617265  # "compare"; the key of PostgreSQL's lock around comparing

Progress = Callable[[int, int], None]
"""Told what is done, and of how much."""


def one_at_a_time(connection: Connection) -> None:
    """Wait until no other program compares, whose articles this one could not see.

    SQLite lets only one write anyway.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
