"""Taking a decision on threads back."""

from __future__ import annotations

from pathlib import Path

from tests.tui.cli.compared import data
from tests.tui.cli.conftest import Run


def test_an_act_is_undone_by_its_number_or_ones_own_last(run: Run, repeated: Path) -> None:
    (thread,) = data(run, repeated, "threads", "--query", "harbour")
    run("threads", "label", thread["thread"], "One", "--by", "anna", db=repeated)
    run("threads", "label", thread["thread"], "Two", "--by", "anna", db=repeated)

    def label() -> str:
        (row,) = data(run, repeated, "threads", "--query", "harbour")
        return str(row["label"])

    assert label() == "Two"
    assert run("threads", "undo", "2", "--by", "ben", db=repeated).stdout.startswith("undone: ")
    assert label() == "One"
    done = run("threads", "undo", "--by", "ben", db=repeated)
    assert label() == "One"
    assert (done.exit_code, done.stderr) == (2, "claims: there is nothing of yours to undo\n")
    run("threads", "undo", "--by", "anna", db=repeated)
    assert label() == thread["label"]
