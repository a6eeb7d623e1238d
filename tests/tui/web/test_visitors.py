"""A visitor's app: as large as it may be, and gone with its visitor or its server."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

pytest.importorskip("textual_serve", reason="needs textual-serve, of the extra 'web'")

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType, web
from aiohttp.test_utils import TestClient, TestServer

from tests.tui.web.conftest import Served, children, runs
from tui.web import running
from tui.web.server import ClaimsServer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes end otherwise there")

Client = TestClient[web.Request, web.Application]

SIZE = "/ws?width=80&height=24"

TELLING = """
import os, sys
def say(said): os.write(1, b"D" + len(said).to_bytes(4, "big") + said)
os.write(1, b"__GANGLION__\\n")
say(f"{os.environ['COLUMNS']} by {os.environ['ROWS']}".encode())
while head := sys.stdin.buffer.read(5):
    body = sys.stdin.buffer.read(int.from_bytes(head[1:], "big"))
    if b"quit" in body: break
    say(body)
"""
"""An app that tells how large it is, and what it is told."""

DEAF = """
import os, signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
os.write(1, b"__GANGLION__\\n")
said = str(os.getpid()).encode()
os.write(1, b"D" + len(said).to_bytes(4, "big") + said)
while True: time.sleep(60)
"""
"""An app that is too busy to read, or to heed a signal."""


@asynccontextmanager
async def visiting(program: str) -> AsyncIterator[Client]:
    """A client of a server whose visitors get this program for an app."""
    server = ClaimsServer([sys.executable, "-c", program], "127.0.0.1", 0, lambda: None)
    async with TestClient(TestServer(await server._make_app())) as client:
        yield client


@pytest.fixture(autouse=True)
def _no_patience(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "QUIT_SECONDS", 0.3)
    monkeypatch.setattr(running, "TERMINATE_SECONDS", 0.3)


async def said(socket: ClientWebSocketResponse) -> str:
    """What an app says next."""
    return (await socket.receive_bytes(timeout=60)).decode()


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    for _ in range(600):
        if holds():
            return
        await asyncio.sleep(0.1)
    raise AssertionError("it never came to hold")


async def test_an_app_is_no_larger_than_a_screen() -> None:
    async with visiting(TELLING) as client:
        async with client.ws_connect("/ws?width=20000&height=20000") as socket:
            assert await said(socket) == "500 by 250"
            await socket.send_str('["resize", {"width": 99999, "height": -1}]')
            assert await said(socket) == '{"type": "resize", "width": 500, "height": 10}'
        async with client.ws_connect("/ws?width=-80&height=0") as socket:
            assert await said(socket) == "20 by 10"


async def test_what_makes_no_sense_ends_the_socket_with_a_line() -> None:
    async with visiting(TELLING) as client, client.ws_connect(SIZE) as socket:
        assert await said(socket) == "80 by 24"
        await socket.send_str('["resize", {"width": "wide", "height": 24}]')
        closed = await socket.receive(timeout=60)
        assert (closed.type, closed.data) == (WSMsgType.CLOSE, 1008)
        assert closed.extra == "It cannot be: a size is not two whole numbers."


async def test_an_app_that_heeds_nothing_ends_with_its_socket() -> None:
    async with visiting(DEAF) as client:
        async with client.ws_connect(SIZE) as socket:
            app = int(await said(socket))
            assert runs(app)
        await until(lambda: not runs(app))


async def test_an_app_that_takes_nothing_ends_with_its_socket() -> None:
    async with visiting(DEAF) as client:
        async with client.ws_connect(SIZE) as socket:
            app = int(await said(socket))
            for _ in range(2):
                # More than a pipe takes.
                await socket.send_json(["stdin", "x" * 1_000_000])
        await until(lambda: not runs(app))


async def test_an_app_that_falls_far_behind_is_ended() -> None:
    async with visiting(DEAF) as client, client.ws_connect(SIZE) as socket:
        app = int(await said(socket))
        for _ in range(5):
            await socket.send_json(["stdin", "x" * 3_000_000])
        closed = await socket.receive(timeout=60)
        assert (closed.data, closed.extra) == (1013, "The app takes no more.")
        await until(lambda: not runs(app))


async def test_an_app_that_heeds_nothing_ends_with_the_server() -> None:
    async with visiting(DEAF) as client:
        socket = await client.ws_connect(SIZE)
        app = int(await said(socket))
    assert not runs(app)


async def test_a_socket_ends_with_its_app() -> None:
    async with visiting(DEAF) as client, client.ws_connect(SIZE) as socket:
        os.kill(int(await said(socket)), signal.SIGKILL)
        assert (await socket.receive(timeout=60)).type is WSMsgType.CLOSE


async def visited(session: ClientSession, served: Served) -> int:
    """The process of a visitor's app that has begun to draw."""
    socket = await session.ws_connect(f"{served.url[:-1]}{SIZE}")
    await socket.receive_bytes(timeout=120)
    (app,) = children(served.process.pid)
    return app


async def test_the_app_ends_when_its_visitor_leaves_while_it_hangs(served: Served) -> None:
    async with ClientSession() as session:
        app = await visited(session, served)
        os.kill(app, signal.SIGSTOP)
    await until(lambda: not runs(app))
    assert served.end() == (0, "")


async def test_the_app_ends_even_if_the_server_is_killed(served: Served) -> None:
    async with ClientSession() as session:
        app = await visited(session, served)
        served.process.kill()
        await until(lambda: not runs(app))


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
async def test_the_app_ends_when_the_server_is_told_to(served: Served, ending: int) -> None:
    async with ClientSession() as session:
        app = await visited(session, served)
        served.process.send_signal(ending)
        await asyncio.to_thread(served.process.wait, 60)
        assert not runs(app)
