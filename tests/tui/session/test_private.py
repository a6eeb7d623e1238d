"""What the app keeps for the next run, and its log, tell nobody else what somebody reads."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url

from tui.browse.table.column_layout import ColumnLayout, LayoutMemory
from tui.session.logs import log, start_log
from tui.session.state import Keeper, ScreenState, ThemeState

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="files have no modes of this kind there"
)


@pytest.fixture(autouse=True)
def _lax_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, str]:
    """The modes of all that is below a folder."""
    return {
        str(path.relative_to(folder)): oct(path.stat().st_mode & 0o777)
        for path in sorted(folder.rglob("*"))
    }


def test_a_log_and_those_that_were_full(tmp_path: Path) -> None:
    file = start_log(tmp_path / "logs" / "claims.log")
    for number in range(3):
        log.warning("%d%s", number, "x" * 600_000)
    start_log(Path(os.devnull))
    assert file is not None
    assert file.read_text(encoding="utf-8").count("x") == 600_000
    assert modes(tmp_path) == {
        "logs": "0o700",
        "logs/claims.log": "0o600",
        "logs/claims.log.1": "0o600",
        "logs/claims.log.2": "0o600",
    }


def test_a_log_that_exists_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "claims.log"
    file.write_text("before\n")
    file.chmod(0o640)
    start_log(file)
    log.warning("after")
    start_log(Path(os.devnull))
    assert file.read_text(encoding="utf-8").startswith("before\n")
    assert modes(tmp_path) == {"claims.log": "0o640"}


def test_state_and_columns(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "state" / "claims", make_url("sqlite:////srv/news.db"))
    keeper.keep_screen(ScreenState("speaker:feld"))
    keeper.keep_theme(ThemeState("nord"))
    LayoutMemory(tmp_path / "state" / "claims" / "columns.json").keep(
        ColumnLayout().toggled("outlet")
    )
    found = modes(tmp_path)
    assert len([name for name in found if name.endswith(".json")]) == 3
    assert {mode for name, mode in found.items() if name.endswith(".json")} == {"0o600"}
    assert {mode for name, mode in found.items() if not name.endswith(".json")} == {"0o700"}


def test_a_password_is_neither_in_a_name_nor_does_it_tell_databases_apart(tmp_path: Path) -> None:
    files = {
        Keeper(tmp_path, make_url(f"postgresql+psycopg://host/claims?{key}={word}")).screen_file
        for key, word in (("password", "sesame"), ("password", "other"))
    }
    assert len(files) == 1
    assert "sesame" not in str(files)
    odd = Keeper(tmp_path, make_url("postgresql+psycopg://host/claims#password=sesame"))
    assert "sesame" not in str(odd.screen_file)
