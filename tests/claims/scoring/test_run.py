"""Scoring a gold folder from predictions on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.scoring import ScoringError, read_predictions, score_folder
from tests.claims.scoring.sample import write_gold


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_gold(tmp_path)


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
