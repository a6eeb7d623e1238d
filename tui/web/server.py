"""A web server whose every visitor gets the app in a process of its own."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import shlex
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve import server as textual_server
from textual_serve.app_service import AppService
from textual_serve.server import Server

from tui.logs import log
from tui.web.downloads import WholeDownloads, quote_name

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

SHUTDOWN_SECONDS = 5.0
"""How long visitors have to leave when the server ends."""

_PAGE = Path(__file__).parent


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a host name or address."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


class Visitor(AppService):
    """The app for one visitor, whose process has ended once it is stopped."""

    async def stop(self) -> None:
        await super().stop()
        if self._process is not None:
            with suppress(TimeoutError):
                # Else the server might end before it, and complain.
                await asyncio.wait_for(self._process.wait(), SHUTDOWN_SECONDS)


class ClaimsServer(Server):
    """Serves the app on one address.

    Args:
        command: Starts the app for a visitor.
        host: The address to serve on.
        port: The port.
        started: Called once it serves.
    """

    def __init__(
        self, command: Sequence[str], host: str, port: int, started: Callable[[], None]
    ) -> None:
        windows = sys.platform == "win32"
        line = subprocess.list2cmdline(command) if windows else shlex.join(command)
        super().__init__(line, host, port, title="Claims", templates_path=_PAGE)
        self._started = started
        self.download_manager = WholeDownloads()
        textual_server.AppService = Visitor  # type: ignore[attr-defined]

    def initialize_logging(self) -> None:
        for name in ("textual-serve", "aiohttp"):
            logger = logging.getLogger(name)
            logger.handlers = log.handlers
            logger.setLevel(logging.WARNING)
            logger.propagate = False

    def run(self) -> None:
        """Serve until interrupted.

        Raises:
            OSError: The address cannot be had.
        """
        self.initialize_logging()
        web.run_app(
            self._make_app(),
            host=self.host,
            port=self.port,
            print=lambda _: self._started(),
            shutdown_timeout=SHUTDOWN_SECONDS,
            loop=asyncio.new_event_loop(),
        )

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing yet: the address may still be taken."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.router.add_static("/page", _PAGE)
        app.on_response_prepare.append(quote_name)

        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            return await self._guard(request, handler)

        app.middlewares.append(guard)
        return app

    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Keep other web pages out: browsers let any page open a socket to this machine."""
        host = request.host
        origin = request.headers.get("Origin")
        if is_loopback(self.host) and not is_loopback(urlsplit(f"//{host}").hostname or ""):
            raise web.HTTPForbidden(text="This name is not of this machine.")
        if origin is not None and origin.partition("://")[2] != host:
            raise web.HTTPForbidden(text="Only its own page may use this server.")
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = (
                f"default-src 'self'; connect-src 'self' ws://{host} wss://{host}; "
                "style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"
            )
            response.headers["X-Content-Type-Options"] = "nosniff"
        return response
