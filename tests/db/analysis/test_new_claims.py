"""What came in since a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from db.analysis.new_claims import after_newest, came_in, read_new_claims
from db.archive import open_archive
from db.connection.engine import writing
from db.query.line import parse_filter
from db.query.saved_views import save_view
from tests.db.library import rows, stock

BEFORE, AFTER = datetime(2024, 6, 2, tzinfo=UTC), datetime(2024, 6, 9, tzinfo=UTC)


@pytest.fixture
def shelf(sqlite_archive: Engine) -> Engine:
    """The library, of which the articles of the depot and the bridge came a week later."""
    stock(sqlite_archive)
    with writing(sqlite_archive) as connection:
        for change, when in (
            ("UPDATE article SET created_at = :when", "2024-06-01 12:00:00.000000"),
            (
                "UPDATE article SET created_at = :when WHERE path LIKE '%depot%'",
                "2024-06-08 12:00:00.000000",
            ),
        ):
            connection.execute(text(change), {"when": when})
    return sqlite_archive


def test_new_claims_are_counted_in_all_and_by_view(shelf: Engine) -> None:
    save_view(shelf, "Brandt", "speaker:brandt limit:1")
    save_view(shelf, "Signals", "article:signals")
    new = read_new_claims(shelf, BEFORE)
    depot = rows(shelf, parse_filter("article:depot"))
    assert new.claims == len(depot)
    assert new.in_views == {"Brandt": sum("Ilse Brandt" in row.names for row in depot)}
    assert [one.view.name for one in new.views] == ["Brandt", "Signals"]
    assert read_new_claims(shelf, AFTER).claims == 0


def test_they_are_the_claims_that_the_filter_shows(shelf: Engine) -> None:
    shown = rows(shelf, came_in(parse_filter(""), BEFORE))
    assert {row.article_path for row in shown} == {"/library/depot.html"}
    assert rows(shelf, parse_filter("stored:2024-06-08T12:00")) == shown
    assert rows(shelf, parse_filter("stored:2024-06-08T12:01")) == []


def test_what_is_newer_than_all_that_is_stored(shelf: Engine, tmp_path: Path) -> None:
    assert read_new_claims(shelf, newest := after_newest(shelf) or AFTER).claims == 0
    with writing(shelf) as connection:
        connection.execute(
            text("UPDATE article SET created_at = :when WHERE path LIKE '%bridge%'"),
            {"when": "2024-06-08 12:00:00.000001"},
        )
    assert read_new_claims(shelf, newest).claims == len(rows(shelf, parse_filter("article:bridge")))
    assert after_newest(open_archive(str(tmp_path / "empty.db"))) is None


def test_a_view_that_asks_for_later_still_does(shelf: Engine) -> None:
    query = replace(parse_filter(""), stored=AFTER)
    assert came_in(query, BEFORE).stored == AFTER
    assert came_in(parse_filter("stored:2024"), BEFORE).stored == BEFORE


def test_a_view_of_another_version_is_passed_over(shelf: Engine) -> None:
    save_view(shelf, "Odd", "flavour:sweet:x")
    with writing(shelf) as connection:
        connection.execute(text("UPDATE saved_view SET line = 'is:'"))
    assert read_new_claims(shelf, BEFORE).views == ()
