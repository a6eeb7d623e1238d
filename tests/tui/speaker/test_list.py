"""Rows that stand for something."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.tui.driving import running
from tui.article.screen import ArticleScreen


async def test_enter_reads_the_article_that_states_an_affiliation(rails: Engine) -> None:
    async with running(rails, "speaker:morozov sort:published") as desk:
        await desk.press("P", "enter")
        assert isinstance(desk.app.screen, ArticleScreen)
        await desk.press("escape", "escape")
        assert desk.table.has_focus
