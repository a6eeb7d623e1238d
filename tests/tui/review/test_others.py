"""What others review is seen in the app, which goes on."""

from __future__ import annotations

from asyncio import to_thread
from threading import Event

from sqlalchemy import Engine

from db.review.actions import Reviewed, accept, reject
from tests.tui.driving import Desk, running
from tests.tui.reviewing import glyphs
from tui.review.others import LOOKING
from tui.session.user_name import user_name


async def look(desk: Desk) -> None:
    desk.app.others.look()
    await desk.app.workers.wait_for_complete()
    await desk.at_rest()


def toasts(desk: Desk) -> list[str]:
    return [toast.message for toast in desk.app._notifications]


async def test_a_verdict_of_somebody_else_shows_and_is_told(archive: Engine) -> None:
    async with running(archive) as desk:
        await look(desk)
        ident = desk.browse.current_id
        assert ident is not None
        accept(archive, [ident], "omar")
        await look(desk)
        assert glyphs(desk)[0] == "✓"
        assert toasts(desk) == ["omar: accepted 1 claim."]


async def test_that_one_was_overruled_is_told(archive: Engine) -> None:
    async with running(archive) as desk:
        await look(desk)
        await desk.press("a")
        ident = desk.browse.current_id
        assert ident is not None
        reject(archive, list(desk.browse.claims_here()), "omar")
        await look(desk)
        assert set(glyphs(desk)) == {"✗"}
        assert any("1 of them judged otherwise before." in told for told in toasts(desk))


async def test_ones_own_are_not_told_again(archive: Engine) -> None:
    async with running(archive) as desk:
        await look(desk)
        await desk.press("a")
        await look(desk)
        assert toasts(desk) == []


async def test_one_in_ones_own_name_is_told_if_no_screen_says_soon_that_it_made_it(
    archive: Engine,
) -> None:
    async with running(archive) as desk:
        await look(desk)
        accept(archive, [desk.browse.current_id or 0], user_name())
        await look(desk)
        assert toasts(desk) == []
        await look(desk)
        assert toasts(desk) == [f"{user_name()}: accepted 1 claim."]


async def test_nor_is_one_that_is_being_made(archive: Engine) -> None:
    made, looked = Event(), Event()

    def act(engine: Engine, by: str) -> Reviewed:
        done = accept(engine, [ident], by)
        made.set()
        looked.wait(60)
        return done

    async with running(archive) as desk:
        await look(desk)
        ident = desk.browse.current_id or 0
        desk.browse.reviewing.act(act)
        await to_thread(made.wait)
        desk.app.others.look()
        await desk.until(lambda: all(one.group != LOOKING for one in desk.app.workers))
        await desk.pilot.pause()
        looked.set()
        await desk.at_rest()
        await look(desk)
        assert toasts(desk) == []
        assert glyphs(desk)[0] == "✓"
