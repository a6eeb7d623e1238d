"""Accept, reject, note, tag, undo and redo on the main screen."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.archive import open_archive
from db.review.actions import accept, note, undo
from tests.tui.driving import NARROW, running
from tests.tui.reviewing import COST, MARRIAGE, STORAGE, WAIT, glyphs, row, states
from tui.browse.screen import BrowseScreen
from tui.review.history import HistoryScreen

UNTOUCHED = ["machine"] * 8


@pytest.fixture(autouse=True)
def _anna(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_USER", "anna")


async def test_accept_and_reject_show_in_place(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j", "a", "j", "x")
        assert states(archive)[:3] == ["machine", "accepted", "rejected"]
        assert glyphs(desk)[:4] == " ✓✗ "
        assert desk.table.cursor == 2
        assert desk.toasts == [], "the mark tells it"
        assert "✗ rejected" in " ".join(desk.paper("#paragraph").split())


async def test_keys_act_in_their_order(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.pilot.press("a", "x", "a", "u", "j", "a")
        await desk.at_rest()
        assert states(archive)[:2] == ["rejected", "accepted"]


async def test_marked_claims_are_judged_in_one_step(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("space", "space", "space", "G", "a")
        assert states(archive) == ["accepted"] * 3 + ["machine"] * 5
        assert glyphs(desk) == "✓✓✓     "
        assert list(desk.selection) == [1, 2, 3]
        assert desk.table.cursor == 7
        assert desk.toasts == ["Accepted 3 claims."]
        await desk.press("u")
        assert states(archive) == UNTOUCHED
        assert glyphs(desk) == " " * 8
        assert desk.toasts[-1] == "Undone: accepted 3 claims."
        await desk.press("ctrl+r")
        assert states(archive) == ["accepted"] * 3 + ["machine"] * 5
        assert desk.toasts[-1] == "Redone: accepted 3 claims."


async def test_a_claim_that_fits_the_filter_no_more_stays_until_it_is_read_again(
    archive: Engine,
) -> None:
    async with running(archive, "review:machine sort:published") as desk:
        await desk.press("j", "a")
        assert glyphs(desk) == " ✓      "
        await desk.press("f5")
        assert len(desk.contents) == 7


async def test_undo_and_redo_go_on_after_the_app_was_closed(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("a", "j", "x")
    url = archive.url.render_as_string(hide_password=False)
    archive.dispose()
    opened = open_archive(url)
    async with running(opened, "include:rejected sort:published") as desk:
        assert glyphs(desk)[:2] == "✓✗"
        await desk.press("u", "u")
        assert states(opened) == UNTOUCHED
        assert glyphs(desk) == " " * 8
    async with running(opened) as desk:
        await desk.press("ctrl+r", "ctrl+r")
        assert states(opened)[:2] == ["accepted", "rejected"]
        await desk.press("ctrl+r")
        assert desk.toasts[-1] == "there is nothing to redo"
    opened.dispose()


async def test_reopening_takes_the_verdict_back(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("x", "R")
        assert states(archive) == UNTOUCHED
        assert desk.toasts == ["Reopened 1 claim."]


async def test_tags_go_on_and_off_marked_claims(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("space", "space", "number_sign")
        await desk.write("energy, to call")
        await desk.press("enter")
        assert row(archive, WAIT).tags == ("energy", "to call")
        await desk.press("number_sign")
        await desk.write("-Energy, done")
        await desk.press("enter")
        assert row(archive, MARRIAGE).tags == ("done", "to call")
        await desk.press("u")
        assert row(archive, MARRIAGE).tags == ("energy", "to call")


async def test_known_tags_complete(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("number_sign")
        await desk.write("pipeline politics")
        await desk.press("enter", "j", "number_sign")
        await desk.write("pipe")
        await desk.pilot.pause(0.2)
        await desk.press("right", "enter")
        assert row(archive, WAIT).tags == ("pipeline politics",)


async def test_what_is_no_tag_is_told(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("number_sign")
        await desk.write("a;b")
        await desk.press("enter")
        assert desk.toasts == ["tag 'a;b': has a comma or semicolon, which stand between tags"]
        assert states(archive) == UNTOUCHED


async def test_the_history_of_a_claim(archive: Engine) -> None:
    accept(archive, [MARRIAGE], "ben", "[/red] heard it")
    undo(archive, "ben")
    async with running(archive, size=NARROW) as desk:
        await desk.press("H")
        assert isinstance(desk.app.screen, HistoryScreen)
        told = desk.paper("Paper")
        assert "ben  undo accept" in told
        assert "ben  accept (undone)" in told
        assert "machine → accepted" in told
        assert "[/red] heard it" in told
        assert "none 0" in told
        await desk.press("escape")
        assert desk.table.has_focus


async def test_clicks_never_judge_or_open(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.pilot.click("#claims", offset=(3, 4))
        await desk.at_rest()
        assert isinstance(desk.app.screen, BrowseScreen)
        assert states(archive) == UNTOUCHED


async def test_what_another_program_changed_is_not_undone(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("a")
        note(archive, [MARRIAGE], "by ben", "ben")
        from db.review.actions import reject

        reject(archive, [MARRIAGE], "ben")
        await desk.press("u")
        assert "its review was changed since" in desk.toasts[-1]
        assert states(archive)[0] == "rejected"


async def test_an_archive_that_cannot_be_written_says_so(archive: Engine) -> None:
    url = archive.url.render_as_string(hide_password=False)
    reader = open_archive(url, read_only=True)
    async with running(reader) as desk:
        await desk.press("a")
        assert "read-only" in desk.toasts[-1]
        assert glyphs(desk) == " " * 8
        await desk.press("j")
        assert desk.table.cursor == 1
    reader.dispose()


async def test_marks_of_a_speaker_are_judged_and_kept(archive: Engine) -> None:
    async with running(archive, "include:rejected sort:published") as desk:
        await desk.press("j", "j", "comma")
        assert sorted(desk.selection) == [COST, STORAGE]
        await desk.press("x", "quotation_mark")
        assert glyphs(desk) == "✗✗"
        await desk.press("quotation_mark")
        assert glyphs(desk) == "  ✗✗    "
