"""``claims matrix``: numbers by speaker and article or month."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from db.analysis.matrix import Matrix, MatrixLine
from db.analysis.matrix.model import UNDATED
from tests.tui.cli.conftest import Run
from tui.cli.comparison.matrix import extent


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
    assert totals.split()[:4] == ["all", "of", "these", speaker.rsplit("  ", 2)[0].split()[-1]]
    assert speaker
    assert result.stderr.startswith("claims: 1 of ")


def test_columns_without_room_on_a_terminal_are_told(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.io.tables.out_is_terminal", lambda: True)
    monkeypatch.setattr("tui.io.tables.width", lambda: 40)
    found = run("matrix", "--by", "article")
    header = found.stdout.splitlines()[0]
    whole = json.loads(run("matrix", "--by", "article", "--format", "json").stdout)
    assert len(re.findall(r"\d{4}-\d{2}-\d{2}", header)) == 1
    assert f"1 of {whole['column_total']} articles" in found.stderr


def test_raw_goes_with_csv_only(run: Run) -> None:
    assert run("matrix", "--raw").exit_code == 2


@pytest.mark.parametrize("by", ["article", "month"])
def test_nothing_to_count(run: Run, by: str) -> None:
    result = run("matrix", "--by", by, "--speaker", "nobody at all")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "claims: no claims by nobody at all have a speaker known by name\n"


def test_topics_by_month_are_those_of_the_list_of_topics(run: Run) -> None:
    found = json.loads(run("matrix", "--of", "topic", "--format", "json").stdout)
    assert (found["of"], found["by"]) == ("topic", "month")
    listed = json.loads(run("topics", "--format", "json").stdout)
    numbers = {one["topic_id"]: one["claims"] for one in listed}
    assert found["topics"]
    assert found["topic_total"] == len(numbers)
    for topic in found["topics"]:
        assert topic["claims"] == numbers[topic["topic_id"]] == sum(topic["cells"].values())


def test_what_has_no_topic_is_told(run: Run) -> None:
    result = run("matrix", "--by", "topic")
    found = json.loads(run("matrix", "--by", "topic", "--format", "json").stdout)
    assert found["left_out"]["topic"] > 0
    assert f"{found['left_out']['topic']:,} " in result.stderr.split("left out: ")[1]


def test_rows_and_columns_are_of_different_kinds(run: Run) -> None:
    result = run("matrix", "--of", "topic", "--by", "topic")
    assert result.exit_code == 2
    assert "rows are topics already; use month, speaker or article" in result.stderr


@pytest.mark.parametrize(
    ("months", "hidden", "told"),
    [
        (("2024-05", ""), 0, "0 speakers, 1 month and undated"),
        (("2024-04", "2024-05", ""), 1, "0 speakers, 2 of 3 columns"),
        (("",), 0, "0 speakers, all undated; 'claims articles dates' suggests dates"),
    ],
)
def test_what_has_no_date_is_no_month(months: tuple[str, ...], hidden: int, told: str) -> None:
    columns = tuple(MatrixLine(month, month or UNDATED, 1) for month in months)
    found = Matrix("speaker", "month", (), columns, {}, 0, len(columns), 0, {})
    assert extent(found, hidden) == told
