"""The answer of a PostgreSQL server as it comes; only loaded where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any, Final, Self

import psycopg
from psycopg import Cursor, capabilities
from psycopg.abc import Params, Query
from sqlalchemy import Connection

_CHUNK: Final = 5_000
"""Rows that are held at a time; older clients take them one by one."""


class StreamingCursor(Cursor[Any]):
    """A cursor that never holds its whole answer; it must be closed before the next statement.

    A cursor kept by the server would not hold it either, but the server plans such ones without
    parallel helpers, and begins to count its limit of time anew for each batch.
    """

    _rows: Any = None
    _rest: Iterator[Any] = iter(())

    def execute(
        self,
        query: Query,
        params: Params | None = None,
        *,
        prepare: bool | None = None,
        binary: bool | None = None,
    ) -> Self:
        """Send the query, and wait for its first row: the server has begun to answer."""
        size = _CHUNK if capabilities.has_stream_chunked() else 1
        self._rows = self.stream(query, params, binary=binary, size=size)
        self._rest = chain(list(islice(self._rows, 1)), self._rows)
        return self

    def fetchmany(self, size: int = 0) -> list[Any]:
        """The next rows, at most so many; none at the end."""
        return list(islice(self._rest, size))

    def close(self) -> None:
        """Let go of the connection, for which the server is told to end what is left."""
        if self._rows is not None:
            self._rows.close()
        super().close()


@contextmanager
def streaming(connection: Connection) -> Iterator[None]:
    """Have the statement that is executed inside answer by a `StreamingCursor`."""
    driver: Any = connection.connection.driver_connection
    usual: type[psycopg.Cursor[Any]] = driver.cursor_factory
    driver.cursor_factory = StreamingCursor
    try:
        yield
    finally:
        driver.cursor_factory = usual
