"""Files on their way to a browser: pieces stay whole, what breaks off is seen to."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

pytest.importorskip("textual_serve", reason="needs textual-serve, of the extra 'web'")

from tui.web.downloads import BrokenOff, WholeDownloads


class App:
    """An app that has a file of some pieces, of which it sends only the first ones."""

    def __init__(self, downloads: WholeDownloads, pieces: list[bytes]) -> None:
        self.app_service_id = "one"
        self._downloads = downloads
        self._pieces = pieces

    async def send_meta(self, asked: dict[str, Any]) -> bool:
        if self._pieces:
            await self._downloads.chunk_received(asked["key"], self._pieces.pop(0))
        else:
            await self._downloads.cancel_app_downloads(self.app_service_id)
        return True


async def received(pieces: list[bytes]) -> bytes:
    downloads = WholeDownloads()
    app: Any = App(downloads, pieces)
    await downloads.create_download(
        app_service=app,
        delivery_key="key",
        file_name="out.csv",
        open_method="download",
        mime_type="text/csv",
    )
    return b"".join([piece async for piece in downloads.download("key")])


def test_a_file_ends_where_the_app_says() -> None:
    assert asyncio.run(received([b"one,", b"two", b""])) == b"one,two"


def test_a_file_whose_app_has_left_is_broken_off() -> None:
    with pytest.raises(BrokenOff):
        asyncio.run(received([b"one,"]))
