"""Two programs that compare take turns."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from db.comparison.lock import one_at_a_time


def test_a_second_program_waits_until_the_first_is_done(archive: Engine) -> None:
    with archive.connect() as first, archive.connect() as second:
        one_at_a_time(first)
        if archive.dialect.name == "postgresql":
            second.execute(text("SET lock_timeout = '20ms'"))
            with pytest.raises(DBAPIError, match="lock timeout"):
                one_at_a_time(second)
            second.rollback()
            first.rollback()
        one_at_a_time(second)
