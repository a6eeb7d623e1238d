"""The claims, or why there is nothing to show."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.tui.driving import NARROW, running


async def test_nothing_fits(archive: Engine) -> None:
    async with running(archive, "volcano") as desk:
        assert "No claim fits this filter." in desk.screen_text
        assert "0 of 8 claims" in desk.screen_text
        await desk.press("escape")
        assert "No claim fits" not in desk.screen_text
        assert desk.table.row_count == 8


async def test_an_empty_archive_says_how_to_fill_it(empty_archive: Engine) -> None:
    async with running(empty_archive, size=NARROW) as desk:
        assert "claims ingest FOLDER" in desk.screen_text
        await desk.press("j", "enter", "space", "e", "equals_sign", "C", "G", "comma")
        assert desk.app.is_running


async def test_the_detail_follows_the_cursor(archive: Engine) -> None:
    async with running(archive) as desk:
        detail = desk.browse.results.detail.text
        assert "a marriage" in " ".join(detail.plain_lines)
        await desk.press("G")
        shown = " ".join(detail.plain_lines)
        assert "the yard would open in spring" in shown
        assert "a marriage" not in shown
