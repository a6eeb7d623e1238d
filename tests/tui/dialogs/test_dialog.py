"""Every dialog is left by a key, by its button and by a click beside it."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.tui.driving import running
from tui.dialogs.dialog import Dialog


async def test_a_click_beside_it_leaves_and_one_on_it_does_not(archive: Engine) -> None:
    async with running(archive) as desk:
        for key in ("question_mark", "e", "v", "o", "s", "i", "H", "V"):
            await desk.press(key)
            assert isinstance(desk.app.screen, Dialog), key
            shown = desk.app.screen.query_one(".dialog").region
            await desk.pilot.click(offset=(shown.x + shown.width // 2, shown.y))
            await desk.at_rest()
            assert isinstance(desk.app.screen, Dialog), key
            await desk.pilot.click(offset=(0, 0))
            await desk.at_rest()
            assert not isinstance(desk.app.screen, Dialog), key


async def test_the_button_closes(archive: Engine) -> None:
    async with running(archive) as desk:
        for key in ("e", "i", "number_sign"):
            await desk.press(key)
            assert isinstance(desk.app.screen, Dialog), key
            await desk.pilot.click("#close")
            await desk.at_rest()
            assert not isinstance(desk.app.screen, Dialog), key
