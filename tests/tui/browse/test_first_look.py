"""What meets the eye first: what is hidden, a name that is typed, a way back."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.tui.driving import running


async def test_the_newest_stands_first_and_an_article_in_its_order(archive: Engine) -> None:
    async with running(archive, "") as desk:
        assert "what was said, newest first" in desk.screen_text
        rows = desk.table.source.view.rows(0, 8)  # type: ignore[union-attr]
        days = [row.published.as_known for row in rows]
        assert days == sorted(days, reverse=True)
        assert [row.id for row in rows] == [6, 7, 8, 1, 2, 3, 4, 5]
        await desk.press("slash", *"sort:published", "enter")
        assert [row.id for row in desk.table.source.view.rows(0, 8)] == list(range(1, 9))  # type: ignore[union-attr]
        assert "what was said, oldest first" in desk.screen_text


async def test_a_cleared_filter_comes_back(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash", *"since:2024", "enter")
        await desk.at_rest()
        shown = desk.table.row_count
        await desk.press("escape")
        await desk.at_rest()
        assert desk.browse.filter.line == ""
        await desk.press("backspace")
        await desk.at_rest()
        assert (desk.browse.filter.line, desk.table.row_count) == ("since:2024-01-01", shown)
