"""The app in a real browser: headless Chromium that reaches nothing but this machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine

from db.export import export
from db.query import ClaimQuery
from db.review import note
from tests.tui.web.conftest import FLAGS, Served

if TYPE_CHECKING:
    from playwright.sync_api import Page, WebSocket

driver = pytest.importorskip("playwright.sync_api", reason="needs playwright, of 'test'")

SECONDS = 120
_WAYS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Tab:
    """A browser tab with the app.

    Args:
        page: Playwright's page.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.errors: list[str] = []
        self._shown = b""
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        self.asked.append(socket.url)
        socket.on("framereceived", self._take)

    def _take(self, data: bytes | str) -> None:
        self._shown += data if isinstance(data, bytes) else b""

    @property
    def shown(self) -> str:
        """All that the app has drawn since `forget`."""
        return _WAYS.sub("", self._shown.decode(errors="ignore"))

    def press(self, *keys: str) -> None:
        """Press keys, and look only at what is drawn from then on."""
        self._shown = b""
        for key in keys:
            self.page.keyboard.press(key)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        for _ in range(SECONDS * 10):
            if holds():
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"it never came to hold; was drawn:\n{self.shown[-4000:]}")


@pytest.fixture
def tab(browser: str, served: Served, tmp_path: Path) -> Iterator[Tab]:
    """The app in a tab of a browser with a profile of its own, at rest."""
    with driver.sync_playwright() as started:
        context = started.chromium.launch_persistent_context(
            tmp_path / "profile",
            executable_path=browser,
            headless=True,
            args=list(FLAGS),
            viewport={"width": 1300, "height": 800},
            accept_downloads=True,
        )
        tab = Tab(context.new_page())
        tab.page.set_default_timeout(SECONDS * 1000)
        tab.page.goto(served.url)
        tab.until(lambda: "8 of 8 claims" in tab.shown and "Speakers 4" in tab.shown)
        yield tab
        context.close()


def test_claims_are_shown_filtered_by_keys_and_left(tab: Tab, served: Served) -> None:
    assert "a marriage, and" in tab.shown
    fonts = tab.page.evaluate("[...document.fonts].map(font => font.family + ' ' + font.status)")
    assert any("Roboto Mono" in font and "loaded" in font for font in fonts)
    before = tab.page.screenshot()

    tab.press("/")
    tab.until(lambda: "Complete" in tab.shown)
    tab.press(*"speaker:feld")
    tab.until(lambda: "2 of 8 claims" in tab.shown)
    assert tab.page.screenshot() != before
    tab.press("Escape")
    tab.until(lambda: "Quit" in tab.shown or "Help" in tab.shown)

    tab.press("q")
    tab.page.wait_for_selector("body.-closed #ended")
    assert tab.page.locator("button").inner_text() == "Start again"
    # Nothing but this machine was asked for anything, and nothing was missed.
    socket = served.url.replace("http", "ws")
    assert all(url.startswith((served.url, socket, "data:")) for url in tab.asked), tab.asked
    assert tab.errors == []
    assert served.end() == (0, "")


def test_an_export_comes_to_the_browser_whole(
    tab: Tab, web_archive: Engine, tmp_path: Path
) -> None:
    # More than a pipe takes in one go, or is asked for at once.
    note(web_archive, range(1, 9), "北京 “=1+1”\n" * 900, "anna")
    export(web_archive, tmp_path / "here.csv", "csv", query=ClaimQuery())
    assert (tmp_path / "here.csv").stat().st_size > 2 * 65_536
    tab.press("e")
    tab.until(lambda: "To a file that the browser saves" in tab.shown)
    tab.press("Control+u")
    tab.page.keyboard.type("all of it; été.csv")
    tab.page.wait_for_timeout(500)
    with tab.page.expect_download() as started:
        tab.press("Enter")
    download = started.value
    assert download.suggested_filename == "all of it; été.csv"
    assert download.failure() is None
    assert Path(download.path()).read_bytes() == (tmp_path / "here.csv").read_bytes()
    tab.until(lambda: "8 claims sent to the browser as all of it; été.csv" in tab.shown)
    assert tab.errors == []


def test_files_come_to_the_browser_and_the_app_starts_again(tab: Tab) -> None:
    tab.press("Control+p")
    tab.until(lambda: "Search" in tab.shown)
    tab.press(*"screenshot")
    tab.until(lambda: "Save the screen as SVG" in tab.shown)
    tab.page.wait_for_timeout(500)
    with tab.page.expect_popup() as opened:
        tab.press("Enter")
    picture = opened.value
    tab.until(lambda: "</svg>" in picture.content())
    assert "marriage" in picture.content()

    tab.page.bring_to_front()
    tab.press("q")
    tab.page.wait_for_selector("body.-closed #ended")
    tab.press("Enter")
    tab.until(lambda: "8 of 8 claims" in tab.shown)
