"""Claims read back for scoring."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.scoring import ScoringError, read_predictions


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
