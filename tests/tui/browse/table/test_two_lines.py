"""Rows of two lines where there is room, of one by choice and where there is none."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.tui.driving import NARROW, WIDE, running
from tui.browse.table.columns import USUAL, fit
from tui.browse.table.two_lines import above
from tui.text import words


async def test_a_claim_has_its_whole_width_where_there_is_room(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        assert desk.table.row_lines == 2
        who, said = desk.screen_text.splitlines()[4:6]
        assert (first := desk.table.current_row) is not None
        assert first.names[0] in who
        assert first.content[:60] in said
        assert words.article(first)[:20] in said
        await desk.press("j", "j")
        assert desk.table.cursor == 2


async def test_one_line_by_choice_which_is_remembered(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        await desk.press("Z")
        assert desk.table.row_lines == 1
        assert desk.app.column_memory.layout.one_line
        await desk.press("Z")
        assert desk.table.row_lines == 2


async def test_one_line_where_there_is_no_room(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        assert desk.table.row_lines == 1


async def test_the_cursor_stays_in_sight(long_archive: Engine) -> None:
    async with running(long_archive, size=WIDE) as desk:
        await desk.press("pagedown", "pagedown", "j")
        row = desk.table.cursor
        assert desk.table.top_row <= row < desk.table.top_row + desk.table.body_height
        await desk.press("G")
        assert f"Point {desk.table.row_count - 1}" in desk.screen_text


def test_affiliations_have_room_before_the_class_of_the_cue() -> None:
    narrow, wide = above(USUAL, 100), above(USUAL, 140)
    assert [column.key for column in wide if column not in narrow] == ["class"]
    assert {"content", "article"}.isdisjoint(column.key for column in wide)
    (stated,) = (place for place in fit(100, narrow) if place.column.key == "affiliation")
    assert stated.width >= 36
