"""Numbers of claims, none of which is given twice: somebody may still have on the screen what had
it, and judge it by that number.

The sequences of a server never go back. SQLite gives the number after the largest there is, which
may have been that of a claim that was deleted; so the last one given is kept in the head of its
file, as ``user_version``.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, func, select

from db.schema.core import Claim

_LARGEST: Final = 2**31 - 1
"""That fits there."""

_GREATEST: Final = select(func.max(Claim.id))


def new_numbers(connection: Connection, count: int) -> range | None:
    """Numbers for claims that are about to be stored; None where a server gives them itself.

    Args:
        connection: In a transaction that writes.
        count: How many.
    """
    if connection.dialect.name != "sqlite":
        return None
    first = _last_given(connection) + 1
    _note(connection, first + count - 1)
    return range(first, first + count)


def keep_given(connection: Connection) -> None:
    """Note the largest number there is, before claims are deleted."""
    if connection.dialect.name == "sqlite":
        _note(connection, _last_given(connection))


def _last_given(connection: Connection) -> int:
    noted = connection.exec_driver_sql("PRAGMA user_version").scalar() or 0
    return max(noted, connection.scalar(_GREATEST) or 0)


def _note(connection: Connection, number: int) -> None:
    connection.exec_driver_sql(f"PRAGMA user_version = {min(number, _LARGEST)}")
