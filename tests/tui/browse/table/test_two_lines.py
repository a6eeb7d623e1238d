"""Rows of two lines where there is room, of three or one by choice, of one where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.tui.archives import MadeArticle, MadeClaim, make_archive
from tests.tui.driving import NARROW, WIDE, running
from tui.browse.table.columns import COLUMNS, USUAL, fit
from tui.browse.table.two_lines import above
from tui.text import words


async def test_a_claim_has_its_whole_width_where_there_is_room(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        assert desk.table.row_lines == 2
        who, said = desk.screen_text.splitlines()[4:6]
        assert (first := desk.table.current_row) is not None
        assert first.names[0] in who
        assert words.outlet_and_article(first)[:20] in who
        assert words.QUOTED[first.type] in who
        assert first.content in said
        await desk.press("j", "j")
        assert desk.table.cursor == 2


async def test_three_lines_or_one_by_choice_which_is_remembered(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        for lines in (3, 1, 2):
            await desk.press("Z")
            assert desk.table.row_lines == lines
            assert desk.app.column_memory.layout.lines == lines


async def test_one_line_where_there_is_no_room(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        assert desk.table.row_lines == 1
        await desk.press("Z")
        assert desk.table.row_lines == 1
        assert "from 100 columns on" in desk.toasts[0]


async def test_a_long_claim_is_wrapped_over_two_lines(tmp_path: Path) -> None:
    words = " ".join(f"word{number:02}" for number in range(30))
    article = MadeArticle(
        "long",
        "The Test",
        None,
        ["Long", f"“{words},” said Ann Lee."],
        [MadeClaim(words, "said", "Ann Lee", "Ann Lee")],
    )
    async with running(make_archive(tmp_path / "long.db", [article]), size=WIDE) as desk:
        await desk.press("Z")
        first, second = desk.screen_text.splitlines()[5:7]
        assert "word00" in first
        assert "word29" not in first
        assert "word29" in second


async def test_no_column_without_a_place_is_gone_to(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        await desk.press(*["right_square_bracket"] * 9)
        assert desk.table.current_column == "confidence"
        await desk.press("greater_than_sign")
        assert "confidence" in desk.table.column_layout.widths


async def test_the_cursor_stays_in_sight(long_archive: Engine) -> None:
    async with running(long_archive, size=WIDE) as desk:
        await desk.press("pagedown", "pagedown", "j")
        row = desk.table.cursor
        assert desk.table.top_row <= row < desk.table.top_row + desk.table.body_height
        await desk.press("G")
        assert f"Point {desk.table.row_count - 1}" in desk.screen_text


def test_affiliations_have_room_before_the_class_of_the_cue() -> None:
    narrow, wide = above(USUAL, 116, 2), above(USUAL, 150, 2)
    assert {column.key for column in wide} - {column.key for column in narrow} == {"class"}
    (stated,) = (one for one in fit(116, narrow) if one.column.key == "affiliation")
    assert stated.width >= 30


def test_the_article_is_named_whatever_is_hidden() -> None:
    few = tuple(column for column in USUAL if column.key in ("date", "content"))
    assert [column.title for column in above(few, 116, 2)] == ["Date", "Article"]
    assert [column.key for column in above(COLUMNS, 116, 2)].count("outlet") == 1
    assert "article" not in {column.key for column in above(COLUMNS, 116, 2)}
    assert above(few, 116, 1) == few


@pytest.mark.parametrize("width", [96, 116, 124, 150])
def test_no_column_of_the_first_line_is_pushed_out(width: int) -> None:
    assert len(fit(width, above(USUAL, width, 2))) == len(above(USUAL, width, 2))
