"""``claims speakers undo``."""

from __future__ import annotations

from tests.tui.cli.speakers.runs import Run, shown


def test_an_act_is_undone_by_its_number(run: Run) -> None:
    run("speakers", "rename", "okafor", "Mira O.")
    run("speakers", "rename", "brandt", "T. B.")
    assert run("speakers", "undo", "1").stdout.startswith("undone: ")
    assert shown(run, "okafor")["speaker"] == "Mira Okafor"
    assert shown(run, "brandt")["speaker"] == "T. B."
