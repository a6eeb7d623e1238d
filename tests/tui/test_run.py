"""An error that nobody foresaw ends the app in one line; what is stored stays stored."""

from __future__ import annotations

import re
import sqlite3
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.tui.driving import Desk, running
from tests.tui.terminal import on_unix, shown_by
from tui.session.logs import log_file
from tui.session.session import begin_session
from tui.session.state import Keeper, ScreenState

FAILING = """
import sys
from textual import work
from tui.browse.screen import BrowseScreen
from tui.cli.main import main

def fail(screen):
    raise LookupError("[/red] what nobody foresaw\\nand more")

@work(thread=True)
def fail_elsewhere(screen):
    fail(screen)

BrowseScreen.action_sort = fail if sys.argv.pop(1) == "screen" else fail_elsewhere
sys.argv[0] = "claims"
main()
"""


@on_unix
@pytest.mark.parametrize("where", ["screen", "thread"])
def test_it_is_told_in_one_line(archive: Engine, where: str) -> None:
    path = archive.url.database
    assert path is not None
    log_file().unlink(missing_ok=True)  # other tests write there too
    program = [sys.executable, "-c", FAILING, where, "tui", "--db", path]
    shown, status = shown_by(program, wait_for="8 claims", send="s")
    after = shown.rpartition("\x1b[?1049l")[2]
    told = re.sub(r"\x1b(\[[0-9;?<>=]*[A-Za-z]|[<>=])", "", after).strip()
    kind = "LookupError: [/red] what nobody foresaw" if where == "screen" else "WorkerFailed: "
    assert status == 1
    assert len(told.splitlines()) == 1
    assert told.startswith(f"claims: the app ended on an internal error, {kind}")
    assert told.endswith(f"nothing stored is lost; see {log_file()}")
    log = log_file().read_text(encoding="utf-8")
    assert "Traceback" in log
    assert "in fail\n" in log
    assert "what nobody foresaw" in log
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM claim").fetchone() == (8,)


@on_unix
def test_with_debug_the_traceback_is_shown(archive: Engine) -> None:
    program = [sys.executable, "-c", FAILING, "screen", "--debug", "tui"]
    shown, status = shown_by(
        program, wait_for="8 claims", send="s", CLAIMS_DB=str(archive.url.database)
    )
    assert status == 1
    assert "Traceback" in shown
    assert "LookupError: [/red] what nobody foresaw" in shown


async def test_the_run_after_it_begins_afresh(archive: Engine, tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "state", archive.url)
    keeper.keep_screen(ScreenState("type:direct"))
    session = begin_session(archive, folder=tmp_path / "state")
    desks: list[Desk] = []

    async def run() -> None:
        async with running(archive, None, session=session) as desk:
            desks.append(desk)
            assert desk.browse.filter.line == "type:direct"
            desk.app.call_later(_fail)
            await desk.pilot.pause()

    with pytest.raises(LookupError):
        await run()
    assert isinstance(desks[0].app.failure, LookupError)
    session.forget_screen()
    assert keeper.screen() == ScreenState()
    session.keep_screen(ScreenState("type:mixed"))
    assert keeper.screen() == ScreenState()


def _fail() -> None:
    raise LookupError("what nobody foresaw")


@on_unix
def test_a_run_on_a_terminal_is_restored_by_the_next(archive: Engine) -> None:
    program = [sys.executable, "-m", "tui.cli.main", "tui", "--db", str(archive.url.database)]
    for options, number in (
        (["--type", "direct"], "3 of 8 claims"),
        ([], "3 of 8 claims"),
        (["--fresh"], "8 claims"),
    ):
        _, status = shown_by([*program, *options], wait_for=number, send="q")
        assert status == 0
