"""A web server whose every visitor gets the app in a process of its own."""

from __future__ import annotations

import asyncio
import logging
import shlex
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import aiohttp_jinja2
import jinja2
from aiohttp import WSCloseCode, WSMsgType, web
from aiohttp.http_exceptions import HttpProcessingError
from textual_serve.server import Server, to_int

from tui.session.logs import log
from tui.web.downloads import WholeDownloads, quote_name
from tui.web.hosts import Allowed, HostPort, is_own_page, read_host_port
from tui.web.limits import WATCHING_SECONDS, VisitorLimits
from tui.web.running import QUIT_SECONDS, TERMINATE_SECONDS, Visitor
from tui.web.terminal import BadMessageError, Focus, Keys, Ping, Size, read_message

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

SHUTDOWN_SECONDS: Final = QUIT_SECONDS + TERMINATE_SECONDS
"""How long visitors have to leave when the server ends."""

CLOSE_SECONDS: Final = 2.0
"""How long a browser has to agree that a socket is closed."""

HEARTBEAT_SECONDS: Final = 15.0
"""How often a browser is asked whether it is still there."""

# Below this the script of textual-serve breaks over the number of columns.
_LEAST_FONT_SIZE: Final = 2

_LONGEST_NAME: Final = 100
"""Characters in the name of whoever is signed in."""

_PAGE: Final = Path(__file__).parent
_OWN: Final = ("page.css", "page.js")
_TERMINAL: Final = (
    "css/xterm.css",
    "js/textual.js",
    "fonts/RobotoMono-VariableFont_wght.ttf",
    "fonts/RobotoMono-Italic-VariableFont_wght.ttf",
)
"""What the page needs of what comes with textual-serve."""


class _OneLine(logging.Filter):
    """Tells of what is no HTTP, which anybody can send, without the way through the code."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and isinstance(record.exc_info[1], HttpProcessingError):
            reason = " ".join(str(record.exc_info[1]).split())
            record.msg, record.args = f"{record.getMessage()}: {reason}", ()
            record.exc_info = None
        return True


class ClaimsServer(Server):
    """Serves the app on one address.

    Args:
        command: Starts the app for a visitor.
        host: The address to serve on.
        port: The port.
        started: Called once it serves.
        allowed: The names under which it answers, beside its address and those of this machine.
        user_header: The header in which a proxy says who is signed in; without one, requests are
            refused then.
        limits: How many visitors there may be, and what each may take.
    """

    def __init__(
        self,
        command: Sequence[str],
        host: str,
        port: int,
        started: Callable[[], None],
        allowed: Iterable[str] = (),
        *,
        user_header: str | None = None,
        limits: VisitorLimits | None = None,
    ) -> None:
        super().__init__(shlex.join(command), host, port, title="Claims", templates_path=_PAGE)
        self._arguments = command
        self._started = started
        self._allowed = Allowed([host, *allowed])
        self._user_header = user_header
        self._limits = limits or VisitorLimits()
        self._visitors: set[Visitor] = set()
        self.download_manager = WholeDownloads()

    def initialize_logging(self) -> None:
        for name in ("textual-serve", "aiohttp"):
            logger = logging.getLogger(name)
            logger.handlers = log.handlers
            logger.setLevel(logging.WARNING)
            logger.propagate = False
        logging.getLogger("aiohttp.server").addFilter(_OneLine())

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

    async def on_shutdown(self, app: web.Application) -> None:
        """End all visitors' apps."""
        await asyncio.gather(*(visitor.stop() for visitor in self._visitors))

    async def _make_app(self) -> web.Application:
        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            return await self._guard(request, handler)

        app = web.Application(middlewares=[guard])
        aiohttp_jinja2.setup(app, loader=jinja2.FileSystemLoader(_PAGE))
        app.add_routes(
            [
                web.get("/", self.handle_index),
                web.get("/ws", self.handle_websocket, allow_head=False),
                web.get("/download/{key}", self.handle_download, allow_head=False),
                *(_file(f"/page/{name}", _PAGE / name) for name in _OWN),
                *(_file(f"/static/{name}", self.statics_path / name) for name in _TERMINAL),
            ]
        )
        app.on_response_prepare.append(quote_name)
        app.on_shutdown.append(self.on_shutdown)
        return app

    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Keep other web pages out: browsers let any page open a socket to this machine."""
        host = self._asked_host(request)
        origin = request.headers.get("Origin")
        if origin is not None and not is_own_page(origin, host):
            raise web.HTTPForbidden(text="Only its own page may use this server.\n")
        self._user(request)
        response = await handler(request)
        if not response.prepared:
            asked = request.headers["Host"]
            response.headers["Content-Security-Policy"] = (
                f"default-src 'self'; connect-src 'self' ws://{asked} wss://{asked}; "
                "style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"
            )
            response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    def _asked_host(self, request: web.Request) -> HostPort:
        """Which of its names a request asks for.

        Raises:
            HTTPException: It asks for none, or for another's.
        """
        given = request.headers.getall("Host", [])
        host = read_host_port(given[0]) if len(given) == 1 else None
        if host is None:
            raise web.HTTPBadRequest(text="The request does not name one host.\n")
        if not self._allowed.has(host.name, _reached(request)):
            raise web.HTTPForbidden(
                text=f"{host.name} is not a name of this server; 'claims serve --allow-host "
                f"{host.name}' makes it one.\n"
            )
        return host

    def _user(self, request: web.Request) -> str | None:
        """Who is signed in, as a proxy says; None where nobody signs in.

        Raises:
            HTTPForbidden: The proxy says nothing, or nothing that is a name.
        """
        if self._user_header is None:
            return None
        given = request.headers.getall(self._user_header, [])
        name = " ".join(given[0].split()) if len(given) == 1 else ""
        if not (0 < len(name) <= _LONGEST_NAME and name.isprintable()):
            raise web.HTTPForbidden(
                text=f"Who is signed in is not told: there is no {self._user_header}.\n"
            )
        return name

    @aiohttp_jinja2.template("app_index.html")
    async def handle_index(self, request: web.Request) -> dict[str, object]:
        """The page."""
        return {
            "font_size": max(to_int(request.query.get("fontsize", ""), 16), _LEAST_FONT_SIZE),
            "application": {"name": self.title},
        }

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """The app of one visitor, until either leaves."""
        websocket = web.WebSocketResponse(heartbeat=HEARTBEAT_SECONDS, timeout=CLOSE_SECONDS)
        if not websocket.can_prepare(request):
            raise web.HTTPUpgradeRequired(
                text="This is for the page's own socket; open / instead.\n",
                headers={"Upgrade": "websocket"},
            )
        try:
            size = Size.of_query(request.query)
        except BadMessageError as error:
            raise web.HTTPBadRequest(text=f"The {error}.\n") from None
        if len(self._visitors) >= self._limits.visitors:
            raise web.HTTPServiceUnavailable(
                text=f"There are {len(self._visitors)} visitors, and no more may come.\n"
            )
        visitor = Visitor(
            self._arguments,
            websocket,
            self.download_manager,
            self._user(request),
            self._visitors.discard,
        )
        self._visitors.add(visitor)
        watching = asyncio.create_task(self._watch(websocket, visitor))
        try:
            await websocket.prepare(request)
            await visitor.start(size.width, size.height)
            await self._converse(websocket, visitor)
        finally:
            watching.cancel()
            await visitor.stop()
        return websocket

    async def _watch(self, websocket: web.WebSocketResponse, visitor: Visitor) -> None:
        """Have a visitor go who takes too much, or has left without a word."""
        while True:
            await asyncio.sleep(WATCHING_SECONDS)
            why = self._limits.overstepped(visitor.number, visitor.idle_seconds)
            if why is not None:
                log.info("a visitor had to go: %s", why)
                await _close(websocket, WSCloseCode.GOING_AWAY, why)
                return

    async def _converse(self, websocket: web.WebSocketResponse, visitor: Visitor) -> None:
        """Hand on what a visitor sends until the socket closes or that makes no sense."""
        try:
            async for message in websocket:
                if message.type is WSMsgType.TEXT and not await _obeyed(
                    message.data, websocket, visitor
                ):
                    await _close(websocket, WSCloseCode.TRY_AGAIN_LATER, "The app takes no more.")
        except BadMessageError as error:
            await _close(websocket, WSCloseCode.POLICY_VIOLATION, f"It cannot be: {error}.")
        except ConnectionError:
            # The visitor left while being answered.
            pass


async def _obeyed(text: str, websocket: web.WebSocketResponse, visitor: Visitor) -> bool:
    match read_message(text):
        case Keys(sent):
            return await visitor.send_bytes(sent)
        case Size(width, height):
            return await visitor.send_meta({"type": "resize", "width": width, "height": height})
        case Focus(gained):
            return await visitor.send_meta({"type": "focus" if gained else "blur"})
        case Ping(word):
            await websocket.send_json(["pong", word])
            return True


async def _close(websocket: web.WebSocketResponse, code: WSCloseCode, why: str) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(websocket.close(code=code, message=why.encode()), CLOSE_SECONDS)


def _file(path: str, file: Path) -> web.RouteDef:
    """A file of the page, and no other."""

    async def send(_request: web.Request) -> web.FileResponse:
        return web.FileResponse(file)

    return web.get(path, send)


def _reached(request: web.Request) -> str | None:
    """The address of this machine that a request came in at."""
    name = None if request.transport is None else request.transport.get_extra_info("sockname")
    return str(name[0]) if isinstance(name, tuple) else None
