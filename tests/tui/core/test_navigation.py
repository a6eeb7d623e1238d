"""Where one can go: each destination has its screen."""

from __future__ import annotations

from sqlalchemy import Engine

from db.claims.view import open_view
from db.query.model import ClaimQuery
from tests.tui.driving import running
from tui.core.navigation import ShowMatrix, ShowWhy, back_to_table, go, main_screen
from tui.core.page_cache import ArticlePages


async def test_screens_open_above_each_other_and_all_close_on_the_way_back(
    archive: Engine,
) -> None:
    async with running(archive) as desk:
        pages = ArticlePages(archive)
        row = open_view(archive, ClaimQuery()).rows(0, 1)[0]
        assert main_screen(desk.app) is desk.browse
        go(desk.app, pages, ShowMatrix(ClaimQuery()))
        go(desk.app, pages, ShowWhy(row))
        await desk.pilot.pause()
        names = [type(screen).__name__ for screen in desk.app.screen_stack[-2:]]
        assert names == ["MatrixScreen", "WhyScreen"]
        back_to_table(desk.app, ClaimQuery(outlets=("courier",)))
        await desk.pilot.pause()
        assert desk.app.screen is desk.browse
