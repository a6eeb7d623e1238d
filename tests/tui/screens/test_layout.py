"""What is on the screen at which width, without colour, and in other themes."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.tui.driving import WIDE, running
from tui.session.themes import DARK, LIGHT, TERMINAL


async def test_panes_come_with_the_width(archive: Engine) -> None:
    async with running(archive, size=(80, 40)) as desk:
        screen = desk.browse
        for width, side, detail in (
            (80, False, False),
            (99, False, False),
            (100, False, True),
            (139, False, True),
            (140, True, True),
            (200, True, True),
        ):
            await desk.pilot.resize_terminal(width, 40)
            await desk.at_rest()
            assert screen.side.display is side, width
            assert screen.results.detail.display is detail, width
            assert (screen.results.detail.facts.region.width > 0) is detail, width


async def test_the_way_to_the_help_is_in_sight(archive: Engine) -> None:
    async with running(archive, size=(80, 24)) as desk:
        for size in ((80, 24), (100, 30), (200, 60)):
            await desk.pilot.resize_terminal(*size)
            await desk.at_rest()
            last = desk.screen_text.splitlines()[-1]
            assert last.rstrip().endswith("? Help"), size
            assert last.startswith("⏎ Read"), size


async def test_growing_the_terminal_fills_the_panes_that_appear(archive: Engine) -> None:
    async with running(archive, size=(80, 24)) as desk:
        await desk.pilot.resize_terminal(160, 50)
        await desk.at_rest()
        assert "Speakers 4" in desk.screen_text
        assert "marry in a hurry" in desk.paper("#paragraph")


async def test_without_colour_everything_still_has_its_sign(
    archive: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(archive) as desk:
        await desk.press("space")
        assert "▸" in desk.screen_text
        assert "●" in desk.screen_text
        strips = desk.app.screen._compositor.render_strips()
        colours = {
            str(colour.name)
            for strip in strips
            for segment in strip
            if segment.style is not None
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour is not None
        }
        assert colours == {"default"}
        paper = desk.browse.results.detail.text
        styles = [paper._style("text", name) for name in ("content", "cue", "source")]
        assert [(s.bold, s.italic, s.underline) for s in styles] == [
            (True, None, None),
            (None, True, None),
            (None, None, True),
        ]


async def test_the_focused_pane_has_another_border(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        assert "┏━ Claims" in desk.screen_text
        assert "╭─ Filter by" in desk.screen_text
        await desk.press("S")
        assert "╭─ Claims" in desk.screen_text
        assert "┏━ Filter by" in desk.screen_text


async def test_dark_and_light_and_any_other_theme(archive: Engine) -> None:
    async with running(archive) as desk:
        assert desk.app.theme == DARK.name
        await desk.press("ctrl+t")
        assert desk.app.theme == LIGHT.name
        await desk.press("ctrl+t")
        assert desk.app.theme == TERMINAL.name
        await desk.press("ctrl+t")
        assert desk.app.theme == DARK.name
        for theme in ("nord", "ansi-dark", "textual-light"):
            desk.app.theme = theme
            await desk.press("j")
        assert desk.table.cursor == 3
