"""Escape: the nearest thing is undone, the filter last."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.tui.driving import NARROW, running


async def test_the_nearest_goes_first(archive: Engine) -> None:
    async with running(archive, "type:direct", size=NARROW) as desk:
        await desk.press("f")
        assert not desk.table.has_focus
        await desk.press("escape")
        assert desk.table.has_focus
        await desk.press("right_square_bracket")
        assert desk.table.current_column is not None
        await desk.press("escape")
        assert (desk.table.current_column, desk.browse.filter.line) == (None, "type:direct")
        await desk.press("space", "quotation_mark", "escape")
        assert not desk.browse.opening.only_selected
        await desk.press("escape")
        assert desk.browse.filter.line == ""
