"""``claims articles outlets``."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tui.cli.conftest import Run


def test_outlets_are_listed_and_merged(run: Run, archive: Path) -> None:
    outlets = json.loads(run("articles", "outlets", "--format", "json", db=archive).stdout)
    assert {one["outlet"] for one in outlets} == {"Quayside Chronicle", "Northern Ledger"}
    args = ("--merge", "Northern Ledger", "--into", "Quayside Chronicle")
    assert "merged outlet of 1 article" in run("articles", "outlets", *args, db=archive).stdout
    [one] = json.loads(run("articles", "outlets", "--format", "json", db=archive).stdout)
    assert (one["outlet"], one["articles"]) == ("Quayside Chronicle", 2)
