"""The screen that tells why."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.tui.driving import NARROW, running
from tui.article.screen import ArticleScreen
from tui.article.why import WhyScreen


@pytest.mark.parametrize("size", [NARROW, (160, 50)], ids=["narrow", "wide"])
async def test_w_asks_why_and_enter_reads(archive: Engine, size: tuple[int, int]) -> None:
    async with running(archive, size=size) as desk:
        await desk.press("j", "j", "w")
        assert isinstance(desk.app.screen, WhyScreen)
        assert "Why Anna Feld?" in desk.screen_text
        assert "base form say · statement" in desk.paper("#why")
        await desk.press("enter")
        assert isinstance(desk.app.screen, ArticleScreen)
        await desk.press("escape", "escape")
        assert desk.table.has_focus


async def test_a_claim_that_is_gone_is_told(archive: Engine) -> None:
    from sqlalchemy import delete

    from db.connection.engine import writing
    from db.schema import core as schema

    async with running(archive) as desk:
        with writing(archive) as connection:
            connection.execute(delete(schema.Claim).where(schema.Claim.id == 1))
        await desk.press("w")
        assert "This claim is no longer in the database." in desk.paper("#why")
