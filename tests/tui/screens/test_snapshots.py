"""One picture a screen at each size; what matters is also told in words by the other tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import Engine
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.archives import make_archive
from tests.tui.driving import Desk
from tests.tui.screens.pictures import SIZES, Picture, keys, picture
from tui.app import ClaimsApp
from tui.core.queries import PLAIN
from tui.session.config import Problem
from tui.session.session import Session

__all__ = ["picture"]

SCREENS: dict[str, Sequence[str]] = {
    "browse": ("j", "space", "j"),
    "detail": ("j", "d"),
    "article": ("j", "j", "enter"),
    "compare_claims": ("space", "G", "k", "space", "equals_sign"),
    "compare_speakers": ("C", "down", "enter"),
    "compare_difference": ("space", "G", "k", "space", "equals_sign", "right_square_bracket"),
    "cast": ("enter", "S", "down", "down", "enter"),
    "why": ("j", "j", "w"),
    "whole": ("j", "j", "V"),
    "matrix": ("m", "right"),
    "matrix_months": ("m", "m", "right"),
    "timeline": ("j", "t"),
    "align": ("C", "down", "down", "enter"),
    "copy_cell": ("c",),
    "export": ("e",),
    "file_columns": ("e", *["tab"] * 4, "enter", "s", "j"),
    "help": ("question_mark",),
    "sort": ("s",),
    "speaker": ("j", "P"),
    "speaker_identity": ("j", "P", "tab"),
    "speaker_merge": ("j", "P", "m"),
    "inbox": ("Q",),
    "sources": ("I", "j", "space"),
    "sources_set": ("I", "d"),
    "sources_delete": ("I", "x"),
    "history": ("H",),
    "compare_by": ("C",),
    "three_lines": ("Z",),
    "speakers": ("S", "j", "enter"),
    "facets": ("T", "enter", "U", "j", "enter"),
    "views": ("v", *"Mine", "enter"),
    "columns": ("o", "j", "exclamation_mark", "J", "greater_than_sign"),
    "column": ("right_square_bracket", "right_square_bracket", "exclamation_mark"),
    "find": ("F", *"pipeline", "enter", "n"),
    "filter": ("slash", *"speaker:m"),
    "light": ("ctrl+t",),
    "judged": ("a", "j", "x", "j"),
    "review": ("r", "n"),
    "correct": ("j", "E", "h", "h"),
    "correct_marked": ("space", "space", "E"),
    "note": ("i", *"odd", "enter", *"both"),
    "article_judged": ("j", "enter", "a", "space", "x"),
    "review_article": ("r", "enter", "a"),
    "which": ("space", "space", "slash", *"type:direct", "enter", "a"),
    "tag": ("number_sign", *"odd"),
    "terminal_colours": ("ctrl+t", "ctrl+t"),
    "jump": ("J",),
}


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "cwd", lambda: Path("/home/analyst"))


APART: Final = {"detail", "three_lines", "columns", "find", "judged", "review", "jump"}
"""What stands scrolled otherwise where a terminal is resized."""


@SIZES
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(archive: Engine, picture: Picture, screen: str) -> None:
    app = ClaimsApp(archive, PLAIN)
    assert picture(app, keys(*SCREENS[screen]), apart=screen in APART)


@SIZES
def test_empty_archive(tmp_path: Path, picture: Picture) -> None:
    app = ClaimsApp(make_archive(tmp_path / "empty.db"), PLAIN)
    assert picture(app, keys())


@SIZES
def test_nothing_fits(archive: Engine, picture: Picture) -> None:
    app = ClaimsApp(archive, replace(PLAIN, text="volcano"))
    assert picture(app, keys())


@SIZES
def test_message(archive: Engine, picture: Picture) -> None:
    problems = [
        Problem(Path("config.toml"), 3, "keys.mark.togle", "did you mean mark.toggle?"),
        Problem(
            Path("config.toml"), 4, "keys.find.sort", "S would mean find.sort and pane.speakers"
        ),
    ]
    app = ClaimsApp(archive, PLAIN, Session(problems=problems))
    assert picture(app, keys())


@SIZES
def test_without_colour(archive: Engine, picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ClaimsApp(archive, PLAIN)
    assert picture(app, keys("space", "d"), apart=True)


@SIZES
def test_first_run(archive: Engine, picture: Picture) -> None:
    app = ClaimsApp(archive, PLAIN, Session(first_run=True))
    assert picture(app, keys())


@SIZES
def test_config_problems(archive: Engine, picture: Picture) -> None:
    problems = [Problem(Path("config.toml"), 3, "keys.mark.togle", "did you mean mark.toggle?")]
    app = ClaimsApp(archive, PLAIN, Session(problems=problems))

    async def tell(pilot: Pilot[None]) -> None:
        await keys()(pilot)
        app.clear_notifications()
        app.action_config_problems()
        await Desk(app, pilot).at_rest()

    assert picture(app, tell)


@SIZES
def test_palette(archive: Engine, picture: Picture) -> None:
    app = ClaimsApp(archive, PLAIN)

    async def ask(pilot: Pilot[None]) -> None:
        await keys()(pilot)
        desk = Desk(app, pilot)
        # The palette moves as long as it looks: it is not waited for until it rests.
        desk.send("ctrl+p")
        await desk.until(lambda: "take: Copy a cell" in desk.screen_text)
        app.screen.query_one(Input).cursor_blink = False
        await pilot.pause()

    assert picture(app, ask, apart=True)
