"""One request after another, over httpx: redirects, limits and robots.txt by the rules."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Final
from urllib.parse import urljoin, urlsplit

import httpx
from protego import Protego

from claims import __version__
from claims.fetching.addresses import check_address, check_form, check_number
from claims.fetching.errors import FetchError

AGENT: Final = "claims"
_AGENT_LINE: Final = f"{AGENT}/{__version__} (reads articles for one user)"
_ACCEPTED: Final = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8"
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS: Final = 5
_ROBOTS_LIMIT: Final = 500_000
_LONGEST_DELAY: Final = 10.0


@dataclass(frozen=True, slots=True)
class Manners:
    """How to ask.

    Args:
        seconds: The longest that a page may take, redirects and all.
        bytes: The most that a page may have.
        delay: Seconds between two requests to one host.
        allow_private: Whether addresses of private networks may be asked.
    """

    seconds: float = 30
    bytes: int = 10_000_000
    delay: float = 1
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave.

    Args:
        address: Where it was in the end.
        body: None where it is the same as it was last time.
        headers: In order, without those of the transfer.
    """

    address: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None

    def header(self, name: str) -> str:
        """The value of a header; empty if it is not there."""
        return next((value for key, value in self.headers if key.lower() == name), "")


@dataclass
class Client:
    """Fetches pages; each host is asked for its robots.txt once."""

    manners: Manners = field(default_factory=Manners)
    wait: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        self._robots: dict[str, Protego] = {}
        self._asked: dict[str, float] = {}
        self._loop = asyncio.Runner()
        # Neither proxies nor credentials of the environment: it asks whom it was told to ask.
        self._http = httpx.AsyncClient(
            headers={"User-Agent": _AGENT_LINE, "Accept": _ACCEPTED},
            timeout=min(self.manners.seconds, 20),
            trust_env=False,
        )

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        with self._loop:
            self._loop.run(self._http.aclose())

    def fetch(self, address: str, known: dict[str, str] | None = None) -> Fetched:
        """Fetch a page.

        Args:
            address: Of the page.
            known: Headers that ask for it only if it changed since.

        Raises:
            FetchError: It is not there, not allowed, too large or takes too long.
        """
        end = time.monotonic() + self.manners.seconds
        at = address
        for _ in range(_MOST_REDIRECTS + 1):
            check_form(at)
            self._check_robots(at)
            found = self._get(at, known or {}, self.manners.bytes, end)
            if found.status not in _REDIRECTS:
                return _as_it_is(address, found, asked_before=bool(known))
            at = urljoin(at, found.header("location"))
        raise FetchError(address, f"it is redirected more than {_MOST_REDIRECTS} times")

    def _get(self, address: str, headers: dict[str, str], limit: int, end: float) -> Fetched:
        """One request, whatever comes of it."""
        check_address(address, allow_private=self.manners.allow_private)
        self._keep_distance(address)
        try:
            return self._loop.run(self._ask(address, headers, limit, end))
        except (httpx.TimeoutException, TimeoutError) as error:
            raise FetchError(address, "it takes too long") from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            reason = " ".join(str(error).split()) or type(error).__name__
            raise FetchError(address, f"it cannot be fetched ({reason})") from error

    async def _ask(self, address: str, headers: dict[str, str], limit: int, end: float) -> Fetched:
        """What comes of a request, if all of it comes in time."""
        # The client's own limits begin anew with each byte.
        async with (
            asyncio.timeout(end - time.monotonic()),
            self._http.stream("GET", address, headers=headers) as response,
        ):
            if not self.manners.allow_private:
                # The name may have led elsewhere than when it was looked up.
                stream = response.extensions["network_stream"]
                check_number(address, str(stream.get_extra_info("server_addr")[0]))
            body = bytearray()
            async for chunk in response.aiter_bytes():
                body += chunk
                if len(body) > limit:
                    raise FetchError(address, f"it is larger than {limit / 1e6:.1f} MB")
            kept = tuple(
                (name, value)
                for name, value in response.headers.multi_items()
                if name.lower() not in ("content-encoding", "transfer-encoding")
                and name.lower() not in ("content-length", "set-cookie", "connection")
            )
            return Fetched(address, response.status_code, kept, bytes(body))

    def _check_robots(self, address: str) -> None:
        """Raise what says that a site does not want this page fetched."""
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._rules(origin)
        rules = self._robots[origin]
        if not rules.can_fetch(address, AGENT):
            raise FetchError(address, "the site’s robots.txt does not allow it")

    def _rules(self, origin: str) -> Protego:
        """The rules of a site: none where it has no robots.txt, all forbidden where it fails."""
        at = f"{origin}/robots.txt"
        for _ in range(_MOST_REDIRECTS + 1):
            found = self._get(at, {}, _ROBOTS_LIMIT, time.monotonic() + self.manners.seconds)
            if found.status not in _REDIRECTS:
                break
            at = urljoin(at, found.header("location"))
        if found.status >= 500:
            return Protego.parse("User-agent: *\nDisallow: /")
        text = (found.body or b"").decode("utf-8", "replace") if found.status == 200 else ""
        return Protego.parse(text)

    def _keep_distance(self, address: str) -> None:
        """Wait until a host may be asked again."""
        parts = urlsplit(address)
        rules = self._robots.get(f"{parts.scheme}://{parts.netloc}")
        asked = rules.crawl_delay(AGENT) if rules is not None else None
        delay = min(max(self.manners.delay, asked or 0), _LONGEST_DELAY)
        last = self._asked.get(parts.netloc)
        if last is not None and (rest := last + delay - time.monotonic()) > 0:
            self.wait(rest)
        self._asked[parts.netloc] = time.monotonic()


def _as_it_is(address: str, found: Fetched, *, asked_before: bool) -> Fetched:
    """A page that was answered, or the error that was."""
    if found.status == 304 and asked_before:
        return Fetched(found.address, 304)
    if found.status != 200:
        raise FetchError(address, f"the site answers {found.status}")
    return found
