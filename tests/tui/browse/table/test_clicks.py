"""Marking claims with the mouse."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine
from textual.geometry import Offset

from tests.tui.driving import NARROW, WIDE, Desk, running


async def click(
    desk: Desk, row: int, x: int, *, shift: bool = False, control: bool = False, times: int = 1
) -> None:
    """Click a row of the table at one of its cells."""
    table = desk.table
    at = Offset(1 + x, 1 + table.HEADER_LINES + row * table.row_lines)
    await desk.pilot.click(table, offset=at, shift=shift, control=control, times=times)
    await desk.at_rest()


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_click_on_the_glyphs_marks_a_claim_and_another_no_longer(
    archive: Engine, size: tuple[int, int]
) -> None:
    async with running(archive, size=size) as desk:
        ids = [desk.table.source.id_at(row) for row in range(3)] if desk.table.source else []
        await click(desk, 2, 1)
        assert (list(desk.selection), desk.table.cursor) == ([ids[2]], 2)
        assert "1 marked" in desk.screen_text
        await click(desk, 0, 0)
        await click(desk, 2, 2)
        assert list(desk.selection) == [ids[0]]
        # Two quick clicks mark and take back; they read nothing.
        await click(desk, 1, 1, times=2)
        assert (list(desk.selection), desk.app.screen) == ([ids[0]], desk.browse)


async def test_shift_marks_from_the_cursor_on_and_control_the_one(archive: Engine) -> None:
    async with running(archive) as desk:
        assert desk.table.source is not None
        ids = [desk.table.source.id_at(row) for row in range(5)]
        await click(desk, 3, 20)
        assert not desk.selection
        await click(desk, 1, 20, shift=True)
        assert (list(desk.selection), desk.table.cursor) == (ids[1:4], 1)
        await click(desk, 2, 20, control=True)
        assert list(desk.selection) == [ids[1], ids[3]]
        await click(desk, 4, 20, control=True)
        assert list(desk.selection) == [ids[1], ids[3], ids[4]]
