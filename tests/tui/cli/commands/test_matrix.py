"""``claims matrix``: numbers by speaker and article or month."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.tui.cli.conftest import Run


def test_by_month_each_speaker_has_a_row(run: Run) -> None:
    found = json.loads(
        run("matrix", "--by", "month", "--kind", "person", "--format", "json").stdout
    )
    assert found["by"] == "month"
    by_name = {one["speaker"]: one["cells"] for one in found["speakers"]}
    assert by_name["Mira Okafor"]["2022-06"] >= 1
    assert by_name["Mira Okafor"]["2023-03"] >= 1
    assert [column["key"] for column in found["columns"]] == sorted(
        column["key"] for column in found["columns"]
    )


def test_its_numbers_are_those_of_the_list(run: Run) -> None:
    found = json.loads(run("matrix", "--format", "json").stdout)
    for speaker in found["speakers"]:
        listed = run("list", "--speaker", speaker["speaker"], "--format", "jsonl").stdout
        assert speaker["claims"] == listed.count("\n")
        assert sum(speaker["cells"].values()) == speaker["claims"]


def test_csv_has_a_column_an_article(run: Run) -> None:
    result = run("matrix", "--speaker", "okafor", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(result.stdout))
    assert row["speaker"] == "Mira Okafor"
    numbers = [int(value) for name, value in row.items() if name.startswith("a")]
    assert sum(numbers) == int(row["claims"])


def test_the_table_says_how_much_of_all_it_shows(run: Run) -> None:
    result = run("matrix", "--rows", "1", "--columns", "1")
    header, totals, speaker = result.stdout.splitlines()
    assert header.startswith("Speaker")
    assert totals.startswith("all of these")
    assert speaker
    assert result.stderr.startswith("claims: 1 of ")


def test_raw_goes_with_csv_only(run: Run) -> None:
    assert run("matrix", "--raw").exit_code == 2


@pytest.mark.parametrize("by", ["article", "month"])
def test_nothing_to_count(run: Run, by: str) -> None:
    result = run("matrix", "--by", by, "--speaker", "nobody at all")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "claims: no claims by nobody at all have a speaker known by name\n"
