"""One picture a screen at each size; what matters is also told in words by the other tests."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import Engine
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.archives import make_archive
from tests.tui.driving import MEDIUM, NARROW, WIDE, Desk
from tui.app import ClaimsApp
from tui.core.queries import PLAIN
from tui.session.config import Problem
from tui.session.session import Session

SIZES = pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["80x24", "120x36", "160x50"])
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


def keys(*pressed: str) -> Callable[[Pilot[None]], Any]:
    """Presses keys on the app once it is at rest, and lets it rest again."""

    async def press(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, ClaimsApp)
        desk = Desk(pilot.app, pilot)
        await desk.at_rest()
        for key in pressed:
            await desk.press("colon" if key == ":" else key)
        if (line := pilot.app.focused) is not None and hasattr(line, "cursor_blink"):
            line.cursor_blink = False
        await desk.at_rest()

    return press


APART = {"detail", "three_lines", "columns", "find", "judged", "review", "jump"}
"""What stands scrolled otherwise where a terminal is resized: each size has an app of its own."""

_PICTURES: Final[dict[str, dict[tuple[int, int], str]]] = {}


@SIZES
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(
    archive: Engine,
    snap_compare: Callable[..., bool],
    monkeypatch: pytest.MonkeyPatch,
    screen: str,
    size: tuple[int, int],
) -> None:
    if screen not in APART:
        if screen not in _PICTURES:
            _PICTURES[screen] = asyncio.run(pictures(archive, SCREENS[screen]))
        taken = _PICTURES[screen][size]
        monkeypatch.setattr("textual._doc.take_svg_screenshot", lambda **_: taken)
    app = ClaimsApp(archive, PLAIN)
    assert snap_compare(app, terminal_size=size, run_before=keys(*SCREENS[screen]))


async def pictures(archive: Engine, pressed: Sequence[str]) -> dict[tuple[int, int], str]:
    """A screen at each size, from one app on a terminal that grows."""
    app = ClaimsApp(archive, PLAIN)
    found = {}
    async with app.run_test(size=NARROW) as pilot:
        await keys(*pressed)(pilot)
        for size in (NARROW, MEDIUM, WIDE):
            await pilot.resize_terminal(*size)
            await keys()(pilot)
            found[size] = app.export_screenshot(simplify=True)
    return found


@SIZES
def test_empty_archive(
    tmp_path: Path, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    app = ClaimsApp(make_archive(tmp_path / "empty.db"), PLAIN)
    assert snap_compare(app, terminal_size=size, run_before=keys())


@SIZES
def test_nothing_fits(
    archive: Engine, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    app = ClaimsApp(archive, replace(PLAIN, text="volcano"))
    assert snap_compare(app, terminal_size=size, run_before=keys())


@SIZES
def test_message(archive: Engine, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    problems = [
        Problem(Path("config.toml"), 3, "keys.mark.togle", "did you mean mark.toggle?"),
        Problem(
            Path("config.toml"), 4, "keys.find.sort", "S would mean find.sort and pane.speakers"
        ),
    ]
    app = ClaimsApp(archive, PLAIN, Session(problems=problems))
    assert snap_compare(app, terminal_size=size, run_before=keys())


@SIZES
def test_without_colour(
    archive: Engine,
    snap_compare: Callable[..., bool],
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ClaimsApp(archive, PLAIN)
    assert snap_compare(app, terminal_size=size, run_before=keys("space", "d"))


@SIZES
def test_first_run(
    archive: Engine, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    app = ClaimsApp(archive, PLAIN, Session(first_run=True))
    assert snap_compare(app, terminal_size=size, run_before=keys())


@SIZES
def test_config_problems(
    archive: Engine, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    problems = [Problem(Path("config.toml"), 3, "keys.mark.togle", "did you mean mark.toggle?")]
    app = ClaimsApp(archive, PLAIN, Session(problems=problems))

    async def tell(pilot: Pilot[None]) -> None:
        await keys()(pilot)
        app.clear_notifications()
        app.action_config_problems()
        await Desk(app, pilot).at_rest()

    assert snap_compare(app, terminal_size=size, run_before=tell)


@SIZES
def test_palette(archive: Engine, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    app = ClaimsApp(archive, PLAIN)

    async def ask(pilot: Pilot[None]) -> None:
        await keys()(pilot)
        desk = Desk(app, pilot)
        # The palette moves as long as it looks: it is not waited for until it rests.
        desk.send("ctrl+p")
        await desk.until(lambda: "take: Copy a cell" in desk.screen_text)
        app.screen.query_one(Input).cursor_blink = False
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=ask)
