"""Choosing the columns of a file in the app."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from sqlalchemy import Engine
from textual.widgets import Input

from db.export.choosing import SHORT
from tests.tui.driving import NARROW, Desk, running
from tui.browse.export.columns_dialog import FileColumnsScreen
from tui.session.column_presets import Presets, PresetsOfVisit


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def header(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


async def open_columns(desk: Desk, chosen: str = "short") -> FileColumnsScreen:
    await desk.press("e")
    desk.app.screen.query_one("#columns", Input).value = chosen
    await desk.pilot.click("#choose")
    await desk.at_rest()
    screen = desk.app.screen
    assert isinstance(screen, FileColumnsScreen)
    return screen


async def test_columns_are_chosen_put_in_order_and_written(archive: Engine, tmp_path: Path) -> None:
    async with running(archive, "speaker:morozov", size=NARROW) as desk:
        screen = await open_columns(desk)
        assert screen.list.chosen == SHORT
        assert "[x] role" in desk.screen_text
        await desk.press("J", "j", "space", "enter")
        await desk.press("enter")
        expected = [name for name in ("role", "speaker", *SHORT[2:]) if name != "organization"]
        assert header(tmp_path / "claims-morozov.csv") == expected


async def test_a_choice_is_kept_by_name(archive: Engine, tmp_path: Path) -> None:
    async with running(archive) as desk:
        await open_columns(desk)
        await desk.press("n")
        await desk.write("mine")
        await desk.press("enter")
        assert desk.app.screen.query_one("#columns", Input).value == "@mine"
        await desk.press("enter")
    assert Presets().all() == {"mine": SHORT}
    assert header(tmp_path / "claims.csv") == list(SHORT)


async def test_a_visitor_of_several_keeps_it_for_the_visit(archive: Engine, tmp_path: Path) -> None:
    async with running(archive) as desk:
        desk.app.presets = PresetsOfVisit()
        await open_columns(desk)
        await desk.press("n")
        await desk.write("visit")
        await desk.press("enter", "enter")
    assert "visit" not in Presets().all()
    assert header(tmp_path / "claims.csv") == list(SHORT)


async def test_nothing_at_all_cannot_be_chosen(archive: Engine) -> None:
    async with running(archive) as desk:
        screen = await open_columns(desk, "note")
        await desk.press("space", "enter")
        assert "Choose one at least." in desk.screen_text
        await desk.press("escape")
        assert desk.app.screen is not screen


async def test_a_wrong_name_is_told_where_it_stands(archive: Engine, tmp_path: Path) -> None:
    async with running(archive) as desk:
        await desk.press("e")
        desk.app.screen.query_one("#columns", Input).value = "speakr"
        await desk.press("enter")
        assert "did you mean speaker?" in desk.screen_text
    assert not [*tmp_path.glob("*.csv")]
