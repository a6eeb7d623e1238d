"""``claims relations undo``."""

from __future__ import annotations

from pathlib import Path

from tests.tui.cli.conftest import Run


def test_a_filter_does_not_go_with_a_judgement(run: Run, related: Path) -> None:
    result = run("relations", "--speaker", "brenner", "undo", db=related)
    assert result.exit_code == 2
    assert "--speaker does not go with undo" in result.output
