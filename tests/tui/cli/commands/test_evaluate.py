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
    (tmp_path / "empty").mkdir()
    for name, reason in (("nowhere", "no such folder"), ("empty", "no folder named text in it")):
        result = evaluate(tmp_path / name, "--pred", write_predictions(tmp_path))
        assert result.exit_code == 1
        assert result.stderr == f"claims: {tmp_path / name}: {reason}\n"
    assert result.stderr.count("\n") == 1


PAIR = {
    "id": "p1",
    "a": {"text": "The dam will open in May", "source": "the mayor", "cue": "said"},
    "b": {"text": "The dam is to open in May", "source": "Ada Lund", "cue": "announced"},
    "label": "same",
}
APART = {
    "id": 2,
    "a": PAIR["a"],
    "b": {"text": "Wheat is dear this year", "speaker": ["Bo Ek"]},
    "label": "different",
}
UNJUDGED = {"id": "p3", "a": {"text": "It rains"}, "b": {"text": "It rains", "source": None}}


def write_pairs(folder: Path, *rows: object) -> Path:
    path = folder / "pairs.jsonl"
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_pairs_have_a_line_each(tmp_path: Path) -> None:
    path = write_pairs(tmp_path, PAIR, "", APART, UNJUDGED)
    result = evaluate("--pairs", path, "--format", "jsonl")
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["id"] for line in lines] == ["p1", 2, "p3"]
    assert all(line["relation"] is None for line in lines)
    assert lines[0]["same"] > 0.5 > lines[1]["same"] >= 0


def test_pairs_have_their_relation(tmp_path: Path) -> None:
    denied = {"text": "that the dam at Velmora flooded forty farms", "cue": "denied"}
    told = {"text": "the dam at Velmora flooded forty farms in May", "cue": "said"}
    pair = {
        "id": "p4",
        "a": {**told, "source": "Ada Lund"},
        "b": {**denied, "source": "Bo Ek"},
    }
    lines = evaluate("--pairs", write_pairs(tmp_path, pair), "--format", "jsonl").stdout
    assert json.loads(lines)["relation"] == "denies"


def test_pairs_have_figures(tmp_path: Path) -> None:
    path = write_pairs(tmp_path, PAIR, APART, UNJUDGED)
    assert json.loads(evaluate("--pairs", path, "--format", "json").stdout) == {
        "pairs": 3,
        "judged": 2,
        "same": 1,
        "average_precision": 1.0,
        "at_threshold": {"p": 1.0, "r": 1.0, "f1": 1.0},
    }
    lines = evaluate("--pairs", path).stdout.splitlines()
    assert lines[0] == "3 pairs, 2 judged, 1 the same"
    assert "same from 0.5              1.000   1.000   1.000" in lines


def test_pairs_that_nobody_judged_have_no_average_precision(tmp_path: Path) -> None:
    lines = evaluate("--pairs", write_pairs(tmp_path, UNJUDGED)).stdout.splitlines()
    assert lines[0] == "1 pair, 0 judged, 0 the same"
    assert lines[-1].split() == ["average", "precision", "-"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{", "Expecting property name"),
        ("[]", "a pair is missing or no JSON object"),
        ({**PAIR, "id": None}, "id is missing or no text"),
        ({**PAIR, "b": "rain"}, "b is missing or no JSON object"),
        ({**PAIR, "b": {"text": " "}}, "b has no text"),
        ({**PAIR, "a": {"text": "It rains", "cue": 3}}, "cue of a is no text"),
        ({**PAIR, "a": {"text": "It rains", "speaker": [3]}}, "speaker of a is no text"),
        ({**PAIR, "a": {"text": "It rains", "speaker": 3}}, "speaker of a is no text"),
        ({**PAIR, "label": "alike"}, "label is not same, related, different"),
        ({**PAIR, "label": ["same"]}, "label is not same, related, different"),
        ({**PAIR, "likely": "rather"}, "likely is no number from 0 to 1"),
        ({**PAIR, "likely": 85}, "likely is no number from 0 to 1"),
    ],
)
def test_a_line_that_is_no_pair_ends_it_with_one_line(
    tmp_path: Path, row: object, reason: str
) -> None:
    result = evaluate("--pairs", write_pairs(tmp_path, PAIR, row))
    assert result.exit_code == 1
    assert f"pairs.jsonl: line 2: {reason}" in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


@pytest.mark.parametrize("content", [None, b"\xff"])
def test_pairs_that_cannot_be_read_end_it_with_one_line(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "pairs.jsonl"
    if content is not None:
        path.write_bytes(content)
    result = evaluate("--pairs", path)
    assert result.exit_code == 1
    assert "pairs.jsonl: " in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "args",
    [(), ("gold", "--pairs", "x"), ("--pairs", "x", "--pred", "y"), ("gold", "--format", "jsonl")],
)
def test_what_does_not_go_together_is_refused(args: tuple[str, ...]) -> None:
    assert evaluate(*args).exit_code == 2
