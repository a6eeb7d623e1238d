"""What meets the eye first: what is hidden, a name that is typed, a way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.tui.driving import running

MOST_TO_FIND, MOST_TO_EXPORT = 8, 12
"""Keys to the claims of somebody, and from the start to a file with them."""


async def test_a_person_is_found_by_name_and_exported_in_a_few_keys(
    archive: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = ["slash", *"moroz", "enter"]
    taken = ["e", "enter", "enter"]
    assert len(found) <= MOST_TO_FIND
    assert len(found) + len(taken) <= MOST_TO_EXPORT
    async with running(archive, "") as desk:
        await desk.press(*found)
        assert desk.labels == 'speaker:"Ilya Morozov"'
        shown = desk.table.row_count
        assert 0 < shown < 8
        await desk.press(*taken)
    (written,) = tmp_path.glob("*.csv")
    rows = written.read_text(encoding="utf-8").splitlines()[1:]
    assert len(rows) == shown
    assert all("Ilya Morozov" in row for row in rows)


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
