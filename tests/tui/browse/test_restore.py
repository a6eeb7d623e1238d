"""The app opens as it was left."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.archive import first_run
from db.query.saved_views import delete_view, save_view
from tests.tui.driving import NARROW, Desk, running
from tests.tui.settling import SOON
from tui import app
from tui.browse.table.column_layout import ColumnLayout
from tui.session.config import config_file
from tui.session.session import begin_session
from tui.session.state import Keeper
from tui.session.themes import DARK, LIGHT, TERMINAL


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where state is kept."""
    return tmp_path / "state"


@pytest.fixture
def keeper(folder: Path, archive: Engine) -> Keeper:
    """What is kept of the archive."""
    return Keeper(folder, archive.url, first_run(archive))


async def leave(desk: Desk) -> None:
    desk.app.exit()
    await desk.pilot.pause()


async def test_filter_order_cursor_and_panes(archive: Engine, folder: Path) -> None:
    session = begin_session(archive, folder=folder)
    async with running(archive, None, NARROW, session) as desk:
        await desk.press("slash")
        await desk.write("type:direct sort:-speaker")
        await desk.press("enter", "j", "d", "S")
        wanted, line = desk.table.current_id, desk.browse.filter.line
        await leave(desk)
    session = begin_session(archive, folder=folder)
    async with running(archive, None, NARROW, session) as desk:
        assert desk.browse.filter.line == line == "type:direct sort:-speaker"
        assert desk.table.cursor == 1
        assert desk.table.current_id == wanted
        assert desk.browse.results.detail.display
        assert desk.browse.side.display


async def test_a_cursor_far_down_a_long_list(long_archive: Engine, folder: Path) -> None:
    async with running(long_archive, None, session=begin_session(long_archive, folder=folder)) as d:
        await d.press("G", "k", "k")
        await leave(d)
    async with running(long_archive, None, session=begin_session(long_archive, folder=folder)) as d:
        assert d.table.cursor == 697


async def test_the_open_view(archive: Engine, folder: Path) -> None:
    columns = ColumnLayout().toggled("date").to_json()
    save_view(archive, "Quotes", "type:direct", columns)
    async with running(archive, None, session=begin_session(archive, folder=folder)) as desk:
        await desk.press("v", "enter")
        await desk.press("slash", "end")
        await desk.write(" mixed")
        await leave(desk)
    async with running(archive, None, session=begin_session(archive, folder=folder)) as desk:
        assert "Claims · Quotes, changed" in desk.screen_text
        assert "date" not in desk.table.column_widths
        await desk.press("escape", "escape")
        assert desk.browse.filter.line == ""
        assert "Quotes" not in desk.screen_text
        assert "date" in desk.table.column_widths
        await leave(desk)
    async with running(archive, None, session=begin_session(archive, folder=folder)) as desk:
        assert desk.browse.views.name is None


async def test_an_open_view_that_is_gone(archive: Engine, folder: Path) -> None:
    save_view(archive, "Quotes", "type:direct")
    async with running(archive, None, session=begin_session(archive, folder=folder)) as desk:
        await desk.press("v", "enter")
        await leave(desk)
    delete_view(archive, "Quotes")
    async with running(archive, None, session=begin_session(archive, folder=folder)) as desk:
        assert desk.browse.filter.line == "type:direct"
        assert desk.browse.views.name is None
        assert desk.toasts == []


async def test_fresh_restores_nothing(archive: Engine, folder: Path) -> None:
    async with running(archive, None, session=begin_session(archive, folder=folder)) as desk:
        await desk.press("ctrl+t", "slash")
        await desk.write("type:direct")
        await leave(desk)
    session = begin_session(archive, fresh=True, folder=folder)
    async with running(archive, None, session=session) as desk:
        assert desk.browse.filter.line == ""
        assert desk.app.theme == DARK.name


async def test_filters_of_the_command_line_come_before_what_was_left(
    archive: Engine, folder: Path
) -> None:
    async with running(archive, None, session=begin_session(archive, folder=folder)) as desk:
        await desk.press("slash")
        await desk.write("type:direct")
        await leave(desk)
    session = begin_session(archive, folder=folder)
    async with running(archive, "type:indirect", session=session) as desk:
        assert desk.browse.filter.line == "type:indirect"


async def test_what_changes_is_kept_without_leaving(
    archive: Engine, folder: Path, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Not so soon that waiting for a key to have its effect never ends.
    monkeypatch.setattr(app, "KEEPING_SECONDS", 2 * SOON)
    session = begin_session(archive, folder=folder)
    async with running(archive, None, session=session) as desk:
        await desk.press("slash")
        await desk.write("type:direct")
        await desk.until(lambda: keeper.screen().line == "type:direct")


async def test_a_theme_is_kept(archive: Engine, folder: Path) -> None:
    async with running(archive, None, session=begin_session(archive, folder=folder)) as desk:
        await desk.press("ctrl+t")
        await leave(desk)
    assert begin_session(archive, folder=folder).theme == LIGHT.name


async def test_a_theme_set_in_the_config_file_later_comes_first(
    archive: Engine, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMS_CONFIG", str(tmp_path / "config.toml"))
    config_file().write_text('theme = "nord"')
    async with running(archive, None, session=begin_session(archive, folder=folder)) as desk:
        assert desk.app.theme == "nord"
        await desk.press("ctrl+t")
        await leave(desk)
    assert begin_session(archive, folder=folder).theme == DARK.name
    config_file().write_text('theme = "dracula"')
    assert begin_session(archive, folder=folder).theme == "dracula"


async def test_a_theme_that_is_no_more(archive: Engine, folder: Path, keeper: Keeper) -> None:
    begin_session(archive, folder=folder).keep_theme("no-such-theme")
    assert begin_session(archive, folder=folder).theme == DARK.name


async def test_a_broken_file_is_told_and_the_app_starts(
    archive: Engine, folder: Path, keeper: Keeper
) -> None:
    keeper.screen_file.parent.mkdir(parents=True)
    keeper.screen_file.write_text("{ no")
    session = begin_session(archive, folder=folder)
    async with running(archive, None, session=session) as desk:
        assert desk.table.row_count == 8
        assert desk.toasts == ["How you left the app last time cannot be read; it starts afresh."]


async def test_a_filter_that_no_longer_makes_sense(
    archive: Engine, folder: Path, keeper: Keeper
) -> None:
    keeper.screen_file.parent.mkdir(parents=True)
    keeper.screen_file.write_text('{"version": 1, "line": "no-such-key:x", "claim": 99999}')
    async with running(archive, None, session=begin_session(archive, folder=folder)) as desk:
        assert desk.table.row_count == 8
        assert desk.table.cursor == 0


def test_without_colour_the_theme_is_the_terminals(
    archive: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_session(archive, folder=folder).keep_theme(LIGHT.name)
    monkeypatch.setenv("NO_COLOR", "1")
    assert begin_session(archive, folder=folder).theme == TERMINAL.name


@pytest.mark.parametrize(
    ("terminal", "theme"), [("linux", TERMINAL), ("xterm-256color", DARK), ("screen", DARK)]
)
def test_a_terminal_of_few_colours_gets_its_own(
    archive: Engine, folder: Path, terminal: str, theme: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.setenv("TERM", terminal)
    assert begin_session(archive, folder=folder).theme == getattr(theme, "name", None)
