"""The queue beside the claim at hand, on a large screen."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.tui.driving import NARROW, WIDE, running
from tests.tui.reviewing import review_screen


@pytest.fixture(autouse=True)
def _anna(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_USER", "anna")


async def test_it_follows_the_review_and_a_click_goes_to_a_claim(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        await desk.press("r", "x")
        screen = review_screen(desk)
        assert screen.queue.cursor == 1
        rows = [strip.text for strip in map(screen.queue.draw_line, range(4))]
        assert "✗ 0.55 (officials)" in rows[0]
        assert "Freight through the crossing" in rows[1]
        assert "▸  0.64 Anna Feld" in rows[2]
        await desk.pilot.click("#queue", offset=(5, 6))
        await desk.at_rest()
        current = screen.current_claim
        assert current is not None
        assert current.confidence == 0.71
        assert screen.queue.cursor == 2


async def test_paragraphs_stand_around_the_claim_where_there_is_room(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        await desk.press("r")
        assert "nobody wants to sign in a hurry" in " ".join(desk.paper("#paragraph").split())
    async with running(archive, size=NARROW) as desk:
        await desk.press("r")
        assert not review_screen(desk).queue.display
        assert "nobody wants to sign in a hurry" not in " ".join(desk.paper("#paragraph").split())
