"""``claims speakers``: who speaks, how often, and as what when."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from tests.tui.cli.conftest import Run


def speakers(run: Run, *args: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("speakers", "--format", "json", *args).stdout)
    return found


def test_affiliations_come_with_their_dates(run: Run) -> None:
    [okafor] = speakers(run, "--speaker", "mira okafor")
    assert okafor["speaker"] == "Mira Okafor"
    assert okafor["kind"] == "person"
    assert okafor["articles"] == 2
    affiliations = {
        affiliation["organization"]: affiliation for affiliation in okafor["affiliations"]
    }
    assert affiliations["Baltic Institute"]["first"] == "2022-06-14"
    assert affiliations["Baltic Institute"]["last"] == "2022-06-14"
    assert affiliations["Tallinn Policy Centre"]["first"] == "2023-03-02"


def test_the_table_shows_them_in_words(run: Run) -> None:
    result = run("speakers", "--speaker", "okafor")
    assert "director, Tallinn Policy Centre (2023-03-02)" in result.stdout
    assert result.stderr == "claims: 1 speaker\n"


def test_filters_count_only_the_claims_that_match(run: Run) -> None:
    [whole] = speakers(run, "--speaker", "okafor")
    [part] = speakers(run, "--speaker", "okafor", "--until", "2022")
    assert 0 < part["claims"] < whole["claims"]
    assert part["articles"] == 1


def test_sorted_and_cut(run: Run) -> None:
    everyone = speakers(run)
    assert [one["claims"] for one in everyone] == sorted(
        (one["claims"] for one in everyone), reverse=True
    )
    names = [one["speaker"] for one in speakers(run, "--sort", "speaker")]
    assert names == sorted(names, key=str.casefold)
    down = [one["speaker"] for one in speakers(run, "--sort", "-speaker")]
    assert down == names[::-1]
    assert [one["speaker"] for one in speakers(run, "--sort", "speaker", "--limit", "2")] == names[
        :2
    ]


def test_csv_has_a_row_for_each_affiliation(run: Run) -> None:
    text = run("speakers", "--speaker", "okafor", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert {row["organization"] for row in rows} >= {"Baltic Institute", "Tallinn Policy Centre"}
    assert {row["speaker"] for row in rows} == {"Mira Okafor"}


def test_json_lines(run: Run) -> None:
    lines = run("speakers", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == speakers(run)
