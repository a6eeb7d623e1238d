"""``claims speakers split``."""

from __future__ import annotations

from tests.tui.cli.speakers.runs import Run, shown


def test_a_name_that_was_merged_is_split_off_again(run: Run) -> None:
    run("speakers", "merge", "Mira Okafor", "tomas brandt")
    done = run("speakers", "split", "Mira Okafor", "tomas brandt")
    assert "undo with" in done.stdout
    assert shown(run, "brandt")["speaker"] == "Tomas Brandt"
