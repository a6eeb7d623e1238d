"""An article read in the review."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.tui.driving import NARROW, running
from tests.tui.review_queue.test_screen import here
from tests.tui.reviewing import correct_screen, row
from tui.article.screen import ArticleScreen
from tui.review_queue.article import ReviewArticleScreen


@pytest.fixture(autouse=True)
def _anna(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_USER", "anna")


async def test_reading_correcting_and_noting_from_the_review(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press("r", "enter")
        assert isinstance(desk.app.screen, ArticleScreen)
        assert desk.app.screen.current is not None
        assert desk.app.screen.current.row.id == 6
        await desk.press("escape", "i", *"hm", "ctrl+s")
        assert here(desk) == 6, "a note is no verdict"
        await desk.press("E")
        correct_screen(desk)
        await desk.press("h", "enter")
        assert row(archive, 6).review == "corrected"
        assert here(desk) == 4


async def test_the_queue_goes_on_from_the_article_and_tells_how_far_it_is(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press("r", "enter")
        screen = desk.app.screen
        assert isinstance(screen, ReviewArticleScreen)
        assert "Review: claim 1 of 8" in desk.screen_text
        first = screen.current
        await desk.press("a")
        assert "Review: " in desk.screen_text
        now = desk.app.screen
        assert isinstance(now, ReviewArticleScreen)
        assert now.current is not None
        assert first is not None
        assert now.current.row.id != first.row.id
