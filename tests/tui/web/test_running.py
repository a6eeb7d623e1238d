"""A visitor's app: as large as it may be, and gone with its visitor or its server."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from typing import Any

import pytest

pytest.importorskip("textual_serve", reason="needs textual-serve, of the extra 'web'")

from aiohttp import (
    ClientSession,
    ClientWebSocketResponse,
    WSMsgType,
    WSServerHandshakeError,
    web,
)
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import Engine, text

from tests.tui.web.conftest import Serve, Served, children, runs
from tui.session.state import state_folder
from tui.web import running, server
from tui.web.limits import VisitorLimits
from tui.web.server import ClaimsServer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes end otherwise there")

Client = TestClient[web.Request, web.Application]

_WAYS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
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
async def visiting(program: str, **options: Any) -> AsyncIterator[Client]:
    """A client of a server, with options, whose visitors get this program for an app."""
    command = [sys.executable, "-c", program]
    served = ClaimsServer(command, "127.0.0.1", 0, lambda: None, **options)
    async with TestClient(TestServer(await served._make_app())) as client:
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


NAMED = """
import os
os.write(1, b"__GANGLION__\\n")
said = os.environ.get("CLAIMS_USER", "nobody").encode()
os.write(1, b"D" + len(said).to_bytes(4, "big") + said)
import sys; sys.stdin.buffer.read()
"""
"""An app that tells in whose name it reviews."""


async def test_each_visitor_is_who_the_proxy_says() -> None:
    async with visiting(NAMED, user_header="X-Remote-User") as client:
        for name in ("Ines Kovač", "omar"):
            async with client.ws_connect(SIZE, headers={"X-Remote-User": name}) as socket:
                assert await said(socket) == name
        for wrong in ({}, {"X-Remote-User": ""}, {"X-Remote-User": "x" * 101}):
            for path in ("/", SIZE, "/download/keep-1"):
                answer = await client.get(path, headers=wrong)
                assert answer.status == 403, (path, wrong)
                told = "Who is signed in is not told: there is no X-Remote-User.\n"
                assert await answer.text() == told


async def test_without_a_proxy_nobody_says_who_they_are() -> None:
    async with (
        visiting(NAMED) as client,
        client.ws_connect(SIZE, headers={"X-Remote-User": "omar"}) as socket,
    ):
        assert await said(socket) != "omar"


async def test_only_so_many_may_come_at_once() -> None:
    async with visiting(TELLING, limits=VisitorLimits(visitors=1)) as client:
        async with client.ws_connect(SIZE) as socket:
            assert await said(socket) == "80 by 24"
            with pytest.raises(WSServerHandshakeError, match="503"):
                await client.ws_connect(SIZE)
        while True:
            with suppress(WSServerHandshakeError):
                async with client.ws_connect(SIZE) as socket:
                    assert await said(socket) == "80 by 24"
                    break
            await asyncio.sleep(0.1)


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        (VisitorLimits(idle_minutes=0.001), "Nothing was done for 0.001 minutes."),
        (VisitorLimits(megabytes=1), "The app took more than 1 MB."),
    ],
)
async def test_who_takes_too_much_has_to_go(
    limits: VisitorLimits, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "WATCHING_SECONDS", 0.1)
    async with visiting(DEAF, limits=limits) as client, client.ws_connect(SIZE) as socket:
        while (message := await socket.receive(timeout=60)).type is WSMsgType.BINARY:
            pass
        assert (message.data, message.extra) == (1001, told)


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


async def drawn(socket: ClientWebSocketResponse, words: str) -> None:
    """Wait until an app has drawn some words."""
    shown = b""
    while words not in _WAYS.sub("", shown.decode(errors="ignore")):
        message = await socket.receive(timeout=120)
        assert message.type is not WSMsgType.CLOSE, shown[-2000:]
        shown += message.data if message.type is WSMsgType.BINARY else b""


async def test_people_who_sign_in_see_nothing_of_each_other_but_reviews(
    serve: Serve, web_archive: Engine
) -> None:
    with serve("--user-header", "X-Remote-User") as served:
        async with ClientSession() as session:

            def visit(name: str) -> AbstractAsyncContextManager[ClientWebSocketResponse]:
                place = f"{served.url[:-1]}/ws?width=160&height=50"
                return session.ws_connect(place, headers={"X-Remote-User": name})

            before = set(state_folder().glob("databases/*"))
            async with visit("Ines Kovač") as one:
                await drawn(one, "8 claims")
                for keys in (" ", "a", "/type:direct\r"):
                    await one.send_json(["stdin", keys])
                await drawn(one, "of 8 claims")
                async with visit("omar") as other:
                    await drawn(other, "8 claims")
                    assert set(state_folder().glob("databases/*")) == before
    with web_archive.connect() as connection:
        steps = connection.execute(text("SELECT who, action FROM review_step"))
        assert [tuple(step) for step in steps] == [("Ines Kovač", "accept")]


async def test_nobody_changes_what_is_served_to_be_read(serve: Serve, web_archive: Engine) -> None:
    with serve("--read-only") as served:
        async with ClientSession() as session:
            place = f"{served.url[:-1]}/ws?width=160&height=50"
            async with session.ws_connect(place) as socket:
                await drawn(socket, "8 claims")
                await socket.send_json(["stdin", "a"])
                await drawn(socket, "it is read-only")
    with web_archive.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM review_step")) == 0


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
