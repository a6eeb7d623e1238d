"""``claims sql``: the database in a shell of SQL, to read."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest
from sqlalchemy import make_url

from tests.tui.cli.conftest import Claims, Run
from tui.cli.export.sql import for_psql

pytestmark = pytest.mark.skipif(shutil.which("sqlite3") is None, reason="needs sqlite3")


def test_a_question_is_answered_from_the_views(claims: Claims) -> None:
    result = claims("sql", "SELECT name, claims FROM v_speakers ORDER BY name")
    assert result.returncode == 0, result.stderr
    header, *rows = csv.reader(io.StringIO(result.stdout))
    assert header == ["name", "claims"]
    assert "Mira Okafor" in [name for name, _ in rows]


def test_nothing_can_be_changed(claims: Claims, run: Run) -> None:
    before = run("list", "--all").stdout
    result = claims("sql", "DELETE FROM claim")
    assert result.returncode != 0
    assert "readonly" in result.stderr
    assert run("list", "--all").stdout == before != ""


def test_without_the_program_it_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    result = run("sql")
    assert result.exit_code == 1
    assert result.stderr.startswith("claims: sqlite3 is not installed; ")


def test_there_must_be_an_archive(run: Run, tmp_path: Path) -> None:
    assert run("sql", "SELECT 1", db=tmp_path / "none.db").exit_code == 1
    assert not (tmp_path / "none.db").exists()


def test_psql_is_told_by_its_variables_and_to_read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGOPTIONS", "-c statement_timeout=5s")
    url = make_url("postgresql+psycopg://ines:secret@db.example:5433/news?sslmode=require")
    assert for_psql(url) == {
        "PGHOST": "db.example",
        "PGPORT": "5433",
        "PGUSER": "ines",
        "PGPASSWORD": "secret",
        "PGDATABASE": "news",
        "PGSSLMODE": "require",
        "PGOPTIONS": "-c statement_timeout=5s -c default_transaction_read_only=on",
    }
    local = make_url("postgresql+psycopg://postgres@/news?host=/tmp/socket")
    assert for_psql(local)["PGHOST"] == "/tmp/socket"
