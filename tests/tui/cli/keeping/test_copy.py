"""``claims copy``."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from tests.tui.cli.conftest import Run


def test_rows_and_checksums_of_each_table_are_told(run: Run, stored: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "1.db", tmp_path / "2.db"
    result = run("copy", "--from", stored, "--to", first, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    tables = json.loads(result.stdout)["tables"]
    assert tables["article"]["rows"] == 3
    assert all(len(one["checksum"]) == 32 for one in tables.values())
    assert run("copy", "--to", second, "--format", "json", db=first).stdout == result.stdout
    assert run("list", "--all", db=second).stdout == run("list", "--all").stdout


def test_a_table_for_people(run: Run, tmp_path: Path) -> None:
    lines = run("copy", "--to", tmp_path / "1.db").stdout.splitlines()
    assert lines[0].split() == ["Table", "Rows", "Checksum"]
    assert ["article", "3"] in [line.split()[:2] for line in lines]


def test_only_an_empty_database_is_copied_to(run: Run, archive: Path) -> None:
    with sqlite3.connect(archive) as connection:
        connection.execute("UPDATE article SET title = 'Of another archive'")
    result = run("copy", "--to", archive)
    assert (result.exit_code, result.stdout) == (1, "")
    told = f"claims: {archive}: holds an archive already; copy to an empty database\n"
    assert result.stderr == told
