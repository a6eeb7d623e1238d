"""Scoring a gold folder from predictions on disk, as the command does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.scoring import ScoringError, read_predictions, score_folder
from claims.scoring.__main__ import main

TEXT = "Gas will flow, said Ada Lund. She said the price was low.\n"
ANN = """\
T1\tContent 0 13\tGas will flow
T2\tCue 15 19\tsaid
T3\tSource 20 28\tAda Lund
E1\tAttribution:T2 Content:T1 Cue:T2 Source:T3
T4\tContent 39 56\tthe price was low
T5\tCue 34 38\tsaid
T6\tSource 30 33\tShe
E2\tAttribution:T5 Content:T4 Cue:T5 Source:T6
"""
SPEAKERS = [
    {
        "article": "a.txt",
        "annotation": "a_gold.ann",
        "speakers": [
            {"id": "S1", "name": "Ada Lund", "kind": "person", "aliases": [], "affiliations": []}
        ],
        "attributions": [
            {"event": "E1", "speaker": "S1", "resolved_by": "name"},
            {"event": "E2", "speaker": "S1", "resolved_by": "pronoun"},
        ],
    }
]
FOUND = {
    "type": "indirect",
    "content": [[0, 13]],
    "cue": [[15, 19]],
    "source": [[20, 28]],
    "speakers": [{"name": "Ada Lund", "kind": "person", "affiliations": []}],
    "parent": None,
    "confidence": 0.9,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for part in ("text", "attributions"):
        (tmp_path / part).mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "attributions" / "a_gold.ann").write_text(ANN, encoding="utf-8")
    (tmp_path / "speakers.json").write_text(json.dumps(SPEAKERS), encoding="utf-8")
    return tmp_path


def predictions(folder: Path, *rows: object) -> Path:
    path = folder / "pred.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    return path


def test_the_command_prints_the_figures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pred = predictions(folder, {"article": "somewhere/a.txt", "claims": [FOUND]})
    assert main([str(folder), "--pred", str(pred)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "1 articles, 2 gold attributions, 1 claims"
    assert "attribution                1.000   0.500   0.667" in lines
    assert "by reference: name 1/1, pronoun 0/0" in lines


def test_the_command_prints_one_object_on_request(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pred = predictions(folder, {"article": "a.txt", "claims": [FOUND]})
    assert main([str(folder), "--pred", str(pred), "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["attribution"] == {"p": 1.0, "r": 0.5, "f1": 0.6667}
    assert record["recall"]["indirect"]["n"] == 2
    assert record["speakers"]["strict"] == {"p": 1.0, "r": 0.5, "f1": 0.6667}


def test_articles_on_one_side_only_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pred = predictions(folder, {"article": "b.txt", "claims": []})
    assert main([str(folder), "--pred", str(pred)]) == 0
    assert "1 gold articles have no prediction; 1 predicted" in capsys.readouterr().out


def test_without_a_speakers_file_only_spans_are_scored(folder: Path) -> None:
    (folder / "speakers.json").unlink()
    scored = score_folder(folder, {})
    assert scored.naming is None
    assert scored.figures.gold == 2


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[]",
        '{"article": "a.txt"}',
        '{"article": "a.txt", "claims": [{"content": [[1]]}]}',
        '{"article": "a.txt", "claims": [{"content": [[0, 3]], "type": "loud"}]}',
    ],
)
def test_a_bad_line_is_named(folder: Path, line: str) -> None:
    path = folder / "pred.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(ScoringError, match=r"pred\.jsonl: line 2"):
        read_predictions(path)


def test_a_claim_outside_its_article_ends_the_command_with_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pred = predictions(folder, {"article": "a.txt", "claims": [{"content": [[0, 9999]]}]})
    assert main([str(folder), "--pred", str(pred)]) == 1
    error = capsys.readouterr().err
    assert error.startswith("a.txt: span 0-9999")
    assert error.count("\n") == 1


def test_a_folder_that_is_no_gold_folder_ends_the_command_with_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "nowhere"), "--pred", str(predictions(tmp_path))]) == 1
    assert "no folder named text" in capsys.readouterr().err


def test_a_speakers_file_of_another_shape_is_named(folder: Path) -> None:
    (folder / "speakers.json").write_text('[{"article": "a.txt"}]', encoding="utf-8")
    with pytest.raises(ScoringError, match=r"speakers\.json: not a speakers file"):
        score_folder(folder, {})
