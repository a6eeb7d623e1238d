"""Stopping a query that another thread waits for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Protocol

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError


class Cancelled(Exception):  # noqa: N818 - it is no error
    """The query was cancelled before it was done."""


class _Running(Protocol):
    """What both drivers' connections can do from another thread."""

    def cancel(self) -> None: ...


class _Sqlite:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def cancel(self) -> None:
        self._connection.interrupt()


class Cancel:
    """Handed to a query, stops it from any thread; a query not yet begun will not begin.

    One that has been cancelled stays so: take a new one for each query.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: _Running | None = None
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        return self._cancelled

    def cancel(self) -> None:
        """Stop what runs under this now, or as soon as it starts."""
        # Under the lock, so that a connection that has gone back to its pool is never hit.
        with self._lock:
            self._cancelled = True
            if self._running is not None:
                self._running.cancel()

    def check(self) -> None:
        """Raise `Cancelled` if `cancel` was called."""
        if self._cancelled:
            raise Cancelled

    @contextmanager
    def watch(self, connection: Connection) -> Iterator[None]:
        """Let `cancel` stop what this connection runs inside.

        Raises:
            Cancelled: It was stopped, or was to be before it began.
        """
        driver = connection.connection.driver_connection
        with self._lock:
            self.check()
            self._running = _Sqlite(driver) if isinstance(driver, sqlite3.Connection) else driver
        try:
            yield
        except Exception as error:
            if self._cancelled and isinstance(error, _driver_errors(driver)):
                raise Cancelled from error
            raise
        finally:
            with self._lock:
                self._running = None
            if self._cancelled and not isinstance(driver, sqlite3.Connection):
                # PostgreSQL may stop whatever comes next on this connection instead.
                connection.invalidate()
        self.check()


def _driver_errors(driver: object) -> tuple[type[Exception], ...]:
    """What a query raises when it is stopped: from SQLAlchemy, or from the driver's cursor."""
    if isinstance(driver, sqlite3.Connection):
        return DBAPIError, sqlite3.Error
    # Imported late: the driver, which SQLite does without.
    import psycopg

    return DBAPIError, psycopg.Error
