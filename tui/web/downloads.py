"""Files on their way to a browser: whole, or seen to be broken off."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Final

from aiohttp import web
from aiohttp.helpers import content_disposition_header
from textual_serve import download_manager
from textual_serve.download_manager import DownloadManager

PATIENCE_SECONDS: Final = 60
"""How long the app may take for a piece of a file, on a machine that is busy."""

_NAMED: Final = "filename="


class BrokenOff(Exception):  # noqa: N818 - it has been
    """The app, or its visitor, left before the whole file was sent."""


class WholeDownloads(DownloadManager):
    """Ends a download as complete only after the app has said that the file ends there."""

    def __init__(self) -> None:
        super().__init__()
        self._ended: set[str] = set()
        download_manager.DOWNLOAD_TIMEOUT = PATIENCE_SECONDS

    async def chunk_received(self, delivery_key: str, chunk: bytes | str) -> None:
        if not chunk:
            self._ended.add(delivery_key)
        await super().chunk_received(delivery_key, chunk)

    async def download(self, delivery_key: str) -> AsyncGenerator[bytes, None]:
        """The pieces of a file.

        Raises:
            BrokenOff: There are more, which will not come; the browser then sees no proper end.
        """
        async for chunk in super().download(delivery_key):
            yield chunk
        if delivery_key not in self._ended:
            raise BrokenOff
        self._ended.discard(delivery_key)


async def quote_name(request: web.Request, response: web.StreamResponse) -> None:
    """Write the name of a file so that spaces and accents in it reach the browser."""
    kind, _, name = response.headers.get("Content-Disposition", "").partition(f"; {_NAMED}")
    if name:
        response.headers["Content-Disposition"] = content_disposition_header(kind, filename=name)
