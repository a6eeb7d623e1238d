"""Saved views in the app: save, open, rename, delete."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.query.saved_views import save_view, saved_view
from tests.tui.driving import NARROW, WIDE, running


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_view_is_saved_and_opened_again(archive: Engine, size: tuple[int, int]) -> None:
    async with running(archive, "type:direct", size=size) as desk:
        await desk.press("v")
        assert "Save direct claims as" in desk.screen_text
        await desk.write("Quotes")
        await desk.press("enter", "escape")
        assert "Claims · Quotes" in desk.screen_text
        await desk.press("slash")
        await desk.write(" pipeline")
        await desk.press("enter")
        assert "Claims · Quotes, changed" in desk.screen_text
        await desk.press("escape", "v", "enter")
        assert desk.browse.filter.line == "type:direct"
        assert "Claims · Quotes" in desk.screen_text
    assert saved_view(archive, "quotes").line == "type:direct"


async def test_a_view_of_another_version_and_odd_names_do_no_harm(archive: Engine) -> None:
    save_view(archive, "[/red] Mood", "mood:glad")
    async with running(archive, "") as desk:
        await desk.press("v")
        assert "[/red] Mood" in desk.screen_text
        await desk.press("enter")
        assert desk.browse.filter.line == ""
        assert any("unknown filter mood:" in toast for toast in desk.toasts)


async def test_a_first_view_brings_its_columns_and_name(archive: Engine) -> None:
    from tui.browse.table.column_layout import ColumnLayout

    save_view(archive, "Quotes", "type:direct", ColumnLayout().toggled("date").to_json())
    async with running(archive, "type:direct") as desk:
        desk.browse.views.first = "quotes"
        desk.browse.views.begin()
        await desk.at_rest()
        assert "Claims · Quotes" in desk.screen_text
        assert "date" not in desk.table.column_widths
