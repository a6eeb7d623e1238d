"""``claims speakers rename`` and ``alias``."""

from __future__ import annotations

from tests.tui.cli.speakers.runs import Run, shown


def test_rename_and_alias(run: Run) -> None:
    run("speakers", "rename", "okafor", "Mira O.", "--by", "bo")
    run("speakers", "alias", "okafor", "The Grain Lady")
    page = shown(run, "grain lady")
    assert page["speaker"] == "Mira O."
    assert [act["author"] for act in page["acts"]] == ["ines", "bo"]
