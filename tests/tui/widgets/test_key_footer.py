"""The keys at the foot of a screen are those that hold; help stays in sight; clicks press them."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine
from textual.command import CommandPalette

from tests.tui.driving import NARROW, WIDE, Desk, running
from tui.dialogs.help import HelpScreen
from tui.widgets.key_footer import KeyFooter


def footer(desk: Desk) -> KeyFooter:
    return desk.app.screen.query_one(KeyFooter)


def line(desk: Desk) -> str:
    return footer(desk).render_line(0).text


async def test_its_keys_are_those_of_the_place(archive: Engine) -> None:
    async with running(archive) as desk:
        first = footer(desk).keys
        await desk.press("j", "k")
        assert footer(desk).keys == first
        await desk.press("S")
        assert footer(desk).keys != first
        await desk.press("escape")
        assert footer(desk).keys == first


async def test_keys_are_close_together_and_help_is_at_the_right(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        keys = footer(desk).keys
        told = " ".join(f"{key.shown} {key.does}" for key in keys[:2])
        assert line(desk).startswith(told)
        assert line(desk).endswith(" ? Help ")
        assert len(line(desk)) == NARROW[0]


async def test_a_click_presses_the_key_under_it(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.pilot.click(KeyFooter, offset=(line(desk).index("? Help"), 0))
        await desk.until(lambda: isinstance(desk.app.screen, HelpScreen))


@pytest.mark.parametrize(("size", "told"), [(NARROW, "^p"), (WIDE, "^p More")])
async def test_the_palette_is_a_click_away_and_so_is_all_that_has_a_key(
    archive: Engine, size: tuple[int, int], told: str
) -> None:
    async with running(archive, size=size) as desk:
        assert line(desk).endswith(f" {told} ? Help ")
        await desk.pilot.click(KeyFooter, offset=(line(desk).index(told), 0))
        await desk.until(lambda: isinstance(desk.app.screen, CommandPalette))


async def test_between_two_keys_and_behind_the_last_nothing_is_pressed(archive: Engine) -> None:
    async with running(archive) as desk:
        first = footer(desk).keys[0]
        await desk.pilot.hover(KeyFooter, offset=(0, 0))
        assert footer(desk).hovered == first
        await desk.pilot.hover(KeyFooter, offset=(first.width, 0))
        assert footer(desk).hovered is None


async def test_the_wheel_brings_what_is_cut_off_and_stops_at_the_ends(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        before = line(desk)
        for _ in range(200):
            footer(desk).on_mouse_scroll_down()
        last = [key for key in footer(desk).keys if key.does not in ("More", "Help")][-1]
        assert f"{last.shown} {last.does} ^p ? Help" in " ".join(line(desk).split())
        for _ in range(200):
            footer(desk).on_mouse_scroll_up()
        assert line(desk) == before


async def test_at_80_columns_review_export_and_quit_stay_in_sight(archive: Engine) -> None:
    async with running(archive, size=(80, 24)) as desk:
        for told in ("⏎ Read", "/ Filter", "r Review", "e Export", "q Quit"):
            assert told in line(desk)
        assert "Accept" not in line(desk)
    async with running(archive, size=(120, 36)) as desk:
        for told in ("a Accept", "x Reject", "E Correct", "= Compare", "q Quit"):
            assert told in line(desk)


async def test_at_80_columns_the_way_back_stays_in_sight(archive: Engine) -> None:
    async with running(archive, size=(80, 24)) as desk:
        browse = desk.app.screen
        for to_screen in ("r", "t", "I", "W", "P", "m", "enter"):
            await desk.press(to_screen)
            await desk.until(lambda: desk.app.screen is not browse)
            await desk.until(lambda: bool(footer(desk).keys))
            assert "esc Back" in line(desk), to_screen
            assert line(desk).endswith(" ? Help "), to_screen
            await desk.press("escape")
            assert desk.app.screen is browse, to_screen


KEY_CONTEXTS = [
    ["S"],
    ["slash", "escape", "enter"],
    ["enter", "S"],
    ["r"],
    ["m"],
    ["C", "enter"],
    ["W"],
    ["K"],
    ["P"],
    ["Q"],
    ["I"],
    ["E"],
    ["o"],
]


async def test_at_80_columns_no_key_is_cut_off(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        browse = desk.app.screen
        for keys in KEY_CONTEXTS:
            await desk.press(*keys)
            before = line(desk)
            footer(desk).on_mouse_scroll_down()
            assert line(desk) == before, keys
            while desk.app.screen is not browse or desk.app.focused is not desk.table:
                await desk.press("escape")


async def test_a_key_that_writes_itself_into_a_line_is_not_told(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        assert "/ Filter" in line(desk)
        await desk.press("slash")
        assert "Complete" in line(desk)
        assert "/ Filter" not in line(desk)
