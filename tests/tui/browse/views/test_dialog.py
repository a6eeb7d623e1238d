"""The dialog of saved views: rename, delete, replace."""

from __future__ import annotations

from sqlalchemy import Engine

from db.query.saved_views import save_view, saved_view, saved_views
from tests.tui.driving import running


async def test_a_view_is_renamed_and_deleted(archive: Engine) -> None:
    save_view(archive, "First", "type:direct")
    save_view(archive, "Second", "type:indirect")
    async with running(archive) as desk:
        await desk.press("v", "j", "r")
        await desk.write("s")
        await desk.press("enter")
        assert [view.name for view in saved_views(archive)] == ["First", "Seconds"]
        await desk.press("k", "d")
        assert len(saved_views(archive)) == 2
        assert "Once more deletes" in desk.screen_text
        await desk.press("d")
        assert [view.name for view in saved_views(archive)] == ["Seconds"]


async def test_a_name_that_is_taken_is_replaced_only_when_asked_twice(archive: Engine) -> None:
    save_view(archive, "First", "type:direct")
    async with running(archive, "type:mixed") as desk:
        await desk.press("v", "s")
        await desk.write("first")
        await desk.press("enter")
        assert saved_view(archive, "first").line == "type:direct"
        await desk.press("enter")
        assert saved_view(archive, "first").line == "type:mixed"


async def test_a_name_that_says_nothing_is_told(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("v")
        await desk.write("?!")
        await desk.press("enter")
        assert "needs a letter or a digit" in desk.screen_text
        assert saved_views(archive) == []
