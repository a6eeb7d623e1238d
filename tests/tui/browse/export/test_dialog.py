"""The export dialog."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from sqlalchemy import Engine
from textual.widgets import Button, Input

from db.connection.cancel import Cancel
from db.export import Written, export
from db.export.choosing import SHORT
from db.query.line import parse_filter
from tests.tui.driving import NARROW, Desk, running
from tui.browse.export import dialog as export_module
from tui.browse.export.dialog import ExportScreen, speed


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def contents(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row["content"] for row in csv.DictReader(file)]


async def open_dialog(desk: Desk, path: Path) -> ExportScreen:
    await desk.press("e")
    screen = desk.app.screen
    assert isinstance(screen, ExportScreen)
    screen.query_one("#path", Input).value = str(path)
    await desk.pilot.pause()
    return screen


def problem(desk: Desk) -> str:
    return str(desk.app.screen.query_one("#problem").render())


async def test_the_view_is_written_in_its_order(archive: Engine, tmp_path: Path) -> None:
    async with running(archive, "speaker:morozov sort:-confidence") as desk:
        await open_dialog(desk, tmp_path / "out.csv")
        await desk.press("enter")
        assert contents(tmp_path / "out.csv") == desk.contents
        assert desk.toasts == [f"3 claims written to {tmp_path / 'out.csv'}"]


async def test_marked_claims_are_not_offered_where_there_are_none(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("e")
        assert "this view, 8 claims" in desk.screen_text
        assert "( ) marked" not in desk.screen_text


async def test_marked_claims_are_offered_first(archive: Engine, tmp_path: Path) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press("j", "space")
        await open_dialog(desk, tmp_path / "out.csv")
        assert "(•) marked, 1 claim" in desk.screen_text
        await desk.press("enter")
        assert contents(tmp_path / "out.csv") == ["that the buyer can wait for years"]


async def test_the_name_chooses_the_format_and_the_format_the_name(
    archive: Engine, tmp_path: Path
) -> None:
    async with running(archive) as desk:
        screen = await open_dialog(desk, tmp_path / "out.jsonl")
        assert screen.chosen_format == "jsonl"
        await desk.pilot.click("#json")
        assert screen.path == tmp_path / "out.json"
        await desk.pilot.click("#go")
        await desk.at_rest()
        assert len(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))) == 8


async def test_who_reads_a_file_gets_the_short_columns_and_a_program_all(
    archive: Engine, tmp_path: Path
) -> None:
    async with running(archive) as desk:
        screen = await open_dialog(desk, tmp_path / "out.csv")
        columns = screen.query_one("#columns", Input)
        assert columns.value == "short"
        for name, usual in (
            ("json", "all"),
            ("xlsx", "short"),
            ("parquet", "all"),
            ("csv", "short"),
        ):
            await desk.pilot.click(f"#{name}")
            assert columns.value == usual
        columns.value = "short,tags"
        await desk.pilot.click("#json")
        assert columns.value == "short,tags"
        await desk.pilot.click("#csv")
        await desk.press("enter")
        await desk.pilot.click("#go")
        await desk.at_rest()
        with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
            assert csv.DictReader(file).fieldnames == [*SHORT, "tags"]


async def test_a_dossier_has_a_title_and_a_citation_style(archive: Engine, tmp_path: Path) -> None:
    async with running(archive, "speaker:morozov") as desk:
        await open_dialog(desk, tmp_path / "out.md")
        screen = desk.app.screen
        assert screen.query_one("#dossier-options").display
        assert not screen.query_one("#csv-options").display
        screen.query_one("#title", Input).value = "What Morozov said"
        screen.query_one("#style", Input).value = "harvrd"
        await desk.press("enter")
        assert "there is no citation style 'harvrd'" in problem(desk)
        assert not (tmp_path / "out.md").exists()
        screen.query_one("#style", Input).value = "apa"
        await desk.press("enter")
        written = (tmp_path / "out.md").read_text(encoding="utf-8")
        assert written.startswith("# What Morozov said\n")
    usual = tmp_path / "usual.md"
    export(archive, usual, "md", query=parse_filter("speaker:morozov"))
    note = usual.read_text(encoding="utf-8").partition("[^1]:")[2]
    assert written.partition("[^1]:")[2] != note, "the other style"


async def test_excel_gets_its_mark(archive: Engine, tmp_path: Path) -> None:
    async with running(archive) as desk:
        await open_dialog(desk, tmp_path / "out.csv")
        await desk.pilot.click("#excel")
        await desk.pilot.click("#go")
        await desk.at_rest()
        assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")


async def test_a_file_is_replaced_only_when_asked_twice(archive: Engine, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("mine", encoding="utf-8")
    async with running(archive) as desk:
        await open_dialog(desk, path)
        await desk.press("enter")
        assert problem(desk) == "out.csv exists. Export again to replace it."
        assert path.read_text(encoding="utf-8") == "mine"
        await desk.press("enter")
        assert len(contents(path)) == 8


async def test_a_folder_that_is_not_there_is_told(archive: Engine, tmp_path: Path) -> None:
    async with running(archive) as desk:
        await open_dialog(desk, tmp_path / "nowhere" / "out.csv")
        await desk.press("enter")
        assert "nowhere" in problem(desk)
        assert isinstance(desk.app.screen, ExportScreen)


async def test_escape_cancels_a_running_export_and_then_closes(
    archive: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = export

    def held_up(*args: Any, progress: Any, cancel: Cancel, **options: Any) -> Written:
        """The real export, held up after its first page until it is cancelled."""

        def wait(done: int, total: int) -> None:
            progress(done, total)
            while not cancel.cancelled:
                sleep(0.005)

        return real(*args, progress=wait, cancel=cancel, **options)

    (tmp_path / "out.csv").write_text("mine", encoding="utf-8")
    monkeypatch.setattr(export_module, "export", held_up)
    async with running(archive) as desk:
        screen = await open_dialog(desk, tmp_path / "out.csv")
        await desk.press("enter")
        await desk.pilot.press("enter")
        await desk.until(lambda: "rows/s" in desk.screen_text)
        assert "8 claims" in desk.screen_text
        assert str(screen.query_one("#close", Button).label) == "Cancel"
        await desk.press("escape")
        assert problem(desk) == "Cancelled; no file was written."
        await desk.press("escape")
        assert desk.table.has_focus
        assert not desk.toasts
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "mine"
    assert not [*tmp_path.glob(".*.part")]


async def test_all_of_the_archive_whatever_the_filter(archive: Engine, tmp_path: Path) -> None:
    async with running(archive, "speaker:morozov") as desk:
        await open_dialog(desk, tmp_path / "out.csv")
        assert "whole database without what is hidden, 8 claims" in desk.screen_text
        await desk.pilot.click("#all")
        await desk.pilot.click("#go")
        await desk.at_rest()
        assert len(contents(tmp_path / "out.csv")) == 8


def test_the_speed_is_told_in_rows_a_second() -> None:
    assert speed(25_000, 2.0) == "12,500 rows/s"
    assert speed(8, 0.0) == "8,000 rows/s"


async def test_the_same_claims_are_not_offered_twice(archive: Engine, tmp_path: Path) -> None:
    for line, shown in (("", False), ("sort:confidence", False), ("speaker:morozov", True)):
        async with running(archive, line) as desk:
            await open_dialog(desk, tmp_path / "out.csv")
            assert ("whole database" in desk.screen_text) is shown, line


async def test_the_whole_archive_is_called_so_where_nothing_is_hidden(
    archive: Engine, tmp_path: Path
) -> None:
    async with running(archive, "include:all speaker:morozov") as desk:
        await open_dialog(desk, tmp_path / "out.csv")
        assert "whole database, 8 claims" in desk.screen_text
