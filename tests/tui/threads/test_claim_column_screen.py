"""A claim with others below it in one column."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.tui.driving import running
from tui.threads.claim_column_screen import ClaimColumnScreen


async def test_the_keys_move_the_current_claim_and_escape_leaves(dam: Engine) -> None:
    async with running(dam, "sort:published") as desk:
        await desk.press("X")
        screen = desk.app.screen
        assert isinstance(screen, ClaimColumnScreen)
        first = screen.current_claim
        await desk.press("down")
        assert screen.current_claim is not None
        assert screen.current_claim != first
        await desk.press("escape")
        assert len(desk.app.screen_stack) == 1
