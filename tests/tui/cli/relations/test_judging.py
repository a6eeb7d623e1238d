"""What the subcommands of ``claims relations`` that judge have in common."""

from __future__ import annotations

from pathlib import Path

from tests.tui.cli.conftest import Run
from tests.tui.cli.related import relations


def test_judging_and_taking_it_back(run: Run, related: Path) -> None:
    [found] = relations(run, related)
    ids = found["left"], found["right"]
    told = run("relations", "dismiss", *ids, "--by", "anna", db=related).stdout
    assert told.startswith(f"dismissed: {ids[1]} updates {ids[0]} (undo with")
    assert relations(run, related) == []
    assert len(relations(run, related, "--state", "dismissed")) == 1
    assert run("relations", "confirm", *ids, db=related).exit_code == 0
    assert relations(run, related)[0]["state"] == "confirmed"
    assert run("relations", "undo", db=related).stdout.startswith("undone: ")
    assert relations(run, related)[0]["state"] == "suggested"
