"""Screens with a current claim."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.tui.core.test_copying import MARRIAGE
from tests.tui.driving import running

pytestmark = pytest.mark.usefixtures("copied")


WAIT = "that the buyer can wait for years"
SCREENS = {
    "article": (("enter", "n"), WAIT),
    "why": (("j", "w"), WAIT),
    "timeline": (("t", "j"), WAIT),
    "comparison": (("C", "enter", "l"), "Freight through the crossing doubled last year"),
    "alignment": (("C", "down", "down", "enter"), MARRIAGE),
    "matrix": (("m",), MARRIAGE),
}


async def test_the_current_claim_of_each_screen_is_copied(archive: Engine) -> None:
    async with running(archive) as desk:
        for name, (keys, quote) in SCREENS.items():
            await desk.press("g", *keys)
            await desk.pilot.pause(0.2)
            await desk.press("y")
            assert desk.app.clipboard == quote, name
            await desk.press("escape")
            assert desk.app.screen is desk.browse, name
