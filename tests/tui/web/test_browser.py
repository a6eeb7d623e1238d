"""The app in a real browser: headless Chromium that reaches nothing but this machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine

from db.export import export
from db.query.model import ClaimQuery
from db.review.actions import note
from tests.tui.web.conftest import ELSEWHERE, FLAGS, Serve, Served, children, runs
from tests.tui.web.drawn import Drawn

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, WebSocket

driver = pytest.importorskip("playwright.sync_api", reason="needs playwright, of 'test'")

SECONDS = 120
_PLACE = re.compile(rb"\x1b\[(\d+);(\d+)H")
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
        self.drawn = Drawn()
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        self.asked.append(socket.url)
        socket.on("framereceived", self._take)

    def _take(self, data: bytes | str) -> None:
        if isinstance(data, bytes):
            self._shown += data
            self.drawn.take(data)

    @property
    def farthest(self) -> tuple[int, int]:
        """The row and the column farthest out that the app has drawn in since `press`."""
        places = [(int(row), int(column)) for row, column in _PLACE.findall(self._shown)]
        return max(row for row, _ in places), max(column for _, column in places)

    @property
    def shown(self) -> str:
        """All that the app has drawn since `forget`."""
        return _WAYS.sub("", self._shown.decode(errors="ignore"))

    def press(self, *keys: str) -> None:
        """Press keys, and look only at what is drawn from then on."""
        self._shown = b""
        for key in keys:
            self.page.keyboard.press(key)

    @property
    def size(self) -> tuple[int, int]:
        """The columns and rows that the page asked the app for."""
        (socket,) = [url for url in self.asked if "/ws?" in url]
        width, height = (int(number) for number in re.findall(r"=(\d+)", socket))
        return width, height

    def find(self, words: str) -> tuple[int, int]:
        """The column and row where words begin, from 0, once they are drawn."""
        self.until(lambda: self.drawn.place(words) is not None)
        place = self.drawn.place(words)
        assert place is not None
        return place

    def point(self, column: int, row: int) -> tuple[float, float]:
        """The middle of a letter of the screen, as the mouse has it."""
        box = self.page.locator(".xterm-screen").bounding_box()
        assert box is not None
        width, height = self.size
        x, y = (column + 0.5) / width, (row + 0.5) / height
        return box["x"] + x * box["width"], box["y"] + y * box["height"]

    def click(self, words: str, *, times: int = 1) -> None:
        """Click on words, once they are drawn."""
        self.page.mouse.click(*self.point(*self.find(words)), click_count=times)

    def drag(self, begin: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the button at a place, and release it at another."""
        mouse = self.page.mouse
        mouse.move(*self.point(*begin))
        mouse.down()
        mouse.move(*self.point(*end))
        mouse.up()

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        for _ in range(SECONDS * 10):
            if holds():
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"it never came to hold; was drawn:\n{self.shown[-4000:]}")


@pytest.fixture(scope="module")
def chromium(browser: str) -> Iterator[Browser]:
    """A running browser; to start one takes longer than most of what is done in it."""
    with driver.sync_playwright() as started:
        running = started.chromium.launch(executable_path=browser, headless=True, args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture
def empty_tab(chromium: Browser) -> Iterator[Tab]:
    """A tab with nothing of any other test: cookies, storage, cache and downloads are its own."""
    context = chromium.new_context(viewport={"width": 1300, "height": 800}, accept_downloads=True)
    tab = Tab(context.new_page())
    tab.page.set_default_timeout(SECONDS * 1000)
    yield tab
    context.close()


@pytest.fixture
def tab(empty_tab: Tab, served: Served) -> Tab:
    """The app in a tab, at rest."""
    empty_tab.page.goto(served.url)
    empty_tab.until(lambda: "8 claims" in empty_tab.shown and "Speakers 4" in empty_tab.shown)
    return empty_tab


def test_the_first_screen_has_the_focus_and_tells_its_keys(tab: Tab) -> None:
    tab.until(lambda: "Help" in tab.shown)


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
    # More than a pipe takes in one go, or is asked for at once; one claim is of low confidence.
    note(web_archive, range(1, 9), "北京北京北京 “=1+1”\n" * 660, "anna")
    export(web_archive, tmp_path / "here.jsonl", "jsonl", query=ClaimQuery())
    assert (tmp_path / "here.jsonl").stat().st_size > 2 * 65_536
    tab.press("e")
    tab.until(lambda: "To a file that the browser saves" in tab.shown)
    tab.press("Control+u")
    tab.page.keyboard.type("all of it; été.jsonl")
    tab.page.wait_for_timeout(500)
    with tab.page.expect_download() as started:
        tab.press("Enter")
    download = started.value
    assert download.suggested_filename == "all of it; été.jsonl"
    assert download.failure() is None
    # The app has the newest first. Pytest would take minutes to tell what differs.
    came, here = Path(download.path()).read_bytes(), (tmp_path / "here.jsonl").read_bytes()
    is_whole = sorted(came.split(b"\n")) == sorted(here.split(b"\n"))
    assert is_whole, came[:500]
    tab.until(lambda: "7 claims sent to the browser as all of it; été.jsonl" in tab.shown)
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
    tab.until(lambda: "8 claims" in tab.shown)


def test_a_name_that_leads_here_opens_the_app_only_if_it_is_allowed(
    empty_tab: Tab, serve: Serve
) -> None:
    tab = empty_tab
    with serve("--host", "0.0.0.0") as served:
        answer = tab.page.goto(served.url.replace("127.0.0.1", ELSEWHERE))
        assert answer is not None
        assert answer.status == 403
        assert tab.page.inner_text("body").strip() == (
            f"{ELSEWHERE} is not a name of this server; 'claims serve --allow-host {ELSEWHERE}' "
            "makes it one."
        )
    with serve("--host", "0.0.0.0", "--allow-host", ELSEWHERE.upper()) as served:
        tab.page.goto(served.url.replace("127.0.0.1", ELSEWHERE))
        tab.until(lambda: "8 claims" in tab.shown)
    assert tab.errors == []


def test_an_address_of_the_newer_kind_opens_the_app(empty_tab: Tab, serve: Serve) -> None:
    with serve("--host", "::1") as served:
        empty_tab.page.goto(served.url.replace("127.0.0.1", "[::1]"))
        empty_tab.until(lambda: "8 claims" in empty_tab.shown)
    assert empty_tab.errors == []


def test_however_small_the_letters_the_app_is_no_larger_than_a_screen(
    empty_tab: Tab, served: Served
) -> None:
    tab = empty_tab
    tab.page.goto(f"{served.url}?fontsize=2")
    tab.until(lambda: "8 claims" in tab.shown)
    (socket,) = [url for url in tab.asked if "/ws?" in url]
    width, height = (int(number) for number in re.findall(r"=(\d+)", socket))
    assert width > 500
    assert height > 250
    rows, columns = tab.farthest
    assert rows <= 250
    assert columns <= 500


def test_what_is_not_of_the_page_is_told_in_a_line(empty_tab: Tab, served: Served) -> None:
    page = empty_tab.page
    for path, status, told in (
        ("page/server.py", 404, "404: Not Found"),
        ("static/", 404, "404: Not Found"),
        ("ws", 426, "This is for the page's own socket; open / instead."),
    ):
        answer = page.goto(served.url + path)
        assert answer is not None
        assert (answer.status, page.inner_text("body").strip()) == (status, told)
    assert served.end() == (0, "")


def test_the_app_ends_with_its_tab(tab: Tab, served: Served) -> None:
    (app,) = children(served.process.pid)
    tab.page.close()
    for _ in range(600):
        if not runs(app):
            break
        sleep(0.1)
    assert not runs(app)


def test_one_visitor_sees_no_filter_or_mark_of_another(chromium: Browser, serve: Serve) -> None:
    # Each as a proxy that signs people in would send their requests on.
    contexts = [
        chromium.new_context(
            extra_http_headers={"X-Remote-User": name}, viewport={"width": 1300, "height": 800}
        )
        for name in ("Ines", "Omar")
    ]
    ines, omar = (Tab(context.new_page()) for context in contexts)
    with serve("--user-header", "X-Remote-User") as served:
        ines.page.goto(served.url)
        ines.until(lambda: "8 claims" in ines.shown)
        ines.press("Space", "j", "Space")
        ines.until(lambda: "2 marked" in ines.shown)
        ines.press("/", *"speaker:feld", "Enter")
        ines.until(lambda: "2 of 8 claims" in ines.shown)

        omar.page.goto(served.url)
        omar.until(lambda: "8 claims" in omar.shown)
        assert "marked" not in omar.shown
        assert "speaker:feld" not in omar.shown
    for context in contexts:
        context.close()


def test_the_mouse_does_in_a_page_what_it_does_in_a_terminal(tab: Tab) -> None:
    tab.click("? Help")
    _, row = tab.find("What you can do here")
    tab.page.mouse.click(*tab.point(1, row))
    tab.until(lambda: tab.drawn.place("What you can do here") is None)

    tab.click("E Correct")
    column, row = tab.find("nobody wants to sign in a hurry,” Ilya")
    tab.drag((column, row), (column + len("nobody wants to sign") - 1, row))
    tab.find("▸ nobody wants to sign")
    tab.click("Save  ")
    tab.find("corrected")

    tab.click("/ Filter")
    tab.find("Complete")
    tab.page.keyboard.type("feld")
    tab.click("speaker  Anna Feld")
    tab.find("2 of 8 claims")
    tab.click("esc Back to the claims")
    tab.click("“Waiting has a cost", times=2)
    tab.find("a marriage, and")
    assert tab.errors == []
