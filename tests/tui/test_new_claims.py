"""What came in since the last visit, told and shown."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from db.query.saved_views import save_view
from tests.tui.driving import NARROW, running
from tui.new_claims import NO_VISIT
from tui.session.session import Session


def visited(days_ago: int) -> Session:
    return Session(visited=datetime.now(UTC) - timedelta(days=days_ago))


async def test_new_claims_are_told_and_marked_by_view(archive: Engine) -> None:
    save_view(archive, "Morozov", "speaker:morozov")
    async with running(archive, session=visited(36_500)) as desk:
        assert desk.toasts[0] == "8 new claims since your last visit; b shows them"
        await desk.press("v")
        assert "Morozov  +3 new" in desk.screen_text


async def test_nothing_is_told_where_nothing_came(archive: Engine) -> None:
    async with running(archive, session=visited(0)) as desk:
        assert desk.toasts == []


async def test_a_key_shows_them_and_another_goes_back(archive: Engine) -> None:
    async with running(archive, "speaker:feld", session=visited(36_500)) as desk:
        await desk.press("b")
        assert desk.browse.filter.line.startswith("stored:19")
        assert len(desk.contents) == 8
        await desk.press("backspace")
        assert desk.browse.filter.line == "speaker:feld"


async def test_it_is_in_the_palette(archive: Engine) -> None:
    async with running(archive, "", size=NARROW, session=visited(0)) as desk:
        # The palette moves as long as it looks: it is not waited for until it rests.
        desk.send("ctrl+p", *"since your last visit")
        await desk.until(lambda: "Show the claims that came in since" in desk.screen_text)
        desk.send("enter")
        await desk.until(lambda: desk.browse.filter.line.startswith("stored:2"))
        await desk.at_rest()
        assert desk.contents == []


async def test_without_a_visit_before_there_is_nothing_to_show(archive: Engine) -> None:
    async with running(archive, "speaker:feld") as desk:
        await desk.press("b")
        assert desk.toasts == [NO_VISIT]
        assert desk.browse.filter.line == "speaker:feld"
