"""Correcting each part of a claim, by keys in the text and in the form."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine
from textual.widgets import Input, Select

from db.review.actions import reject
from tests.tui.driving import Desk, running
from tests.tui.reviewing import COST, MARRIAGE, ROUTE, STORAGE, WAIT, correct_screen, glyphs, row
from tui.browse.screen import BrowseScreen


@pytest.fixture(autouse=True)
def _anna(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_USER", "anna")


async def fill(desk: Desk, field: str, text: str) -> None:
    line = correct_screen(desk).query_one(f"#{field}", Input)
    line.focus()
    line.value = text
    await desk.pilot.pause()


async def test_the_content_is_cut_by_words(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j", "E", "h", "h", "o", "l", "enter")
        assert row(archive, WAIT).content == "the buyer can wait"
        assert row(archive, WAIT).review == "corrected"
        assert glyphs(desk)[1] == "✎"
        assert desk.toasts == ["Corrected 1 claim."]
        assert "the buyer can wait" in desk.contents
        await desk.press("u")
        assert row(archive, WAIT).content == "that the buyer can wait for years"
        assert glyphs(desk)[1] == " "


async def test_cue_and_source_are_moved(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("E", "3", "o", "l", "2", "o", "l", "enter")
        corrected = row(archive, MARRIAGE)
        assert (corrected.source, corrected.cue) == ("Morozov", "said Ilya")


async def test_a_cue_can_be_removed(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("E", "2", "minus")
        assert "cue: none; + adds one" in desk.screen_text
        await desk.press("enter")
        assert row(archive, MARRIAGE).cue == ""


async def test_the_content_cannot_be_emptied(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("E", "minus", "enter")
        assert "Nothing is changed yet." in desk.screen_text
        await desk.press("escape")
        assert isinstance(desk.app.screen, BrowseScreen)


async def test_another_speaker_comes_with_what_the_article_says_of_her(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j", "E")
        await fill(desk, "speaker", "Anna Feld")
        await desk.press("enter")
        corrected = row(archive, WAIT)
        assert corrected.names == ("Anna Feld",)
        assert (corrected.roles, corrected.organizations) == (("adviser",), ("Energy Forum",))
        await desk.press("slash")
        await desk.write(" speaker:feld")
        assert "that the buyer can wait for years" in desk.contents


async def test_role_organization_kind_and_type(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j", "E")
        await fill(desk, "role", "former [bold]minister")
        await fill(desk, "organization", "")
        correct_screen(desk).query_one("#kind", Select).value = "group"
        correct_screen(desk).query_one("#type", Select).value = "mixed"
        await fill(desk, "why", "so it says")
        await desk.press("enter")
        corrected = row(archive, WAIT)
        assert corrected.roles == ("former [bold]minister",)
        assert corrected.organizations == ("",)
        assert [one.kind for one in corrected.speakers] == ["group"]
        assert corrected.type == "mixed"
        await desk.press("H")
        assert "so it says" in desk.paper("Paper")


async def test_several_speakers_and_nobody(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j", "E")
        await fill(desk, "speaker", "Ilya Morozov; Anna Feld")
        await desk.press("enter")
        assert row(archive, WAIT).names == ("Ilya Morozov", "Anna Feld")
        assert row(archive, WAIT).roles == ("senior fellow", "adviser")
        await desk.press("E")
        await fill(desk, "speaker", "")
        await desk.press("enter")
        assert row(archive, WAIT).names == ()


async def test_a_known_name_completes(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j", "E")
        await fill(desk, "speaker", "")
        await desk.write("Ministry")
        await desk.pilot.pause(0.2)
        await desk.press("right", "enter")
        assert row(archive, WAIT).names == ("Ministry of Transport",)


async def test_the_same_speaker_for_all_marked_in_one_step(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j", "j", "space", "space", "E")
        assert "2 claims are corrected in one step" in desk.screen_text
        await fill(desk, "role", "chair")
        await fill(desk, "organization", "Energy Forum")
        await desk.press("enter")
        assert row(archive, COST).roles == ("chair",)
        assert row(archive, STORAGE).roles == ("chair",)
        assert row(archive, STORAGE).names == ("Anna Feld",)
        assert desk.toasts == ["Corrected 2 claims."]
        await desk.press("u")
        assert row(archive, COST).roles == ("adviser",)


async def test_what_makes_no_sense_keeps_the_form_open(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("E")
        await fill(desk, "speaker", "A; B")
        await fill(desk, "role", "one; two; three")
        await desk.press("enter")
        assert "2 speakers need as many" in desk.screen_text
        assert correct_screen(desk).form.speaker == "A; B"
        assert row(archive, MARRIAGE).review == "machine"


async def test_leaving_with_changes_asks_once_more(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("E", "h", "escape")
        assert "once more leaves" in desk.screen_text
        await desk.press("l", "h", "escape")
        correct_screen(desk)
        await desk.press("escape")
        assert isinstance(desk.app.screen, BrowseScreen)
        assert row(archive, MARRIAGE).review == "machine"


async def test_save_and_close_by_mouse(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("E", "h")
        await desk.pilot.click("#save")
        await desk.at_rest()
        assert row(archive, MARRIAGE).review == "corrected"
        await desk.press("E")
        await desk.pilot.click("#close")
        await desk.at_rest()
        assert isinstance(desk.app.screen, BrowseScreen)


async def test_a_rejected_claim_that_is_corrected_is_corrected(archive: Engine) -> None:
    reject(archive, [ROUTE], "ben")
    async with running(archive, "include:rejected sort:published") as desk:
        await desk.press("j", "j", "j", "j", "E", "h", "enter")
        assert row(archive, ROUTE).review == "corrected"


async def test_the_footer_says_what_enter_does_in_a_line_of_the_form(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("E")
        assert "⏎ Save esc Close" in desk.screen_text
        await desk.press("tab")
        assert isinstance(desk.app.focused, Input)
        assert "⏎ Save esc Close" in desk.screen_text
