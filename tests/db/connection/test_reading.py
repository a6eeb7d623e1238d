"""A connection to read with."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text

from db.connection.errors import ArchiveError
from db.connection.reading import plain_rows, reading


def test_what_the_drivers_cursor_raises_is_told_as_the_archives(archive: Engine) -> None:
    with pytest.raises(ArchiveError, match="nowhere"), reading(archive) as connection:
        connection.connection.cursor().execute("SELECT * FROM nowhere")


def test_rows_come_as_the_driver_has_them(archive: Engine) -> None:
    with reading(archive) as connection:
        assert [*plain_rows(connection.execute(text("SELECT 1, 'ice'")))] == [(1, "ice")]
