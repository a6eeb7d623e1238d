"""What connects a visitor's app with the server: Textual's driver, with files that arrive whole."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from time import sleep
from typing import BinaryIO, Final, Literal, TextIO

from textual import events, messages
from textual.app import App
from textual.drivers.web_driver import WebDriver

from tui.textual_private import write_by

ALONE_SECONDS: Final = 5.0
"""How long an app goes on at most once there is no server; it may be too busy to quit."""

KEEP: Final = "keep-"
"""Before the key of a file that the browser is to keep; the page then opens no tab for it."""


class WholeWrites:
    """Writes each message whole, whatever other threads write: pieces of files come from the
    thread that reads what the server says, the screen from another, and a pipe takes in one go
    less than a piece.

    Args:
        fileno: Where to.
    """

    def __init__(self, fileno: int) -> None:
        self._fileno = fileno
        self._lock = Lock()

    def __call__(self, message: bytes) -> int:
        rest = memoryview(message)
        # Without a server the app is ending, which it does in order.
        with self._lock, suppress(BrokenPipeError):
            while rest:
                rest = rest[os.write(self._fileno, rest) :]
        return len(message)


class VisitorDriver(WebDriver):
    """Textual's driver for the web."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.visited = app
        self._focused = False
        write_by(self, WholeWrites(self.fileno))

    def start_application_mode(self) -> None:
        super().start_application_mode()
        # The page tells of its focus before the app runs, and Textual then takes it to have none.
        self.visited.call_later(self._tell_focus)

    def _tell_focus(self) -> None:
        if self._focused:
            self.visited.post_message(events.AppFocus())

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        if packet_type in ("focus", "blur"):
            self._focused = packet_type == "focus"
        super().on_meta(packet_type, payload)

    def run_input_thread(self) -> None:
        super().run_input_thread()
        if not self.exit_event.is_set():
            # The server has ended without a word, so that nobody sees this app or stops it.
            Thread(target=_end_soon, daemon=True).start()
            self.visited.post_message(messages.ExitApp())

    def deliver_binary(
        self,
        binary: BinaryIO | TextIO,
        *,
        delivery_key: str,
        save_path: Path,
        open_method: Literal["browser", "download"] = "download",
        encoding: str | None = None,
        mime_type: str | None = None,
        name: str | None = None,
    ) -> None:
        super().deliver_binary(
            binary,
            delivery_key=f"{KEEP}{delivery_key}" if open_method == "download" else delivery_key,
            save_path=save_path,
            open_method=open_method,
            encoding=encoding,
            mime_type=mime_type,
            name=name,
        )


def _end_soon() -> None:
    sleep(ALONE_SECONDS)
    os._exit(1)
