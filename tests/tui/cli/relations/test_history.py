"""``claims relations history``: who judged what, and whether it holds."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tui.cli.conftest import Run
from tests.tui.cli.related import relations


def test_judgements_are_listed_with_who_when_and_whether_they_hold(run: Run, related: Path) -> None:
    assert "nothing was judged yet" in run("relations", "history", db=related).stderr
    [found] = relations(run, related)
    ids = found["left"], found["right"]
    run("relations", "dismiss", *ids, "--by", "anna", db=related)
    run("relations", "confirm", *ids, "--by", "ben", db=related)
    told = json.loads(run("relations", "history", "--format", "json", db=related).stdout)
    assert [(row["author"], row["undone"]) for row in told] == [("ben", False), ("anna", True)]
    assert told[0]["what"] == f"confirmed: {ids[1]} updates {ids[0]}"
    undone = run("relations", "undo", "--by", "ben", db=related).stdout
    assert undone == f"undone: confirmed: {ids[1]} updates {ids[0]}\n"
    told = json.loads(run("relations", "history", "--format", "json", db=related).stdout)
    assert all(row["undone"] for row in told)
