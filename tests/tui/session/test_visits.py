"""When somebody was last on a database."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import make_url

from tui.session.state import StateError
from tui.session.visits import Visits

NEWS = make_url("postgresql+psycopg://desk@host/news")
NOON = datetime(2024, 5, 16, 12, tzinfo=UTC)


def test_each_person_has_visits_of_their_own(tmp_path: Path) -> None:
    anna, ben = Visits(tmp_path, NEWS, "anna"), Visits(tmp_path, NEWS, "ben")
    assert anna.last() is None
    anna.keep(NOON)
    assert Visits(tmp_path, NEWS, "anna").last() == NOON
    assert ben.last() is None
    assert Visits(tmp_path, make_url("sqlite:////srv/news.db"), "anna").last() is None


def test_another_archive_in_the_same_place_was_not_visited(tmp_path: Path) -> None:
    Visits(tmp_path, NEWS, "anna", "r1").keep(NOON)
    assert Visits(tmp_path, NEWS, "anna", "r1").last() == NOON
    assert Visits(tmp_path, NEWS, "anna", "r2").last() is None


def test_a_name_may_be_anything(tmp_path: Path) -> None:
    for name in ("", "../up", "Ines \U0001f600", "x" * 1000):
        Visits(tmp_path, NEWS, name).keep(NOON)
        assert Visits(tmp_path, NEWS, name).last() == NOON
    assert {path.parent.name for path in tmp_path.rglob("*.json")} == {"visits"}


def test_a_broken_file_is_told_and_a_time_that_is_none_is_no_visit(tmp_path: Path) -> None:
    visits = Visits(tmp_path, NEWS, "anna")
    visits.keep(NOON)
    visits.file.write_text('{"version": 1, "began": "noon"}')
    assert visits.last() is None
    visits.file.write_text("{")
    with pytest.raises(StateError, match="news-"):
        visits.last()
