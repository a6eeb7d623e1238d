"""The table: moving, marking, sorting, and rows that are not there yet."""

from __future__ import annotations

from threading import Event

import pytest
from sqlalchemy import Engine, delete, update
from textual.events import MouseScrollDown

from db.claims.view import ClaimView
from db.connection.engine import ArchiveError, writing
from db.query.tables import article, claim
from tests.tui.driving import NARROW, WIDE, Desk, running
from tui.article.screen import ArticleScreen
from tui.browse.table.drawing import SELECTED


def current(desk: Desk) -> str:
    row = desk.table.current_row
    return "" if row is None else row.content


async def test_arrow_and_vim_keys_move_the_cursor(archive: Engine) -> None:
    async with running(archive) as desk:
        for keys, row in [
            (("down", "j"), 2),
            (("up", "k"), 0),
            (("G",), 7),
            (("g", "g"), 0),
            (("end",), 7),
            (("home",), 0),
            (("k",), 0),
        ]:
            await desk.press(*keys)
            assert desk.table.cursor == row


async def test_pages_and_half_pages(long_archive: Engine) -> None:
    async with running(long_archive, size=NARROW) as desk:
        page = desk.table.body_height - 1
        await desk.press("pagedown", "ctrl+f")
        assert desk.table.cursor == 2 * page
        await desk.press("pageup", "ctrl+d", "ctrl+u")
        assert desk.table.cursor == page
        await desk.press("G")
        assert current(desk) == "“Point 699 stands,”"
        assert "Point 699" in desk.screen_text


async def test_the_cursor_stays_on_its_claim_when_the_filter_changes(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press(*"jjjjjj")
        kept = desk.table.current_id
        await desk.press("slash")
        await desk.write("speaker:feld")
        assert desk.table.current_id == kept
        assert desk.table.cursor == 1
        await desk.press("escape", "escape")
        assert desk.table.current_id == kept
        assert desk.table.cursor == 6


async def test_marks_are_shown_by_a_glyph_and_outlive_filters(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("space", "space")
        assert desk.table.cursor == 2
        assert desk.screen_text.count(SELECTED) == 2
        assert "2 marked" in desk.screen_text
        await desk.press("slash")
        await desk.write("speaker:feld")
        assert desk.screen_text.count(SELECTED) == 0
        await desk.press("escape", "escape", "g", "space")
        assert len(desk.selection) == 1
        await desk.press("asterisk")
        assert not desk.selection


async def test_comma_marks_what_the_same_speaker_says(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("comma")
        assert len(desk.selection) == 3
        await desk.press("comma")
        assert not desk.selection


async def test_only_the_marked_claims_can_be_shown(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j", "space", "G", "space", "quotation_mark")
        assert desk.contents == [
            "that the buyer can wait for years",
            "that the yard would open in spring",
        ]
        assert "marked claims, in the order of marking" in desk.screen_text
        await desk.press("escape")
        assert desk.table.row_count == 8


async def test_a_click_on_a_heading_sorts_up_down_and_back(archive: Engine) -> None:
    async with running(archive, "") as desk:
        speaker = next(
            p for p in desk.table._columns(desk.table.body_width) if p.column.key == "speaker"
        )
        offset = (1 + speaker.x + 1, 1)
        orders = []
        for _ in range(3):
            await desk.pilot.click("#claims", offset=offset)
            await desk.at_rest()
            orders.append(desk.browse.filter.line)
        assert orders == ["sort:speaker", "sort:-speaker", ""]


async def test_sorting_shows_an_arrow_and_sorts(archive: Engine) -> None:
    async with running(archive, "sort:-confidence") as desk:
        assert "Conf▼" in desk.screen_text
        assert "Date▲" not in desk.screen_text
        source = desk.table.source
        assert source is not None
        sure = [row.confidence for row in source.view.rows(0, 8)]
        assert sure == sorted(sure, reverse=True)


async def test_s_picks_the_order(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("s", "end", "enter")
        assert desk.browse.filter.line == "sort:first_said"


async def test_one_click_moves_the_cursor_and_two_open(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.pilot.click("#claims", offset=(20, 8))
        assert desk.table.cursor == 3
        assert len(desk.app.screen_stack) == 1
        await desk.pilot.click("#claims", offset=(20, 8), times=2)
        await desk.at_rest()
        assert isinstance(desk.app.screen, ArticleScreen)


async def test_the_wheel_scrolls_and_leaves_the_cursor(long_archive: Engine) -> None:
    async with running(long_archive, size=NARROW) as desk:
        await desk.pilot._post_mouse_events([MouseScrollDown], "#claims", offset=(5, 5))
        await desk.at_rest()
        assert desk.table.scroll_offset.y > 0
        assert desk.table.cursor == 0


async def test_a_page_that_is_slow_to_come_shows_dots_and_fills_in(
    long_archive: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_read = Event()
    read = ClaimView.rows

    def slowly(view: ClaimView, start: int, stop: int) -> object:
        if start:
            may_read.wait()
        return read(view, start, stop)

    monkeypatch.setattr(ClaimView, "rows", slowly)
    async with running(long_archive, size=NARROW) as desk:
        await desk.pilot.press("G")
        await desk.pilot.pause()
        assert "▸   …" in desk.screen_text
        may_read.set()
        await desk.until(lambda: "Point 699" in desk.screen_text)
        assert "▸   …" not in desk.screen_text


async def test_a_claim_that_is_gone_is_said_to_be(long_archive: Engine) -> None:
    async with running(long_archive, size=NARROW) as desk:
        assert desk.table.source is not None
        last = desk.table.source.id_at(699)
        with writing(long_archive) as connection:
            connection.execute(delete(claim).where(claim.c.id == last))
        await desk.press("G")
        assert "no longer in the database" in desk.screen_text
        await desk.press("enter")
        assert len(desk.app.screen_stack) == 1
        await desk.press("f5")
        assert desk.table.row_count == 699


async def test_a_database_that_fails_is_told_in_one_line(
    long_archive: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(view: ClaimView, start: int, stop: int) -> object:
        raise ArchiveError("claims.db: reading or writing the file failed [/b]")

    async with running(long_archive, size=NARROW) as desk:
        monkeypatch.setattr(ClaimView, "rows", fails)
        await desk.pilot.press("G")
        await desk.until(lambda: bool(desk.toasts))
        assert desk.toasts[0] == "claims.db: reading or writing the file failed [/b]"


async def test_a_column_that_says_nothing_gives_way_to_the_claim(archive: Engine) -> None:
    async with running(archive, size=(130, 36)) as desk:
        await desk.press("Z", "Z")
        full = desk.table.column_widths
        with writing(archive) as connection:
            connection.execute(update(article).values(outlet_id=None))
        await desk.press("f5")
        await desk.at_rest()
        assert full.keys() - desk.table.column_widths.keys() == {"outlet"}
        assert desk.table.column_widths["content"] > full["content"]
        await desk.press(*["right_square_bracket"] * 4)
        assert desk.table.current_column == "outlet"
        assert desk.table.column_widths == full
        await desk.press("greater_than_sign", "escape")
        assert desk.table.column_widths["outlet"] == full["outlet"] + 2


async def test_a_column_comes_back_with_a_row_that_says_something(long_archive: Engine) -> None:
    with writing(long_archive) as connection:
        connection.execute(update(claim).where(claim.c.id < 600).values(cue_class=None))
        connection.execute(update(claim).where(claim.c.id >= 600).values(cue_class="statement"))
    async with running(long_archive, size=WIDE) as desk:
        await desk.press("Z", "Z")
        assert "class" not in desk.table.column_widths
        await desk.press("G")
        await desk.at_rest()
        assert "class" in desk.table.column_widths
