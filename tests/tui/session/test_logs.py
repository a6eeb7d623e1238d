"""What the app tells: one line in a toast, more in a dialog, errors in the log too."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.tui.driving import NARROW, WIDE, running
from tui.session.logs import start_log


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
async def test_a_toast_takes_one_line(archive: Engine, size: tuple[int, int]) -> None:
    async with running(archive, size=size, toasts=True) as desk:
        text = "x" * (size[0] - 10)
        desk.app.notify(text, markup=False)
        await desk.until(lambda: text in desk.screen_text)


async def test_a_problem_has_a_sign_beside_its_colour(archive: Engine) -> None:
    async with running(archive, toasts=True) as desk:
        desk.app.notify("It went wrong.", severity="warning", markup=False)
        await desk.until(lambda: "! It went wrong." in desk.screen_text)


async def test_errors_are_in_the_log(archive: Engine, tmp_path: Path) -> None:
    file = start_log(tmp_path / "log" / "claims.log")
    assert file is not None
    async with running(archive) as desk:
        desk.app.notify("The disk is full.", severity="error", markup=False)
        desk.app.notify("Marked.", markup=False)
    text = file.read_text(encoding="utf-8")
    assert "ERROR The disk is full." in text
    assert "Marked" not in text


def test_a_full_log_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.session import logs

    monkeypatch.setattr(logs, "_MOST_BYTES", 1000)
    file = start_log(tmp_path / "claims.log")
    assert file is not None
    for number in range(200):
        logs.log.error("line %d of what went wrong", number)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["claims.log", "claims.log.1", "claims.log.2", "claims.log.3"]
    assert all(path.stat().st_size <= 1000 for path in tmp_path.iterdir())
    assert "line 199" in file.read_text()


def test_a_log_that_cannot_be_written_does_not_matter(tmp_path: Path) -> None:
    from tui.session.logs import log

    (tmp_path / "file").write_text("in the way")
    assert start_log(tmp_path / "file" / "claims.log") is None
    log.error("nobody reads this")
