"""Reading for a controller: what is found is handed on, and what fails is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event, get_ident

import pytest
from textual.app import App
from textual.screen import Screen

from db.connection.cancel import Cancelled
from db.connection.engine import ArchiveError
from db.query.model import QueryError
from tui.core.background import do_in_background, in_background
from tui.core.claim_screen import ClaimScreen


class Telling(Screen[None]):
    """A screen that keeps what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def on_claim_screen_failed(self, event: ClaimScreen.Failed) -> None:
        self.told.append(event.reason)


async def told_of(read: Callable[[], str]) -> tuple[list[str], list[tuple[str, int]]]:
    """What the screen is told of failures, and what is handed on, by which thread."""
    found: list[tuple[str, int]] = []
    async with App[None]().run_test() as pilot:
        screen = Telling()
        await pilot.app.push_screen(screen)
        in_background(screen, "reading", read, lambda one: found.append((one, get_ident())))
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        return screen.told, found


async def test_what_is_read_in_a_thread_is_handed_on_by_the_screens_own() -> None:
    threads: list[int] = []

    def read() -> str:
        threads.append(get_ident())
        return "a page"

    assert await told_of(read) == ([], [("a page", get_ident())])
    assert threads != [get_ident()]


@pytest.mark.parametrize("error", [ArchiveError("it is locked"), QueryError("it is locked")])
async def test_a_failure_is_told(error: Exception) -> None:
    def read() -> str:
        raise error

    assert await told_of(read) == (["it is locked"], [])


async def test_a_failure_can_be_told_elsewhere_than_in_a_toast() -> None:
    reasons: list[str] = []

    def read() -> str:
        raise QueryError("there is no such article")

    async with App[None]().run_test() as pilot:
        screen = Telling()
        await pilot.app.push_screen(screen)
        in_background(screen, "reading", read, failed=reasons.append)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert (reasons, screen.told) == (["there is no such article"], [])


async def test_what_was_cancelled_is_told_to_nobody() -> None:
    def read() -> str:
        raise Cancelled

    assert await told_of(read) == ([], [])


async def done_and_left(act: Callable[[], str]) -> list[str]:
    """What the app tells of an act whose screen is left before it can begin."""
    async with App[None]().run_test() as pilot:
        screen = Telling()
        await pilot.app.push_screen(screen)
        free = Event()
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(1))
        busy = loop.run_in_executor(None, free.wait)
        do_in_background(screen, "acting", act, lambda _: None)
        await pilot.app.pop_screen()
        free.set()
        await busy
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        return [toast.message for toast in pilot.app._notifications]


async def test_what_changes_the_archive_is_done_though_its_screen_is_left_at_once() -> None:
    done: list[str] = []

    def act() -> str:
        done.append("dated")
        return "dated"

    assert await done_and_left(act) == []
    assert done == ["dated"]


async def test_what_could_not_be_changed_is_told_though_its_screen_was_left() -> None:
    def act() -> str:
        raise ArchiveError("it is locked")

    assert await done_and_left(act) == ["it is locked"]
