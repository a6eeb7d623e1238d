"""What is judged with the subcommands of ``claims threads`` holds until it is undone."""

from __future__ import annotations

from pathlib import Path

from tests.tui.cli.compared import data
from tests.tui.cli.conftest import Run


def test_what_is_judged_holds_until_it_is_undone(run: Run, repeated: Path) -> None:
    (thread,) = data(run, repeated, "threads", "--query", "harbour")
    one, other = data(run, repeated, "threads", "show", thread["thread"])["claims"]
    ids = one["claim_id"], other["claim_id"]
    done = run("threads", "part", *ids, "--by", "anna", db=repeated)
    assert done.stdout.endswith("(undo with 'claims threads undo 1')\n")
    assert data(run, repeated, "threads", "--query", "harbour") == []
    run("threads", "join", *ids, "--by", "anna", db=repeated)
    run("threads", "label", ids[0], "A small harbour", "--by", "ben", db=repeated)
    (again,) = data(run, repeated, "threads", "--query", "harbour")
    assert (again["thread"], again["label"]) == (thread["thread"], "A small harbour")
    acts = data(run, repeated, "threads", "history")
    assert [act["author"] for act in acts] == ["ben", "anna", "anna"]
    assert run("threads", "undo", "--by", "ben", db=repeated).stdout.startswith("undone: label")
    assert data(run, repeated, "threads", "--query", "harbour") == [thread]
    assert run("threads", "--speaker", "okafor", "history", db=repeated).exit_code == 2
