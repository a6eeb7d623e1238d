"""Screens with a current claim."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.tui.core.test_copying import MARRIAGE
from tests.tui.driving import running

pytestmark = pytest.mark.usefixtures("copied")


@pytest.mark.parametrize(
    ("keys", "quote"),
    [
        (("enter", "n"), "that the buyer can wait for years"),
        (("j", "w"), "that the buyer can wait for years"),
        (("t", "j"), "that the buyer can wait for years"),
        (("C", "enter", "l"), "Freight through the crossing doubled last year"),
        (("C", "down", "down", "enter"), MARRIAGE),
        (("m",), MARRIAGE),
    ],
    ids=["article", "why", "timeline", "comparison", "alignment", "matrix"],
)
async def test_the_current_claim_of_each_screen_is_copied(
    archive: Engine, keys: tuple[str, ...], quote: str
) -> None:
    async with running(archive) as desk:
        await desk.press(*keys)
        await desk.pilot.pause(0.2)
        await desk.press("y")
        assert desk.app.clipboard == quote
