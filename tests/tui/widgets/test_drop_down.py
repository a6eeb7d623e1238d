"""A drop-down tells its keys, closed and open."""

from __future__ import annotations

from sqlalchemy import Engine
from textual.widgets import Select

from tests.tui.driving import NARROW, running


async def test_the_footer_tells_of_enter_and_escape(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press("E", *["tab"] * 2)
        kind = desk.app.screen.query_one("#kind", Select)
        assert kind.has_focus
        assert "⏎ Choose" in desk.screen_text
        await desk.press("enter")
        assert "⏎ Take esc As it was" in desk.screen_text
        await desk.press("down", "escape")
        assert kind.value == "person"
        await desk.press("enter", "down", "enter")
        assert kind.value == "organization"
