"""A gold folder of one article, and a prediction that finds one of its two attributions."""

from __future__ import annotations

import json
from pathlib import Path

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


def write_gold(folder: Path) -> Path:
    """The folder, with the article, its annotation and who its speakers are."""
    for part in ("text", "attributions"):
        (folder / part).mkdir()
    (folder / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "attributions" / "a_gold.ann").write_text(ANN, encoding="utf-8")
    (folder / "speakers.json").write_text(json.dumps(SPEAKERS), encoding="utf-8")
    return folder


def write_predictions(folder: Path, *rows: object) -> Path:
    """A file of one JSON line a row."""
    path = folder / "pred.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    return path
