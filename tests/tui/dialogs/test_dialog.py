"""Every dialog is left by a key, by its button and by a click beside it."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.tui.driving import running
from tui.dialogs.dialog import Dialog


@pytest.mark.parametrize("keys", ["question_mark", "e", "v", "o", "s", "i", "H", "V"])
async def test_a_click_beside_it_leaves_and_one_on_it_does_not(archive: Engine, keys: str) -> None:
    async with running(archive) as desk:
        await desk.press(keys)
        assert isinstance(desk.app.screen, Dialog)
        shown = desk.app.screen.query_one(".dialog").region
        await desk.pilot.click(offset=(shown.x + shown.width // 2, shown.y))
        await desk.at_rest()
        assert isinstance(desk.app.screen, Dialog)
        await desk.pilot.click(offset=(0, 0))
        await desk.at_rest()
        assert not isinstance(desk.app.screen, Dialog)


@pytest.mark.parametrize("key", ["e", "i", "number_sign"])
async def test_the_button_closes(archive: Engine, key: str) -> None:
    async with running(archive) as desk:
        await desk.press(key)
        await desk.pilot.click("#close")
        await desk.at_rest()
        assert not isinstance(desk.app.screen, Dialog)
