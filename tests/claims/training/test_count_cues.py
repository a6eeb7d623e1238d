"""Cues are counted on annotated articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.extraction.rules.log_odds import Lexicon
from claims.training.count_cues import main


def test_the_script_counts_a_gold_folder(tmp_path: Path) -> None:
    text = "The mayor said the dam was safe.\nThe river rose and fell in the valley.\n"
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    for n in range(6):
        (tmp_path / "text" / f"a{n}.txt").write_text(text, encoding="utf-8")
        (tmp_path / "attributions" / f"a{n}_x.ann").write_text(
            "T1\tSource 0 9\tThe mayor\n"
            "T2\tCue 10 14\tsaid\n"
            "T3\tContent 15 31\tthe dam was safe\n"
            "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n",
            encoding="utf-8",
        )
    main([str(tmp_path), str(tmp_path / "out.json")])
    weights = Lexicon(**json.loads((tmp_path / "out.json").read_text(encoding="utf-8")))
    assert weights.share("say", "clause") > 0.7


def test_the_script_tells_its_usage() -> None:
    with pytest.raises(SystemExit, match="usage"):
        main([])
