"""``claims evaluate``: figures of extraction, or of what was extracted before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.claims.scoring.sample import FOUND, write_gold, write_predictions
from tui.cli.main import cli


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_gold(tmp_path)


def evaluate(*args: str | Path) -> Result:
    return CliRunner().invoke(cli, ["evaluate", *map(str, args)])


def test_what_was_extracted_before_is_scored(folder: Path) -> None:
    pred = write_predictions(folder, {"article": "somewhere/a.txt", "claims": [FOUND]})
    result = evaluate(folder, "--pred", pred)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "1 articles, 2 gold attributions, 1 claims"
    assert "attribution                1.000   0.500   0.667" in lines
    assert "by reference: name 1/1, pronoun 0/0" in lines


def test_without_predictions_the_articles_are_extracted_now(folder: Path) -> None:
    result = evaluate(folder, "--format", "json")
    assert result.exit_code == 0
    record = json.loads(result.stdout)
    assert record["attribution"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert record["speakers"]["strict"]["f1"] == 1.0


def test_json_is_one_object(folder: Path) -> None:
    pred = write_predictions(folder, {"article": "a.txt", "claims": [FOUND]})
    record = json.loads(evaluate(folder, "--pred", pred, "--format", "json").stdout)
    assert record["attribution"] == {"p": 1.0, "r": 0.5, "f1": 0.6667}
    assert record["recall"]["indirect"]["n"] == 2
    assert record["speakers"]["strict"] == {"p": 1.0, "r": 0.5, "f1": 0.6667}


def test_articles_on_one_side_only_are_told(folder: Path) -> None:
    result = evaluate(
        folder, "--pred", write_predictions(folder, {"article": "b.txt", "claims": []})
    )
    assert result.exit_code == 0
    assert "1 annotated articles have no prediction, 1 predicted" in result.stderr


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"article": "a.txt", "claims": [{"content": [[0, 9999]]}]}, "a.txt: span 0-9999"),
        ({"article": "a.txt"}, "pred.jsonl: line 1"),
    ],
)
def test_bad_predictions_end_it_with_one_line(folder: Path, row: object, reason: str) -> None:
    result = evaluate(folder, "--pred", write_predictions(folder, row))
    assert result.exit_code == 1
    assert reason in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_folder_that_is_no_gold_folder_ends_it_with_one_line(tmp_path: Path) -> None:
    result = evaluate(tmp_path / "nowhere", "--pred", write_predictions(tmp_path))
    assert result.exit_code == 1
    assert "no folder named text" in result.stderr
    assert result.stderr.count("\n") == 1
