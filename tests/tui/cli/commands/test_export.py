"""``claims export``: claims into a file."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.tui.cli.conftest import Run


@pytest.mark.parametrize("name", ["claims.csv", "claims.json", "claims.jsonl"])
def test_the_format_goes_by_the_extension(run: Run, tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    result = run("export", "-o", target)
    assert result.exit_code == 0
    assert result.stdout == ""
    form = target.suffix.removeprefix(".")
    assert target.read_bytes() == run("list", "--format", form).stdout_bytes
    assert result.stderr.endswith(f" claims to {target}\n")
    assert result.stderr.startswith("claims: wrote ")


def test_the_format_given_goes_before_the_extension(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "claims.txt"
    run("export", "-o", target, "--format", "jsonl", "--speaker", "okafor")
    speakers = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert speakers


def test_a_filtered_csv_reads_back(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "okafor.csv"
    run("export", "-o", target, "--speaker", "okafor", "--sort", "-published")
    with target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["speaker"] for row in rows} == {"Mira Okafor"}
    assert [row["published"] for row in rows] == sorted(
        (row["published"] for row in rows), reverse=True
    )


def test_a_dash_is_standard_output(run: Run) -> None:
    result = run("export", "-o", "-", "--limit", "1")
    assert result.stdout_bytes == run("list", "--format", "csv", "--limit", "1").stdout_bytes
    assert result.stderr == ""


def test_a_file_is_replaced_as_a_whole(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    target.write_text("what was here before\n" * 10_000)
    assert run("export", "-o", target, "--limit", "1").exit_code == 0
    assert "before" not in target.read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["claims.csv"]


def test_a_folder_that_is_missing_is_named(run: Run, tmp_path: Path) -> None:
    result = run("export", "-o", tmp_path / "nowhere" / "claims.csv")
    assert result.exit_code == 1
    assert result.stderr.startswith("claims: ")
    assert "nowhere" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_folder_is_no_file(run: Run, tmp_path: Path) -> None:
    result = run("export", "-o", tmp_path)
    assert result.exit_code == 2
    assert "is a directory" in result.stderr
