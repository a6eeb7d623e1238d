"""Which commands make a database, and what the others say where there is none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.tui.cli.conftest import Run
from tests.tui.terminal import on_unix, shown_by
from tui.cli.main import COMMANDS, cli

ID = "c0d2f6b1a9e4c357"

READING = {
    "list": [["list"], ["list", "--format", "json"], ["list", "--view", "mine"]],
    "speakers": [
        ["speakers"],
        ["speakers", "show", "okafor"],
        ["speakers", "suggest"],
        ["speakers", "suggest", "--accept", "1"],
        ["speakers", "history"],
        ["speakers", "merge", "A", "B"],
        ["speakers", "split", "A", "B"],
        ["speakers", "rename", "A", "B"],
        ["speakers", "alias", "A", "B"],
        ["speakers", "undo", "1"],
        ["speakers", "inbox"],
    ],
    "articles": [
        ["articles"],
        ["articles", "set", "a0d2f6b1a9e4c", "--outlet", "Post"],
        ["articles", "dates"],
        ["articles", "outlets"],
        ["articles", "history"],
        ["articles", "undo"],
        ["articles", "redo"],
        ["articles", "delete", "a0d2f6b1a9e4c", "--yes"],
    ],
    "stories": [["stories"]],
    "quotations": [["quotations", ID]],
    "topics": [["topics"]],
    "similar": [["similar", ID]],
    "threads": [
        ["threads"],
        ["threads", "show", ID],
        ["threads", "join", ID, "c1"],
        ["threads", "part", ID, "c1"],
        ["threads", "label", ID, "Drains"],
        ["threads", "history"],
        ["threads", "undo"],
    ],
    "relations": [
        ["relations"],
        ["relations", "confirm", ID, "c1"],
        ["relations", "dismiss", ID, "c1"],
        ["relations", "history"],
        ["relations", "undo"],
    ],
    "graph": [["graph", "-o", "net.gexf"]],
    "compare": [["compare"], ["compare", "--rebuild"]],
    "matrix": [["matrix"]],
    "timeline": [["timeline", "okafor"]],
    "export": [["export", "-o", "-"]],
    "sql": [["sql"]],
    "new": [["new"]],
    "check": [["check"]],
    "backup": [["backup", "kept.claims"]],
    "roles": [["roles"]],
    "views": [["views"], ["views", "--save", "mine"], ["views", "--delete", "mine"]],
    "review": [["review", "accept", ID], ["review", "note", "odd", ID], ["review", "undo"]],
    "history": [["history", ID]],
    "reextract": [["reextract"]],
    "tui": [["tui"]],
    "serve": [["serve"]],
}
"""What needs a database that is there, by command."""

OTHERS = {
    *("ingest", "fetch", "extract", "evaluate", "config", "completion"),
    *("columns", "restore", "copy"),
}
"""Commands that make a database, or need none."""

CALLS = [call for calls in READING.values() for call in calls]


def told_by(error: str) -> str:
    """The last line that a command wrote, which may have told before that it is on no terminal."""
    return error.splitlines()[-1]


def test_every_command_is_one_or_the_other() -> None:
    assert READING.keys() | OTHERS == COMMANDS.keys()


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_a_mistyped_database_is_told_and_not_made(
    run: Run, tmp_path: Path, call: list[str]
) -> None:
    path = tmp_path / "nwes.db"
    result = run(*call, db=path)
    assert (result.exit_code, result.stdout) == (1, "")
    hint = "'claims ingest PATH…' stores articles and claims"
    assert told_by(result.stderr) == f"claims: {path}: no such database; {hint}"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", [call for call in CALLS if call[0] != "serve"], ids=" ".join)
def test_before_anything_is_stored_the_first_step_is_told(
    no_default: Path, call: list[str]
) -> None:
    result = CliRunner().invoke(cli, call)
    assert (result.exit_code, result.stdout) == (1, "")
    hint = "'claims ingest PATH…' stores articles and claims"
    assert told_by(result.stderr) == f"claims: nothing is stored yet; {hint}"
    assert not no_default.parent.exists()


def test_ingest_makes_the_default_database(no_default: Path, articles: Path) -> None:
    assert CliRunner().invoke(cli, ["ingest", str(articles / "grain.txt")]).exit_code == 0
    assert no_default.is_file()
    assert CliRunner().invoke(cli, ["list"]).exit_code == 0


def test_known_speakers_may_come_first(run: Run, tmp_path: Path) -> None:
    known = tmp_path / "known.csv"
    known.write_text("kind,name\nperson,Mira Okafor\n", encoding="utf-8")
    assert run("speakers", "import", known, db=tmp_path / "new.db").exit_code == 0
    assert run("speakers", db=tmp_path / "new.db").exit_code == 0


@on_unix
def test_the_app_tells_a_mistyped_database_on_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "nwes.db"
    program = [sys.executable, "-m", "tui.cli.main", "tui", "--db", str(path)]
    shown, status = shown_by(program, wait_for="Claims", send="q")
    assert status == 1
    assert f"claims: {path}: no such database" in " ".join(shown.split())
    assert list(tmp_path.iterdir()) == []
