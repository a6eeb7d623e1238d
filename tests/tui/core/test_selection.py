"""A key never acts unasked on marked claims that the view does not show."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.tui.driving import running
from tests.tui.reviewing import COST, MARRIAGE, STORAGE, WAIT, filter_to, review_screen, states
from tui.browse.export.dialog import ExportScreen
from tui.browse.which_dialog import WhichScreen
from tui.dialogs.ask import AskScreen
from tui.dialogs.note import NoteScreen

FREIGHT = 6
MARK_FOUR = ("space", "space", "space", "space")


@pytest.fixture(autouse=True)
def _anna(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_USER", "anna")


def accepted(engine: Engine) -> list[int]:
    return [n for n, state in enumerate(states(engine), 1) if state == "accepted"]


async def test_nothing_is_asked_where_the_view_has_them_all_however_far_down(
    long_archive: Engine,
) -> None:
    async with running(long_archive) as desk:
        await desk.press("G", "space", "g", "x")
        assert not isinstance(desk.app.screen, WhichScreen)
        await filter_to(desk, "include:rejected sort:-published")
        await desk.press("R")
        assert not isinstance(desk.app.screen, WhichScreen)


async def test_the_view_of_marked_claims_has_them_all(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press(*MARK_FOUR)
        await filter_to(desk, "freight")
        await desk.press("quotation_mark")
        await desk.at_rest()
        await desk.press("a")
        assert accepted(archive) == [MARRIAGE, WAIT, COST, STORAGE]


async def test_every_key_of_judging_asks(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("space")
        await filter_to(desk, "freight")
        for key in ("x", "R", "i", "number_sign", "E"):
            await desk.press(key)
            assert isinstance(desk.app.screen, WhichScreen), key
            assert "1 claim is marked, not in this view." in desk.screen_text, key
            await desk.press("escape")


async def test_a_note_and_a_tag_are_for_what_was_chosen(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("space", "space")
        await filter_to(desk, "freight")
        await desk.press("i", "m")
        assert isinstance(desk.app.screen, NoteScreen)
        assert "Note on 2 claims" in desk.screen_text
        await desk.press("escape", "number_sign", "c")
        assert isinstance(desk.app.screen, AskScreen)
        assert "Tag 1 claim" in desk.screen_text


async def test_the_review_asks_too_and_has_the_view_first(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("space", "space")
        await filter_to(desk, "freight")
        await desk.press("r")
        assert "what this view has to review" in desk.screen_text
        await desk.press("enter")
        assert [row.id for row in review_screen(desk)._rows] == [FREIGHT]
        await desk.press("escape", "r", "m")
        assert "Review: marked claims" in desk.screen_text


async def test_a_comparison_and_an_export_say_how_many_are_out_of_view(
    archive: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "cwd", lambda: tmp_path)
    async with running(archive) as desk:
        await desk.press("j", "space", "G", "space")
        await filter_to(desk, "hurry")
        await desk.press("e")
        assert isinstance(desk.app.screen, ExportScreen)
        assert "(•) marked, 2 claims, none of them in this view" in desk.screen_text
        await desk.press("escape", "equals_sign")
        assert "Marked claims, none of them in this view" in desk.screen_text
        await desk.press("escape", "C", "enter")
        assert "2 claims are marked, none of them in this view" in desk.screen_text
