"""What goes wrong with an archive is one line."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.connection.engine import ArchiveError
from db.connection.errors import archive_errors
from tests.db.opening import run


def test_errors_outside_a_database_pass_through(archive: Engine) -> None:
    with pytest.raises(ZeroDivisionError), archive_errors(archive):
        _ = 1 / 0


def test_an_error_nobody_foresaw_is_one_line(archive: Engine) -> None:
    with pytest.raises(ArchiveError) as caught, archive_errors(archive):
        run(archive, "SELECT nonsense\nFROM nowhere")
    assert "nowhere" in str(caught.value)
    assert "\n" not in str(caught.value)
