"""``claims columns``: what an export can have, and presets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db.export import COLUMNS
from tests.tui.cli.conftest import Run


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def test_all_are_listed_in_order_with_what_they_hold(run: Run) -> None:
    found = json.loads(run("columns", "--format", "json").stdout)
    assert [one["column"] for one in found] == list(COLUMNS)
    assert found[6] == {
        "column": "speaker",
        "presets": ["short"],
        "holds": "full names of the speakers",
    }


def test_a_preset_is_kept_listed_and_forgotten(run: Run) -> None:
    assert "saved @mine: 13 columns" in run("columns", "tags,short", "--save", "mine").stderr
    listed = run("columns", "@mine")
    assert listed.stdout.splitlines()[1].startswith("tags")
    assert "short (12), @mine (13)" in listed.stderr
    assert "deleted @mine" in run("columns", "--delete", "mine").stderr
    assert "there is no preset @mine; none is saved yet" in run("columns", "@mine").stderr


def test_a_wrong_name_is_told_with_the_nearest(run: Run) -> None:
    result = run("columns", "speakr")
    assert result.exit_code == 2
    assert result.stderr.startswith("claims: there is no column 'speakr'; did you mean speaker?")
