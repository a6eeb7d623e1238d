"""The app tells what came in, saves screenshots, and says why one cannot be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.tui.driving import NARROW, WIDE, Desk, running
from tui.core.claim_screen import ClaimScreen
from tui.dialogs.problem import ProblemScreen
from tui.session.logs import log_file, start_log


@pytest.fixture
def downloads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder for downloads, which is not there yet."""
    folder = tmp_path / "home" / "Downloads"
    monkeypatch.setenv("XDG_DOWNLOAD_DIR", str(folder))
    return folder


async def take(desk: Desk) -> str:
    """Take a screenshot as the palette does; what is told of it."""
    desk.app.deliver_screenshot()
    await desk.until(lambda: bool(desk.toasts))
    return desk.toasts[0]


async def test_the_folder_for_downloads_is_made(archive: Engine, downloads: Path) -> None:
    async with running(archive) as desk:
        assert (await take(desk)).startswith("Saved screenshot to ")
    (file,) = downloads.iterdir()
    assert "Ilya" in file.read_text(encoding="utf-8")


async def test_a_folder_that_cannot_be_made_is_told(archive: Engine, downloads: Path) -> None:
    downloads.parent.write_text("no folder")
    start_log()
    async with running(archive, size=WIDE) as desk:
        told = await take(desk)
    assert told == f"No screenshot was saved: {downloads}: not a directory"
    assert told in log_file().read_text(encoding="utf-8")


async def test_a_file_that_cannot_be_written_is_told(
    archive: Engine, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(archive, size=(240, 50)) as desk:
        monkeypatch.setattr("textual.app.generate_datetime_filename", lambda *_: "no/where.svg")
        told = await take(desk)
    file = downloads / "no" / "where.svg"
    assert told == f"No screenshot was saved: {file}: no such file or directory"


async def test_what_does_not_fit_on_a_line_is_told_in_a_dialog(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        desk.app.notify("short", markup=False)
        await desk.at_rest()
        assert desk.toasts == ["short"]
        desk.app.notify("a word " * 30, severity="error", markup=False)
        desk.app.notify("two\nlines\x1b", markup=False)
        await desk.at_rest()
        assert isinstance(desk.app.screen, ProblemScreen)
        assert "a word a word" in desk.screen_text
        assert "\x1b" not in desk.screen_text
        assert desk.toasts == ["short"]


@pytest.mark.parametrize("key", ["f5", "Q", "enter"])
async def test_what_fails_in_the_background_is_told_on_any_screen(
    archive: Engine, key: str
) -> None:
    async with running(archive) as desk:
        await desk.press(key)
        desk.app.screen.post_message(ClaimScreen.Failed("the database is gone"))
        await desk.at_rest()
        assert desk.toasts == ["the database is gone"]


def test_it_begins_without_arrays_and_without_another_database() -> None:
    program = "import sys, tui.app; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    loaded = set(done.stdout.split())
    assert "tui.browse.screen" in loaded
    assert not {"numpy", "psycopg", "sqlalchemy.dialects.postgresql"} & loaded
