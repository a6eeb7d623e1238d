"""What became of a claim, told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tui.cli.commands.test_review import first, review
from tests.tui.cli.conftest import Run


@pytest.fixture(autouse=True)
def _anna(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLAIMS_USER", "anna")
    monkeypatch.setenv("CLAIMS_CONFIG", str(tmp_path / "none.toml"))


def test_history_tells_it_all(run: Run, archive: Path) -> None:
    ident = first(run, archive)
    review(run, archive, "accept", ident, "--why", "\x1b[31mred")
    review(run, archive, "undo")
    told = run("history", ident, db=archive)
    assert told.exit_code == 0
    assert "accept (undone)" in told.stdout
    assert "undo accept" in told.stdout
    assert "\x1b" not in told.stdout
    events = json.loads(run("history", ident, "--format", "json", db=archive).stdout)
    assert [(e["who"], e["what"], e["from"], e["to"]) for e in events[1:]] == [
        ("anna", "accept", "machine", "accepted"),
        ("anna", "undo accept", "accepted", "machine"),
    ]
    assert events[1]["why"] == "\x1b[31mred"


def test_no_such_history(run: Run, archive: Path) -> None:
    done = run("history", "c1", db=archive)
    assert done.stderr == "claims: there is no claim c1\n"
    assert done.exit_code == 2
