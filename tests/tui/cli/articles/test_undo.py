"""``claims articles undo``."""

from __future__ import annotations

from pathlib import Path

from tests.tui.cli.conftest import Run


def test_filters_do_not_go_with_a_command(run: Run, archive: Path) -> None:
    result = run("articles", "--outlet", "x", "undo", db=archive)
    assert result.exit_code == 2
    assert "--outlet does not go with undo" in result.stderr
