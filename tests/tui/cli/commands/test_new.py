"""``claims new``: what came in since the last visit."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import ColumnElement, update

from db.archive import open_archive
from db.connection.engine import writing
from db.schema import core as schema
from tests.tui.cli.conftest import Run


def test_before_the_first_visit_nothing_is_counted(run: Run) -> None:
    result = run("new")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "no visit is known yet" in result.stderr


def test_since_a_visit_only_what_came_later_is_new(run: Run, archive: Path) -> None:
    seen = datetime.now(UTC) - timedelta(hours=1)
    article = schema.Article

    def stored(at: datetime, *which: ColumnElement[bool]) -> None:
        with writing(open_archive(str(archive))) as connection:
            connection.execute(update(article).values(created_at=at).where(*which))

    stored(seen)
    assert run("new", "--seen", db=archive).exit_code == 0
    nothing = run("new", db=archive).stderr
    assert nothing.startswith("claims: 0 new claims since ")
    assert nothing.endswith(" UTC\n")
    # In the same second, and before the visit by the clock.
    stored(seen + timedelta(microseconds=1), article.id == 1)
    new = run("new", "--format", "json", db=archive).stdout
    assert json.loads(new)[0]["new"] > 0


def test_everybody_has_visits_of_their_own(
    run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMS_USER", "anna")
    run("new", "--seen", db=archive)
    assert "new claims since" in run("new", db=archive).stderr
    monkeypatch.setenv("CLAIMS_USER", "ben")
    assert "no visit is known yet" in run("new", db=archive).stderr


def test_an_archive_that_takes_the_place_of_another_was_not_visited(
    run: Run, archive: Path
) -> None:
    run("new", "--seen", db=archive)
    with writing(open_archive(str(archive))) as connection:
        connection.execute(update(schema.Run).values(public_id="another"))
    assert "no visit is known yet" in run("new", db=archive).stderr


def test_new_claims_are_told_by_saved_view(run: Run, archive: Path) -> None:
    run("views", "--save", "Okafor", "--speaker", "okafor", db=archive)
    hour_ago = (datetime.now(UTC) - timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M")
    result = run("new", "--since", hour_ago, "--format", "json", db=archive)
    every, okafor = json.loads(result.stdout)
    listed = run("list", "--stored", hour_ago, "--format", "jsonl", db=archive)
    assert every["new"] == len(listed.stdout.splitlines()) > 0
    assert (okafor["view"], okafor["filter"]) == ("Okafor", "speaker:okafor")
    assert 0 < okafor["new"] < every["new"]
    table = run("new", "--since", hour_ago, db=archive)
    assert "Okafor" in table.stdout
    assert f"--stored {hour_ago}" in table.stderr


def test_a_time_that_is_none_is_refused(run: Run) -> None:
    result = run("new", "--since", "noon")
    assert result.exit_code == 2
    assert "'noon' is no time" in result.stderr
