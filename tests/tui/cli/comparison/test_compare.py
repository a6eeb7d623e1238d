"""``claims compare``: claims side by side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db.analysis.comparison import Column, Comparison
from db.archive import open_archive
from db.claims.view import open_view
from db.query.model import ClaimQuery
from tests.tui.cli.conftest import Run
from tui.cli.comparison.compare import in_words


def test_by_article_the_columns_are_articles(run: Run) -> None:
    found = json.loads(run("compare", "--format", "json").stdout)
    assert found["by"] == "article"
    assert [column["label"] for column in found["columns"]][:2] == [
        "Harbour plan divides Velmora",
        "The ferries that never sailed",
    ]
    listed = run("list", "--format", "jsonl").stdout.count("\n")
    assert sum(len(column["claims"]) for column in found["columns"]) == listed


def test_by_speaker_the_columns_are_speakers(run: Run) -> None:
    result = run("compare", "--by", "speaker", "--article", "ferries", "--format", "json")
    labels = [column["label"] for column in json.loads(result.stdout)["columns"]]
    assert {"Mira Okafor", "Tomas Brandt"} <= set(labels)


def test_a_joint_statement_counts_once(stored: Path) -> None:
    joint, other = open_view(open_archive(str(stored)), ClaimQuery()).rows(0, 2)
    columns = (Column("e1", "Ann Lee", "", (joint, other)), Column("e2", "Bo Ek", "", (joint,)))
    assert in_words(Comparison("speaker", columns)) == "2 claims by 2 speakers"


def test_columns_stand_side_by_side_where_they_fit(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    result = run("compare", "--speaker", "okafor")
    header = result.stdout.splitlines()[0]
    assert header.startswith("Harbour plan divides Velmora")
    assert "The ferries that never sailed" in header
    assert max(map(len, result.stdout.splitlines())) <= 120
    assert result.stderr.endswith(" claims in 2 articles\n")


def test_columns_stand_below_each_other_where_it_is_narrow(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    lines = run("compare", "--speaker", "okafor").stdout.splitlines()
    titles = ["Harbour plan divides Velmora", "The ferries that never sailed"]
    assert [line.strip() for line in lines if line.strip() in titles] == titles


def test_more_columns_than_fit_go_on_below(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    result = run("compare")
    assert "Harbour plan divides Velmora" in result.stdout.splitlines()[0]
    assert "Barley waits for a buyer" not in result.stdout.splitlines()[0]
    assert "Barley waits for a buyer" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 70


def test_markup_in_a_claim_is_text(run: Run) -> None:
    assert "[/red] is what the surveyors painted" in " ".join(
        run("compare", "--speaker", "brandt", "--until", "2022").stdout.split()
    )


def test_nothing_to_compare(run: Run) -> None:
    result = run("compare", "--speaker", "nobody at all")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "claims: no claims by nobody at all\n"
