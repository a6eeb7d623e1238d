"""Confidences fitted to what was right in two corpora."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.training.fit_confidence import main
from tests.claims.scoring.sample import TEXT, write_gold


def test_claims_of_both_corpora_are_held_against_gold_and_weights_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold, gum, out = tmp_path / "gold", tmp_path / "gum", tmp_path / "confidence.json"
    gold.mkdir()
    write_gold(gold)
    (gum / "text").mkdir(parents=True)
    for name in ("a_news_one.txt", "a_interview_two.txt"):
        (gum / "text" / name).write_text(TEXT, encoding="utf-8")
    first = {"content": [[0, 13]], "attribution": [[15, 28]]}
    marked = {"attributions": [first]}
    both = {"a_news_one.txt": marked, "a_interview_two.txt": marked}
    (gum / "gold.json").write_text(json.dumps(both), encoding="utf-8")

    main(["--gold", str(gold), "--gum", str(gum), "--out", str(out)])

    told = capsys.readouterr().out.split("\n\n")
    whole, half = ([line.split(" | ") for line in one.strip().splitlines()[3:]] for one in told)
    assert [told[n].strip().partition(",")[0] for n in (0, 1)] == ["gold", "gum"]
    # Both claims of the one are right, one of two of the other; the interview is passed over.
    assert (whole[0][1], whole[0][3]) == ("2", "1.000 |")
    assert (half[0][1], half[0][3]) == ("2", "0.500 |")
    weights = json.loads(out.read_text("utf-8"))
    assert set(weights) == {"intercept", "confidence", "direct", "mixed", "statement"}
    assert weights["intercept"] > 0, "most are right"
