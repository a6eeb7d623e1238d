"""Judging on the screen of a thread what says the same."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.tui.driving import WIDE, Desk, running
from tests.tui.threads.test_thread_screen import HOLDS, contents, thread_of
from tui.threads import thread_screen

GOING = "the dam is going to hold through the whole winter"
ALL = "the dam will hold all through this winter"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thread_screen, "FOLLOW_SECONDS", 0.001)


def near(desk: Desk) -> list[str]:
    """What is suggested."""
    return [entry.row.content for entry in thread_of(desk).near.entries if entry.row is not None]


async def test_a_claim_that_does_not_say_the_same_leaves_until_that_is_undone(
    valley: Engine,
) -> None:
    async with running(valley, '"all through"', size=WIDE) as desk:
        await desk.press("tilde", "x")
        assert contents(desk) == [ALL]
        assert desk.toasts[-1].startswith("Done: judge not the same")
        await desk.press("u")
        assert contents(desk) == [HOLDS, GOING, ALL]
        assert desk.toasts[-1].startswith("Undone: judge not the same")


async def test_a_suggestion_is_taken_in(valley: Engine) -> None:
    async with running(valley, '"it is right to close"') as desk:
        await desk.press("tilde")
        assert contents(desk) == ["it is right to close the school in Harrow"]
        assert near(desk)[0] in (
            "the school in Harrow must be closed",
            "the school in Harrow has to be closed",
        )
        await desk.press("tab", "a")
        assert len(contents(desk)) == 3
        assert "it is right to close the school in Harrow" in contents(desk)
        assert not [words for words in near(desk) if "school" in words]


async def test_a_suggestion_that_was_refused_does_not_come_again(valley: Engine) -> None:
    async with running(valley, '"it is right to close"', size=WIDE) as desk:
        await desk.press("tilde", "tab")
        refused = thread_of(desk).near.row
        assert refused is not None
        await desk.press("x")
        assert contents(desk) == ["it is right to close the school in Harrow"]
        shown = [entry.row.id for entry in thread_of(desk).near.entries if entry.row is not None]
        assert refused.id not in shown


async def test_marked_claims_are_joined(valley: Engine) -> None:
    async with running(valley, "bakery OR storks") as desk:
        await desk.press("space", "tilde", "plus")
        assert sorted(contents(desk)) == [
            "a new bakery opens beside the station",
            "storks have come back to the marshes",
        ]


async def test_marks_are_needed_to_join(valley: Engine) -> None:
    async with running(valley, "bakery") as desk:
        await desk.press("tilde", "plus")
        assert desk.toasts == ["Mark claims with space in the table, then join them here."]


async def test_a_thread_is_called_what_somebody_says(valley: Engine) -> None:
    async with running(valley, '"all through"') as desk:
        await desk.press("tilde", "r")
        await desk.press("home", *["delete"] * 60)
        await desk.write("The dam is safe")
        await desk.press("enter")
        assert "Thread: The dam is safe" in desk.screen_text
        await desk.press("u")
        assert "The dam is safe" not in desk.screen_text


async def test_a_suggestion_leads_to_its_own_thread(valley: Engine) -> None:
    async with running(valley, '"it is right to close"') as desk:
        await desk.press("tilde", "tab", "tilde")
        assert len(contents(desk)) == 2
        await desk.press("escape")
        assert contents(desk) == ["it is right to close the school in Harrow"]
