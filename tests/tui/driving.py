"""Runs the app on an archive and waits for what its threads bring."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, Final

from sqlalchemy import Engine
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input
from textual.worker import Worker, WorkerCancelled

from db.query.line import parse_filter
from db.query.model import NEWEST_FIRST
from tests.tui import dispatching, settling, stylesheets
from tui.app import ClaimsApp
from tui.browse.screen import BrowseScreen
from tui.browse.table.claim_table import ClaimTable
from tui.core.selection import Selection
from tui.session.session import Session
from tui.widgets.lines.paper import Paper

NARROW, MEDIUM, WIDE = (80, 24), (120, 36), (160, 50)
OLDEST: Final = "sort:published"
"""The order in which the articles of tests are told; an empty line has the app's own."""
TRIES = 1000
PATIENCE: Final = 20
"""Seconds that a worker may take: the longest takes two."""
stylesheets.share()
settling.share()
dispatching.share()


class Desk:
    """A running app and what its tests ask of it."""

    def __init__(self, app: ClaimsApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def browse(self) -> BrowseScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, BrowseScreen)
        return screen

    @property
    def table(self) -> ClaimTable:
        return self.browse.table

    @property
    def selection(self) -> Selection:
        """The marked claims."""
        return self.browse.selection

    @property
    def labels(self) -> str:
        """The filter line without the ids that stand behind labels."""
        return re.sub(r" \[[ae][0-9a-f]{12,16}\]", "", self.browse.filter.line)

    @property
    def contents(self) -> list[str]:
        """The claims in the table, in order."""
        source = self.table.source
        return [] if source is None else [row.content for row in source.view.rows(0, source.n)]

    @property
    def screen_text(self) -> str:
        """What stands on the screen, line by line."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in lines)

    @property
    def toasts(self) -> list[str]:
        return [note.message.removeprefix("! ") for note in self.app._notifications]

    async def until(self, holds: Callable[[], bool]) -> None:
        """Let the app work until something holds."""
        for _ in range(TRIES):
            await self.pilot.pause()
            if holds():
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"it never came to hold; the screen shows:\n{self.screen_text}")

    async def at_rest(self) -> None:
        """Let the app work until no view is being opened and nothing is being read or counted."""
        await self.until(lambda: not self.browse.opening.busy and not self.app.keys_waiting)
        calm = 0
        # What a worker found may lead to another one, a moment later on a busy machine.
        while calm < 2:
            working = [one for one in self.app.workers if not one.is_finished]
            # The detail follows the cursor by a timer, which a busy machine rings late.
            due = self.app.is_running and self.browse.results._timer is not None
            calm = 0 if working or due else calm + 1
            # One that a newer one replaces is cancelled: there is nothing to wait for.
            with suppress(WorkerCancelled):
                if working:
                    await self._finished(working)
            await self.pilot.pause()

    async def _finished(self, working: Sequence[Worker[Any]]) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                await self.app.workers.wait_for_complete(working)
        except TimeoutError:
            raise AssertionError(
                f"never at rest: {working}; it shows:\n{self.screen_text}"
            ) from None

    async def press(self, *keys: str) -> None:
        """Press keys as people do: each when what the one before it did is seen."""
        for key in keys:
            await self.pilot.press(key)
            await self.at_rest()

    def send(self, *keys: str) -> None:
        """Have keys come all at once, as from a program that types."""
        driver = self.app._driver
        assert driver is not None
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            driver.process_message(events.Key(name, key if len(key) == 1 else None))

    def send_click(self, x: int, y: int) -> None:
        """Have a click come from the terminal, behind all that came from it before."""
        driver = self.app._driver
        assert driver is not None
        for event in (events.MouseDown, events.MouseUp):
            none, held = (0, 0), (False, False, False)
            driver.process_message(event(None, x, y, *none, 1, *held))

    async def press_at_once(self, *keys: str) -> None:
        """Press keys before the first of them has any effect."""
        self.send(*keys)
        await self.pilot.pause()
        await self.at_rest()

    async def write(self, text: str) -> None:
        """Write into the line that has the focus, as pasting does."""
        line = self.app.focused
        assert isinstance(line, Input)
        line.insert_text_at_cursor(text)
        await self.at_rest()

    def paper(self, selector: str) -> str:
        """The text of a `Paper` as wrapped now."""
        return "\n".join(self.app.screen.query_one(selector, Paper).plain_lines)


@asynccontextmanager
async def running(
    engine: Engine,
    line: str | None = OLDEST,
    size: tuple[int, int] = MEDIUM,
    session: Session | None = None,
    *,
    toasts: bool = False,
) -> AsyncIterator[Desk]:
    """The app on an archive, at rest; without a filter line it begins as the session says.

    Toasts are told of by `Desk.toasts` in any case, and drawn only if asked for.
    """
    app = ClaimsApp(engine, None if line is None else parse_filter(line, NEWEST_FIRST), session)
    async with app.run_test(size=size, notifications=toasts) as pilot:
        desk = Desk(app, pilot)
        await desk.at_rest()
        yield desk
