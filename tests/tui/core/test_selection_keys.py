"""Marks of a speaker's claims: all in the view, be they loaded or not."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.tui.driving import running


async def test_all_claims_of_the_speaker_however_far_down(long_archive: Engine) -> None:
    async with running(long_archive) as desk:
        await desk.press("comma")
        assert len(desk.selection) == 700
        assert desk.toasts == ["Marked 700 claims of this speaker."]
        assert "700 marked" in desk.screen_text
        await desk.press("comma")
        assert not desk.selection
        assert desk.toasts[-1] == "700 claims of this speaker unmarked."


async def test_only_those_in_the_view_and_in_its_order(archive: Engine) -> None:
    async with running(archive, "speaker:morozov type:direct sort:-published") as desk:
        await desk.press("comma")
        assert list(desk.selection) == [7, 1]


async def test_marks_that_were_there_stay_and_are_told_apart(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("space", "j", "j", "space", "g", "comma")
        assert list(desk.selection) == [1, 4, 2, 7]
        assert desk.toasts == ["Marked 2 claims of this speaker; 1 had been."]


async def test_a_claim_of_nobody_named_marks_nothing(archive: Engine) -> None:
    async with running(archive, "freight") as desk:
        await desk.press("comma")
        assert not desk.selection
        assert desk.toasts == ["No speaker of this claim is known by name."]
