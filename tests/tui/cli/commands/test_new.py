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
from tests.tui.cli.conftest import GRAIN, Claims, Run


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


def test_another_archive_in_the_same_place_begins_anew(
    run: Run, claims: Claims, archive: Path, articles: Path
) -> None:
    # By processes, as no process is to have open what is moved.
    assert claims("new", "--seen", db=archive).returncode == 0
    other, first, second = (archive.with_name(f"{name}.db") for name in ("other", "1", "2"))
    # Even one with the same articles, which are not new to whoever saw them in the first.
    assert run("ingest", articles, db=other).exit_code == 0
    assert run("backup", second, db=other).exit_code == 0
    archive.rename(first)
    second.rename(archive)
    assert "no visit is known yet" in claims("new", "--seen", db=archive).stderr
    assert "0 new claims since" in claims("new", db=archive).stderr
    # The visit to the second is no visit to the first.
    first.replace(archive)
    assert "no visit is known yet" in claims("new", db=archive).stderr


def test_restoring_a_backup_of_another_archive_begins_anew(
    run: Run, archive: Path, articles: Path
) -> None:
    run("new", "--seen", db=archive)
    other, kept = archive.with_name("other.db"), archive.with_name("kept.db")
    assert run("ingest", articles / "grain.txt", db=other).exit_code == 0
    assert run("backup", kept, db=other).exit_code == 0
    assert run("restore", "--force", kept, db=archive).exit_code == 0
    assert "no visit is known yet" in run("new", db=archive).stderr


def test_an_archive_goes_on_when_its_own_backup_is_restored(
    run: Run, archive: Path, articles: Path
) -> None:
    kept, more = archive.with_name("kept.db"), articles / "more.txt"
    assert run("backup", kept, db=archive).exit_code == 0
    more.write_text(GRAIN.replace("Fenn", "Adair"), encoding="utf-8")
    run("ingest", more, db=archive)
    run("new", "--seen", db=archive)
    assert run("restore", "--force", kept, db=archive).exit_code == 0
    assert "0 new claims since" in run("new", db=archive).stderr
    # What came in after the backup was made is lost with it: once it is back, it is new.
    run("ingest", more, db=archive)
    assert new_in(run, archive) == claims_of(run, archive, "Adair") > 0


def test_an_archive_goes_on_when_a_copy_takes_its_place(
    run: Run, claims: Claims, archive: Path, articles: Path
) -> None:
    assert claims("new", "--seen", db=archive).returncode == 0
    copied, more = archive.with_name("copied.db"), articles / "more.txt"
    assert claims("copy", "--from", archive, "--to", copied).returncode == 0
    # Where it is now, nobody was.
    assert "no visit is known yet" in claims("new", db=copied).stderr
    copied.replace(archive)
    assert "0 new claims since" in claims("new", db=archive).stderr
    more.write_text(GRAIN.replace("Fenn", "Adair"), encoding="utf-8")
    run("ingest", more, db=archive)
    assert new_in(run, archive) == claims_of(run, archive, "Adair") > 0


def new_in(run: Run, archive: Path) -> int:
    """How many claims are new since the last visit."""
    [every] = json.loads(run("new", "--format", "json", db=archive).stdout)
    number = every["new"]
    assert isinstance(number, int)
    return number


def claims_of(run: Run, archive: Path, speaker: str) -> int:
    """How many claims somebody makes."""
    return len(listed(run, archive, "--speaker", speaker))


def listed(run: Run, archive: Path, *filters: str) -> list[str]:
    """The claims that a filter finds, those that are usually left out too."""
    return run("list", "--all", "--format", "jsonl", *filters, db=archive).stdout.splitlines()


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
