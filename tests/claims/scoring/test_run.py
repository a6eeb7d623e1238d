"""Scoring a gold folder from predictions on disk."""

from __future__ import annotations

from pathlib import Path

from claims.scoring import score_folder


def test_without_a_speakers_file_only_spans_are_scored(folder: Path) -> None:
    (folder / "speakers.json").unlink()
    scored = score_folder(folder, {})
    assert scored.naming is None
    assert scored.figures.gold == 2
