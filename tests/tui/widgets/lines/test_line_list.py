"""Rows of one line each, with a cursor."""

from __future__ import annotations

from collections.abc import Hashable

from textual.app import App, ComposeResult
from textual.strip import Strip

from tui.widgets.lines.line_list import LineList


class Numbers(LineList):
    def draw_row(self, index: int, width: int) -> Strip:
        return Strip.blank(width)

    def strip_key(self, index: int) -> Hashable | None:
        return index


class Listing(App[None]):
    def compose(self) -> ComposeResult:
        yield Numbers()


async def test_the_cursor_goes_no_further_than_the_rows() -> None:
    async with Listing().run_test() as pilot:
        rows = pilot.app.query_one(Numbers)
        rows.set_rows(100, 4)
        assert (rows.row_count, rows.cursor) == (100, 4)
        rows.action_move(-9)
        assert rows.cursor == 0
        rows.action_last()
        rows.action_move(1)
        assert rows.cursor == 99
        rows.action_page(-1)
        assert rows.cursor == 99 - (rows.body_height - 1)


async def test_the_cursor_is_always_in_sight() -> None:
    async with Listing().run_test() as pilot:
        rows = pilot.app.query_one(Numbers)
        rows.set_rows(100)
        for cursor in (50, 99, 0):
            rows.cursor = cursor
            await pilot.pause()
            assert rows.top_row <= cursor < rows.top_row + rows.body_height


async def test_fewer_rows_keep_the_cursor_among_them() -> None:
    async with Listing().run_test() as pilot:
        rows = pilot.app.query_one(Numbers)
        rows.set_rows(10, 9)
        rows.set_rows(3, 9)
        assert rows.cursor == 2
        rows.set_rows(0)
        assert (rows.row_count, rows.cursor) == (0, 0)
