"""A visitor's app as the server sees it: a process that lives no longer than it is wanted."""

from __future__ import annotations

import asyncio
import json
import shlex
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from time import monotonic
from typing import Final, TypeVar

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from tui.session.user_name import VARIABLE

Sent = TypeVar("Sent")

QUIT_SECONDS: Final = 5.0
"""How long an app has to quit when it is asked to."""

TERMINATE_SECONDS: Final = 2.0
"""How long it has after that, once it is told to terminate, before it is killed."""

_MOST_WAITING: Final = 8 * 2**20
"""Bytes that may wait for an app that does not take them."""


class Visitor(AppService):
    """The app for one visitor, whose process has ended once it is stopped.

    Args:
        command: Starts it.
        websocket: Where it is shown; closed when the process ends.
        downloads: Takes its files.
        user: In whose name its reviews are made; None for that of the server.
        gone: Called once its process has ended.
    """

    def __init__(
        self,
        command: Sequence[str],
        websocket: web.WebSocketResponse,
        downloads: DownloadManager,
        user: str | None = None,
        gone: Callable[[Visitor], None] = lambda visitor: None,
    ) -> None:
        async def close() -> None:
            await websocket.close()

        super().__init__(
            shlex.join(command),
            write_bytes=_while_open(websocket.send_bytes),
            write_str=_while_open(websocket.send_str),
            close=close,
            download_manager=downloads,
        )
        self._arguments = command
        self._own = {} if user is None else {VARIABLE: user}
        self._last = monotonic()
        self._gone = gone
        self._ending: asyncio.Task[None] | None = None

    async def send_bytes(self, data: bytes) -> bool:
        """Hand on what was typed; False if the app takes no more."""
        self._last = monotonic()
        return self._send(self.encode_packet(b"D", data))

    async def send_meta(self, data: dict[str, str | int | bool | None]) -> bool:
        """Hand on what is to happen; False if the app takes no more."""
        return self._send(self.encode_packet(b"M", json.dumps(data).encode()))

    def _send(self, packet: bytes) -> bool:
        # Never waits: a socket that closes meanwhile would go unseen.
        stdin = self._stdin
        if stdin is None or stdin.is_closing():
            return False
        if stdin.transport.get_write_buffer_size() > _MOST_WAITING:
            return False
        stdin.write(packet)
        return True

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        # Without a shell, which would be the one to be terminated.
        self._process = process = await asyncio.create_subprocess_exec(
            *self._arguments,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env={**self._build_environment(width=width, height=height), **self._own},
        )
        self._stdin = process.stdin
        return process

    @property
    def number(self) -> int | None:
        """Of the app's process."""
        return None if self._process is None else self._process.pid

    @property
    def idle_seconds(self) -> float:
        """How long ago anything was typed or clicked."""
        return monotonic() - self._last

    async def run(self) -> None:
        try:
            await super().run()
        finally:
            await self.remote_close()

    async def stop(self) -> None:
        """End the process; whoever stops waiting for that does not keep it from ending."""
        if self._process is None:
            self._gone(self)
            return
        if self._ending is None:
            self._ending = asyncio.create_task(self._end(self._process))
            self._ending.add_done_callback(lambda _: self._gone(self))
        await asyncio.shield(self._ending)

    async def _end(self, process: Process) -> None:
        try:
            await self._download_manager.cancel_app_downloads(self.app_service_id)
            await self.send_meta({"type": "quit"})
            if not await _has_ended(process, QUIT_SECONDS):
                with suppress(ProcessLookupError):
                    process.terminate()
                await _has_ended(process, TERMINATE_SECONDS)
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    process.kill()
        await process.wait()
        if self._task is not None:
            # Its visitor may be one that takes nothing.
            await asyncio.wait([self._task], timeout=TERMINATE_SECONDS)
            self._task.cancel()
            await asyncio.wait([self._task])


async def _has_ended(process: Process, seconds: float) -> bool:
    with suppress(TimeoutError):
        await asyncio.wait_for(process.wait(), seconds)
    return process.returncode is not None


def _while_open(send: Callable[[Sent], Awaitable[None]]) -> Callable[[Sent], Awaitable[None]]:
    """Sends as long as there is a visitor; what is drawn later is taken from the app all the same,
    which could not end otherwise."""

    async def sending(sent: Sent) -> None:
        with suppress(ConnectionError, RuntimeError):
            await send(sent)

    return sending
