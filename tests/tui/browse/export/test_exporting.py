"""What is offered to be exported, and what is told where nothing can be."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.connection.cancel import Cancel
from db.query.line import parse_filter
from tests.tui.driving import running
from tui.browse.export.dialog import ExportScreen
from tui.browse.export.exporting import offer_export
from tui.browse.table.open_view import open_first, open_rows
from tui.core.page_cache import ArticlePages
from tui.core.selection import Selected


async def test_nothing_to_export(archive: Engine) -> None:
    async with running(archive, "volcano") as desk:
        await desk.press("e")
        assert desk.toasts == ["There are no claims to export."]


async def test_only_a_whole_view_is_offered(
    archive: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.browse.table.open_view.PAGE", 3)
    async with running(archive) as desk:
        first = open_first(archive, parse_filter(""), None, Cancel())
        whole = open_rows(archive, parse_filter(""), None, Cancel())
        pages, nothing = ArticlePages(archive), Selected([], [])
        offer_export(desk.browse, pages, first, nothing, 8)
        await desk.at_rest()
        assert desk.toasts == ["Not all claims of this view are here yet."]
        assert desk.app.screen is desk.browse
        offer_export(desk.browse, pages, whole, nothing, 8)
        await desk.at_rest()
        assert isinstance(desk.app.screen, ExportScreen)
