"""Lines that are kept or drawn by ourselves look as Textual would draw them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from rich.style import Style
from sqlalchemy import Engine
from textual._styles_cache import StylesCache
from textual.strip import Strip
from textual.widget import Widget

from tests.tui.driving import NARROW, WIDE, Desk, running
from tui.session.themes import DARK, LIGHT, TERMINAL
from tui.widgets.lines.line_cache import FramedLines, KeptLines

Cell = tuple[str, str]


def cells(strips: Sequence[Strip]) -> list[list[Cell]]:
    """Each line as its characters, each with its look; what the mouse finds there left out."""
    return [list(_cells(strip)) for strip in strips]


def _cells(strip: Strip) -> Iterator[Cell]:
    for text, style, _ in strip:
        shown = style or Style.null()
        look = str(Style.from_color(shown.color, shown.bgcolor) + _attributes(shown))
        yield from ((char, look) for char in text)


def _attributes(style: Style) -> Style:
    return Style(
        bold=style.bold,
        dim=style.dim,
        italic=style.italic,
        underline=style.underline,
        reverse=style.reverse,
    )


def assert_as_textual_draws(desk: Desk) -> None:
    nodes = desk.app.screen.walk_children(Widget, with_self=True)
    kept = [widget for widget in nodes if is_kept(widget)]
    assert kept
    for widget in kept:
        region = widget.outer_size.region
        drawn = cells(StylesCache().render_widget(widget, region))
        assert cells(widget.render_lines(region)) == drawn, widget


def is_kept(widget: Widget) -> bool:
    ours = isinstance(widget._styles_cache, KeptLines | FramedLines)
    return ours and bool(widget.region)


async def test_the_main_screen(long_archive: Engine) -> None:
    async with running(long_archive, size=WIDE) as desk:
        for theme in (DARK, LIGHT, TERMINAL):
            desk.app.theme = theme.name
            for keys in ["g", "pagedown down", "space G", "f", "right_square_bracket"]:
                await desk.press(*keys.split())
                assert_as_textual_draws(desk)


async def test_without_colours(archive: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(archive, size=WIDE) as desk:
        for keys in [(), ("space", "down"), ("tab",)]:
            await desk.press(*keys)
            assert_as_textual_draws(desk)


async def test_other_screens(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        for keys in (("enter", "n"), ("w",), ("m",), ("t",), ("E",)):
            await desk.press(*keys)
            assert desk.app.screen is not desk.browse
            assert_as_textual_draws(desk)
            await desk.press("escape")


async def test_after_another_size(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        await desk.press("down")
        await desk.pilot.resize_terminal(*NARROW)
        await desk.at_rest()
        assert_as_textual_draws(desk)


async def test_text_can_be_selected_with_the_mouse(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        paper = desk.browse.results.detail.text
        line = paper.plain_lines[0]
        left = paper.styles.gutter.left
        await desk.pilot.mouse_down(paper, offset=(left + 2, 1))
        await desk.pilot.hover(paper, offset=(left + 6, 1))
        await desk.pilot.mouse_up(paper, offset=(left + 6, 1))
        assert desk.app.screen.get_selected_text() == line[2:7]
