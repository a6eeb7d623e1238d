"""``claims speakers suggest``."""

from __future__ import annotations

from tests.tui.cli.speakers.runs import Run


def test_where_nobody_may_be_another_that_is_said(run: Run) -> None:
    done = run("speakers", "suggest")
    assert done.stdout == ""
    assert done.stderr.startswith("claims: ")
    assert run("speakers", "suggest", "--format", "jsonl").stdout == ""
