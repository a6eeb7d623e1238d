"""The mouse in the web app: what a page sends of it does what it does in a terminal.

No browser is needed: a page sends clicks as terminals do, and what the app draws tells where its
words stand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

pytest.importorskip("textual_serve", reason="needs textual-serve, of the extra 'web'")

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType
from rich.cells import cell_len
from sqlalchemy import Engine, text

from tests.tui.web.conftest import Serve

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes end otherwise there")

_PARTS = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[[0-9;?<>=]*[A-Za-z]|([^\x1b\x00-\x1f]+)")
"""Of what an app draws: where to go on, what else it tells a terminal, and words."""
LEFT, DRAG = 0, 32


class Page:
    """What a page shows of its app, and its mouse.

    Args:
        socket: To the server.
    """

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._cells: dict[tuple[int, int], str] = {}
        self._row, self._column = 1, 1

    async def find(self, words: str) -> tuple[int, int]:
        """The column and the row of words, once they are drawn."""
        while (place := self._place_of(words)) is None:
            await self._receive()
        return place

    async def gone(self, words: str) -> None:
        """Wait until words are drawn no more."""
        while self._place_of(words) is not None:
            await self._receive()

    async def type(self, keys: str) -> None:
        await self._socket.send_json(["stdin", keys])

    async def click(self, column: int, row: int) -> None:
        await self.drag((column, row), (column, row))

    async def drag(self, begin: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the button at a place, move, and release it at another."""
        events = [(LEFT, begin, "M"), (LEFT, end, "m")]
        if begin != end:
            events.insert(1, (DRAG, end, "M"))
        for button, (column, row), state in events:
            await self.type(f"\x1b[<{button};{column};{row}{state}")

    async def _receive(self) -> None:
        message = await self._socket.receive(timeout=120)
        assert message.type is not WSMsgType.CLOSE, "the app has ended"
        if message.type is WSMsgType.BINARY:
            self._draw(message.data.decode(errors="ignore"))

    def _draw(self, drawn: str) -> None:
        for row, column, words in _PARTS.findall(drawn):
            if row:
                self._row, self._column = int(row), int(column)
            for letter in words:
                self._cells[self._row, self._column] = letter
                self._column += cell_len(letter)

    def _place_of(self, words: str) -> tuple[int, int] | None:
        for row in sorted({row for row, _ in self._cells}):
            last = max(column for at, column in self._cells if at == row)
            line = "".join(self._cells.get((row, column), " ") for column in range(1, last + 1))
            if (at := line.find(words)) >= 0:
                return at + 1, row
        return None


Visit = Callable[[], AbstractAsyncContextManager[Page]]


@pytest.fixture
def visit(serve: Serve) -> Visit:
    """A page of the app, its claims drawn."""

    @asynccontextmanager
    async def visiting() -> AsyncIterator[Page]:
        with serve() as served:
            place = f"{served.url[:-1]}/ws?width=120&height=36"
            async with ClientSession() as session, session.ws_connect(place) as socket:
                page = Page(socket)
                await page.find("8 claims")
                yield page

    return visiting


async def test_a_click_beside_a_dialog_closes_it(visit: Visit) -> None:
    async with visit() as page:
        await page.type("?")
        column, row = await page.find("What you can do here")
        await page.click(column, row)
        await page.click(1, row)
        await page.gone("What you can do here")


async def test_a_click_on_what_the_filter_suggests_takes_it(visit: Visit) -> None:
    async with visit() as page:
        await page.type("/feld")
        await page.click(*await page.find("speaker  Anna Feld"))
        await page.find("2 of 8 claims")


async def test_words_dragged_over_are_the_content_of_the_correction(
    visit: Visit, web_archive: Engine
) -> None:
    async with visit() as page:
        await page.type("E")
        column, row = await page.find("nobody wants to sign in a hurry,” Ilya")
        await page.drag((column, row), (column + len("nobody wants to sign") - 1, row))
        await page.find("▸ nobody wants to sign")
        await page.click(*await page.find("Save  "))
        await page.gone("Correct the claim")
    with web_archive.connect() as connection:
        corrected = connection.scalars(text("SELECT content FROM claim WHERE review = 'corrected'"))
        assert [*corrected] == ["nobody wants to sign"]
