"""Speakers files."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.scoring import ScoringError, score_folder


def test_a_speakers_file_of_another_shape_is_named(folder: Path) -> None:
    (folder / "speakers.json").write_text('[{"article": "a.txt"}]', encoding="utf-8")
    with pytest.raises(ScoringError, match=r"speakers\.json: not a speakers file"):
        score_folder(folder, {})
