"""Scoring a gold folder from predictions on disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.scoring import ScoringError, read_predictions, score_folder

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


def test_a_speakers_file_of_another_shape_is_named(folder: Path) -> None:
    (folder / "speakers.json").write_text('[{"article": "a.txt"}]', encoding="utf-8")
    with pytest.raises(ScoringError, match=r"speakers\.json: not a speakers file"):
        score_folder(folder, {})
