"""Jump mode: letters on everything, and a letter goes there."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.analysis.facets.facets import Facet
from tests.tui.driving import NARROW, WIDE, running
from tui.browse.screen import BrowseScreen
from tui.dialogs.jump import JumpScreen
from tui.dialogs.jump_targets import LETTERS, targets


@pytest.mark.parametrize("key", ["J", "ctrl+o"])
async def test_a_letter_goes_to_a_row(archive: Engine, key: str) -> None:
    async with running(archive, size=NARROW) as desk:
        where = targets(desk.browse)
        label = next(name for name, at in where.items() if at.row == 4)
        await desk.press(key)
        assert isinstance(desk.app.screen, JumpScreen)
        await desk.press(*label)
        assert desk.table.cursor == 4
        assert desk.table.has_focus


async def test_letters_lead_to_every_pane(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        side, detail = desk.browse.side, desk.browse.results.detail
        for widget in (
            desk.browse.filter.input,
            side.pane(Facet.SPEAKER).list,
            side.pane(Facet.ARTICLE).list,
            detail.text,
            detail.facts,
            desk.table,
        ):
            where = targets(desk.browse)
            label = next(name for name, at in where.items() if at.widget is widget)
            await desk.pilot.press("ctrl+o", *label)
            await desk.at_rest()
            assert widget.has_focus


async def test_two_letters_where_there_are_many_rows(long_archive: Engine) -> None:
    async with running(long_archive, size=WIDE) as desk:
        await desk.press("G")
        where = targets(desk.browse)
        label, target = next((n, at) for n, at in where.items() if at.widget is desk.table)
        assert len(label) == 2
        await desk.press("J", label[0])
        shown = desk.screen_text
        assert label.upper() in shown
        await desk.press(label[1])
        assert desk.table.cursor == target.row
        assert target.row is not None
        assert target.row > 600


async def test_letters_stand_where_they_lead(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        where = targets(desk.browse)
        await desk.press("J")
        lines = desk.screen_text.splitlines()
        for label, at in where.items():
            assert lines[at.y][at.x :].startswith(label.upper())


async def test_another_key_goes_nowhere(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j")
        for key in ("escape", "0", "enter", "ctrl+o"):
            await desk.press("J")
            assert not isinstance(desk.app.screen, BrowseScreen), key
            await desk.press(key)
            assert isinstance(desk.app.screen, BrowseScreen), key
            assert desk.table.cursor == 1, key
            assert desk.table.has_focus, key


async def test_keys_that_come_too_fast_do_no_harm(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        desk.app.action_jump()
        await desk.pilot.press("j", "j", "escape", "escape")
        await desk.at_rest()
        assert isinstance(desk.app.screen, BrowseScreen)


async def test_a_click_or_another_size_ends_it(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("J")
        await desk.pilot.click(offset=(40, 10))
        assert isinstance(desk.app.screen, BrowseScreen)
        await desk.press("J")
        await desk.pilot.resize_terminal(100, 30)
        await desk.at_rest()
        assert isinstance(desk.app.screen, BrowseScreen)


async def test_in_a_dialog_it_leads_to_its_options(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("s", "J")
        assert isinstance(desk.app.screen, JumpScreen)
        await desk.press(LETTERS[2], "enter")
        assert desk.browse.filter.line.startswith("sort:")


async def test_in_a_line_of_text_only_ctrl_o_jumps(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash", "J")
        assert desk.browse.filter.line == "J"
        await desk.press("ctrl+o")
        assert isinstance(desk.app.screen, JumpScreen)
