"""The panes beside the table: opened, closed and gone to."""

from __future__ import annotations

import re

from sqlalchemy import Engine

from db.analysis.facets.facets import Facet
from tests.tui.driving import NARROW, WIDE, running


async def test_a_narrow_terminal_shows_the_panes_only_when_asked(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        assert "Articles" not in desk.screen_text
        await desk.press("S")
        assert re.search(r"Anna Feld +2 ", desk.screen_text)
        await desk.press("j", "enter", "S")
        assert not desk.browse.side.display
        assert desk.table.has_focus
        assert desk.table.row_count == 2


async def test_escape_goes_from_a_pane_to_the_claims(archive: Engine) -> None:
    async with running(archive, "type:direct", size=WIDE) as desk:
        await desk.press("S", "escape")
        assert desk.table.has_focus
        assert desk.browse.filter.line == "type:direct"


async def test_escape_takes_away_what_a_key_put_over_the_table(archive: Engine) -> None:
    for size, stays in ((NARROW, False), (WIDE, True)):
        async with running(archive, "type:direct", size) as desk:
            await desk.press("S", "escape")
            assert desk.browse.side.display == stays
            assert (desk.table.has_focus, desk.browse.filter.line) == (True, "type:direct")


async def test_left_and_right_go_from_pane_to_pane(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        await desk.press("left")
        assert desk.browse.side.pane(Facet.SPEAKER).list.has_focus
        await desk.press("l", "right")
        assert desk.browse.results.detail.text.has_focus
        await desk.press("h")
        assert desk.table.has_focus
