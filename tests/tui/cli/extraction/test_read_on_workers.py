"""``claims ingest --read-on-workers``: the same rows as without it, and URLs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.claims.reading.formats.samples import FILES
from tests.tui.cli.conftest import Run

WORDS = "The ferry stopped on Monday. “It leaks,” said Ana Ruiz, the harbor master."


@pytest.fixture
def folder(articles: Path) -> Path:
    """Texts and pages, a web archive, records, one of them no record, and files that are bad."""
    (articles / "pages.warc.gz").write_bytes((FILES / "pages.warc.gz").read_bytes())
    records = [
        {"text": f"{number}. {WORDS}", "url": f"https://a.example/{number % 3}"}
        for number in range(6)
    ]
    lines = "\n".join(json.dumps(record) for record in records)
    (articles / "records.jsonl").write_text(lines + "\n{\n")
    (articles / "copy.txt").write_bytes((articles / "grain.txt").read_bytes())
    (articles / "empty.txt").write_bytes(b"")
    (articles / "notes.exe").write_bytes(b"")
    return articles


def rows(run: Run, db: Path) -> list[dict[str, str]]:
    """The claims in an archive, without the moment of the run that found them."""
    file = db.with_suffix(".csv")
    run("export", "--all", "-o", file, db=db)
    told = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))
    assert len(told) > 5
    return [{name: row[name] for name in row if name != "extracted_at"} for row in told]


def test_it_stores_the_same_and_once(run: Run, folder: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    missing = folder / "none.txt"
    plain = run("ingest", folder, missing, "--format", "json", db=one)
    there = run(
        *("ingest", folder, missing, "--format", "json", "--engine", "local:2"),
        "--read-on-workers",
        db=other,
    )
    assert there.exit_code == plain.exit_code == 1
    assert there.stdout == plain.stdout
    assert sorted(there.stderr.splitlines()) == sorted(plain.stderr.splitlines())
    assert f"claims: {missing}: no such file or folder" in there.stderr.splitlines()
    assert rows(run, other) == rows(run, one)
    again = run("ingest", folder, "--read-on-workers", db=other)
    assert ": 0 stored with 0 claims" in again.stdout


def test_a_url_is_read_and_keeps_its_name(run: Run, folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "new.db"
    url = f"file://{folder}/records.jsonl"
    told = run("ingest", url, f"file://{folder}/none.txt", "--read-on-workers", db=db)
    assert told.exit_code == 1
    json_line, missing = told.stderr.splitlines()
    assert json_line.startswith(f"claims: {url}: line 7 is no JSON (")
    assert missing == f"claims: file://{folder}/none.txt: no such file or folder"
    assert {row["article_path"].partition("#")[0] for row in rows(run, db)} == {url}
    again = run("ingest", url, "--read-on-workers", db=db)
    assert ": 0 stored with 0 claims, skipped 6 unchanged" in again.stdout


def test_without_it_a_url_is_no_path(run: Run, tmp_path: Path) -> None:
    told = run("ingest", "s3://desk/2024", db=tmp_path / "new.db")
    assert told.exit_code == 2
    assert "s3://desk/2024: --read-on-workers reads URLs of files" in told.stderr
