"""What the commands that change articles tell of it."""

from __future__ import annotations

from pathlib import Path

from tests.tui.cli.conftest import Run


def test_how_to_undo_it_is_told_where_something_was_done(run: Run, archive: Path) -> None:
    outlets = ("articles", "outlets", "--merge", "Northern Ledger", "--into")
    done = run(*outlets, "Quayside Chronicle", db=archive).stdout
    assert done == "merged outlet of 1 article (undo with 'claims articles undo')\n"
    assert "undo with" not in run("articles", "undo", db=archive).stdout
