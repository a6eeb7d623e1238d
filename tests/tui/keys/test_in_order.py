"""Keys that come all at once, as when a program types or the machine was busy."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import Engine

from tests.tui.driving import NARROW, WIDE, running
from tests.tui.reviewing import row, states
from tui.article.screen import ArticleScreen
from tui.browse.screen import BrowseScreen
from tui.keys import in_order as keys_in_order


@pytest.fixture(autouse=True)
def _anna(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_USER", "anna")


async def test_a_filter_with_all_its_letters(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press_at_once("/", *"marriage", "enter")
        assert desk.browse.filter.line == "marriage"
        assert desk.contents == [
            "“A pipeline is a marriage, and nobody wants to marry in a hurry,”"
        ]
        assert desk.table.has_focus
        assert not desk.selection


async def test_keys_after_the_filter_are_about_what_it_finds(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press_at_once("/", *"storage", "enter", "a", "enter")
        assert states(archive).count("accepted") == 1
        assert row(archive, 4).review == "accepted"
        screen = desk.app.screen
        assert isinstance(screen, ArticleScreen)
        assert screen.current is not None
        assert screen.current.row.id == 4


async def test_keys_after_enter_reach_the_article(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press_at_once("enter", "n", "n", "a", "escape", "j", "x")
        assert states(archive)[:3] == ["machine", "rejected", "accepted"]
        assert isinstance(desk.app.screen, BrowseScreen)


async def test_a_dialog_gets_what_is_written_into_it(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press_at_once("#", *"to call", "enter", "j", "space")
        assert row(archive, 1).tags == ("to call",)
        assert list(desk.selection) == [2]


async def test_text_to_find_and_what_is_done_to_the_match(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press_at_once("F", *"storage", "enter", "a")
        assert row(archive, 4).review == "accepted"


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
async def test_a_facet_and_what_is_done_to_its_claims(
    archive: Engine, size: tuple[int, int]
) -> None:
    async with running(archive, "", size=size) as desk:
        await desk.press_at_once("S", "j", "enter", "right", "j", "x")
        assert desk.browse.filter.line.startswith('speaker:"Anna Feld [e')
        assert row(archive, 4).review == "rejected"


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy the machine is, keys wait for what they are meant for."""
    monkeypatch.setattr(keys_in_order, "MOST_SECONDS", 60.0)


async def test_verdicts_in_the_review_are_each_about_one_claim(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press_at_once("r", "a", "x", "a", "enter", "x")
        await desk.press_at_once("a", "escape", "escape", "j")
        by_doubt = [row(archive, n).review for n in (6, 4, 2, 8, 5, 1)]
        assert by_doubt == ["accepted", "rejected", "accepted", "rejected", "accepted", "machine"]
        assert desk.table.cursor == 1


async def test_screens_that_read_first(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press_at_once("m", "j", "f")
        assert isinstance(desk.app.screen, BrowseScreen)
        assert desk.browse.filter.line.startswith('speaker:"Anna Feld [e')
        # One after the other: a second escape at once would stop what the first asks for.
        await desk.press("escape")
        await desk.press("escape")
        assert desk.browse.filter.line == ""
        await desk.press_at_once("v", *"Mine", "enter")
        await desk.press_at_once("escape", "/", *"feld", "enter", "v", "enter")
        assert isinstance(desk.app.screen, BrowseScreen)
        assert desk.browse.filter.line == ""


async def test_the_speakers_claims_are_judged_once_they_are_marked(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press_at_once(",", "a")
        assert [n for n in range(1, 9) if row(archive, n).review == "accepted"] == [1, 2, 7]


async def test_a_correction_typed_at_once(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press_at_once("E", "h", "enter", "j", "x")
        assert states(archive)[:3] == ["corrected", "rejected", "machine"]


async def test_the_filter_is_written_while_a_view_is_opened(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("/")
        for letter in "speaker:feld":
            await desk.press_at_once(letter)
        assert desk.browse.filter.line == "speaker:feld"
        assert len(desk.contents) == 2


async def test_a_click_comes_after_the_letters_that_were_typed_before_it(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("/", *"fe")
        options = desk.browse.filter.options
        assert "Anna Feld" in str(options.get_option_at_index(0).prompt)
        desk.send(*"ld")
        desk.send_click(*options.content_region.offset)
        await desk.pilot.pause()
        await desk.at_rest()
        assert desk.browse.filter.line.startswith('speaker:"Anna Feld [e')
        assert desk.browse.filter.line.endswith(']" ')
        assert len(desk.contents) == 2


async def test_escape_stops_what_keys_wait_for(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press_at_once("/", *"storage", "enter", "escape", "escape", "j")
        assert desk.browse.filter.line == ""
        assert len(desk.contents) == 8
        assert desk.table.cursor == 1


async def test_a_screen_that_never_rests_gets_its_keys_all_the_same(
    archive: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys_in_order, "MOST_SECONDS", 0.05)
    async with running(archive) as desk:
        restless = True

        async def go_on() -> None:
            await asyncio.sleep(0)
            if restless:
                desk.browse.call_later(go_on)

        # While one is at it the other waits in the queue, which is never empty.
        for _ in range(2):
            desk.browse.call_later(go_on)
        desk.send("j", "j")
        for _ in range(1000):
            await asyncio.sleep(0.01)
            if desk.table.cursor == 2:
                break
        restless = False
        assert desk.table.cursor == 2
