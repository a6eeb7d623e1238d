"""``claims list``: a table, or the data of an export."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from db.archive import open_archive
from tests.tui.archives import ARTICLES, make_archive
from tests.tui.cli.conftest import Run, write_articles
from tui.cli.main import cli


def test_the_table_shows_who_said_what_when(run: Run) -> None:
    result = run("list", "--speaker", "okafor", "--since", "2023")
    assert result.exit_code == 0
    header, first, *_ = result.stdout.splitlines()
    assert header.split()[:3] == ["Published", "Speaker", "Organization"]
    assert first.startswith("2023-03-02  Mira Okafor  Tallinn Policy Centre")
    assert "A ferry without a pilot is a very expensive café" in first
    assert "2022-06-14" not in result.stdout


def test_claims_are_found_by_cue_class_and_flags(run: Run, stories: Path) -> None:
    def found(*options: str) -> list[tuple[str, str, bool]]:
        lines = run("list", "--format", "jsonl", *options, db=stories).stdout.splitlines()
        claims = [json.loads(line) for line in lines]
        return [(claim["cue_lemma"], claim["cue_class"], claim["negated"]) for claim in claims]

    assert found("--cue-class", "statement", "--no-negated") == [
        ("say", "statement", False),
        ("say", "statement", False),
        ("add", "statement", False),
    ]
    assert found("--negated") == [("according to", "statement", True)]
    assert found("--prediction", "--cue", "insist") == [("insist", "belief", False)]
    assert run("list", "--hedged", "--cue", "add", db=stories).stderr == (
        "claims: no claims with the cue “add”, hedged\n"
    )


def test_csv_has_what_the_cue_tells_of(run: Run, stories: Path) -> None:
    result = run("list", "--format", "csv", "--negated", db=stories)
    header, row = csv.reader(io.StringIO(result.stdout, newline=""))
    assert header[36:41] == ["cue_lemma", "cue_class", "negated", "hedged", "prediction"]
    assert row[36:41] == ["according to", "statement", "true", "true", "false"]


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """An archive of prepared claims, whatever extraction finds."""
    db = tmp_path / "stories.db"
    make_archive(db, ARTICLES).dispose()
    return db


def test_rows_come_by_date(run: Run) -> None:
    days = [line.split()[0] for line in run("list").stdout.splitlines()[1:]]
    assert days == sorted(days)
    assert set(days) == {"2022-06-14", "2023-03-02", "2023-10-03"}


def test_a_limit_is_kept_and_told(run: Run) -> None:
    result = run("list", "--limit", "2")
    assert len(result.stdout.splitlines()) == 3
    total = len(run("list").stdout.splitlines()) - 1
    told, _ = result.stderr.splitlines()
    assert told == f"claims: showing 2 of {total} claims; --limit says how many"


def test_nothing_found_says_what_was_looked_for(run: Run) -> None:
    result = run("list", "--speaker", "nobody at all")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "claims: no claims by nobody at all\n"


def test_an_empty_archive_says_how_to_fill_it(run: Run, tmp_path: Path) -> None:
    open_archive(str(tmp_path / "new.db")).dispose()
    result = run("list", db=tmp_path / "new.db")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "'claims ingest PATH…'" in result.stderr


def test_json_lines_are_one_claim_each(run: Run) -> None:
    lines = run("list", "--format", "jsonl", "--type", "direct").stdout.splitlines()
    claims = [json.loads(line) for line in lines]
    assert claims
    assert {claim["type"] for claim in claims} == {"direct"}
    assert json.loads(run("list", "--format", "json", "--type", "direct").stdout) == claims


def test_csv_has_the_columns_of_the_contract(run: Run) -> None:
    text = run("list", "--format", "csv", "--article", "ferries").stdout
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert list(rows[0])[:5] == ["claim_id", "article_id", "article_title", "outlet", "published"]
    assert {row["article_title"] for row in rows} == {"The ferries that never sailed"}


@pytest.mark.parametrize("command", [("list",), ("articles",), ("export", "-o", "-")])
def test_a_formula_is_guarded_unless_raw_is_asked_for(
    run: Run, formula: Path, command: tuple[str, ...]
) -> None:
    form = () if command[0] == "export" else ("--format", "csv")
    assert titles(run(*command, *form, db=formula)) == {"'=1+1 ferries"}
    assert titles(run(*command, *form, "--raw", db=formula)) == {"=1+1 ferries"}


@pytest.fixture(scope="module")
def formula(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with one article, whose title is a formula."""
    folder = tmp_path_factory.mktemp("formula")
    page = write_articles(folder / "articles") / "ferry.html"
    text = page.read_text("utf-8").replace("The ferries that never sailed", "=1+1 ferries")
    page.write_text(text, encoding="utf-8")
    db = folder / "claims.db"
    assert CliRunner().invoke(cli, ["--db", str(db), "ingest", str(page)]).exit_code == 0
    return db


def titles(result: Result) -> set[str]:
    """The titles of articles in CSV."""
    return {row["article_title"] for row in csv.DictReader(io.StringIO(result.stdout, newline=""))}


def test_columns_are_those_that_are_named_in_their_order(run: Run) -> None:
    asked = ("--columns", "type,speaker,content_spans", "--limit", "1", "--speaker", "okafor")
    header, row = run("list", *asked).stdout.splitlines()
    assert header.split() == ["type", "speaker", "content_spans"]
    assert row.split()[1:3] == ["Mira", "Okafor"]
    head, cells = csv.reader(io.StringIO(run("list", *asked, "--format", "csv").stdout, newline=""))
    assert head == ["type", "speaker", "content_spans"]
    assert re.split(" {2,}", row) == cells
    (only,) = json.loads(run("list", *asked, "--format", "json").stdout)
    assert list(only) == head


def test_a_column_that_is_not_there_is_refused(run: Run) -> None:
    refused = run("list", "--columns", "speeker")
    assert refused.exit_code == 2
    assert "did you mean speaker?" in refused.stderr


def test_csv_lines_end_as_the_rfc_says(run: Run) -> None:
    raw = run("list", "--format", "csv").stdout_bytes
    assert raw.count(b"\r\n") == raw.count(b"\n") > 5
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert run("list", "--format", "csv", "--excel").stdout_bytes.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("form", ["table", "json", "jsonl"])
@pytest.mark.parametrize("flag", ["--raw", "--excel"])
@pytest.mark.parametrize("command", ["list", "speakers", "articles"])
def test_csv_flags_go_with_csv_only(run: Run, command: str, flag: str, form: str) -> None:
    result = run(command, flag, "--format", form)
    assert result.exit_code == 2
    assert f"{flag} goes with CSV only" in result.stderr


def test_the_ids_of_speakers_find_what_they_say(run: Run, stories: Path) -> None:
    claims = json.loads(run("list", "--format", "json", db=stories).stdout)
    assert all(len(one["speaker_id"]) == len(one["speaker"]) for one in claims)

    for ident in {ident for one in claims for ident in one["speaker_id"]}:
        found = run("list", "--format", "json", "--speaker", ident, db=stories)
        assert json.loads(found.stdout) == [one for one in claims if ident in one["speaker_id"]]


def test_a_cell_that_is_cut_for_a_spreadsheet_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.export.table.MOST_IN_CELL", 20)
    result = run("list", "--format", "csv", "--excel", "--limit", "1")
    assert "cells to the 20 characters of one" in result.stderr
    assert "cells to" not in run("list", "--format", "csv", "--limit", "1").stderr
