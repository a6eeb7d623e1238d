"""``claims speakers merge``."""

from __future__ import annotations

import json

from tests.tui.cli.speakers.runs import Run, shown


def test_a_merge_shows_in_the_list_and_is_undone(run: Run) -> None:
    done = run("speakers", "merge", "Mira Okafor", "tomas brandt")
    assert done.stdout.startswith("merge Tomas Brandt into Mira Okafor (undo with ")
    assert shown(run, "brandt")["speaker"] == "Mira Okafor"
    rows = json.loads(run("list", "--speaker", "brandt", "--format", "json").stdout)
    assert {name for row in rows for name in row["speaker"]} == {"Mira Okafor"}

    run("speakers", "undo")
    assert shown(run, "brandt")["speaker"] == "Tomas Brandt"
    [act] = json.loads(run("speakers", "history", "--format", "json").stdout)
    assert (act["author"], act["undone"]) == ("ines", True)
