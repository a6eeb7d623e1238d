"""What draws on a terminal and reads its keys: Textual's driver, which a terminal may leave."""

from __future__ import annotations

import select
import termios
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import IO, Final

from textual import messages
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from tui.textual_private import write_through

USUAL_SIZE: Final = (24, 80)
"""Lines and columns of a terminal that does not tell them."""


class TerminalDriver(LinuxDriver):
    """Textual's driver for a terminal, which ends the app when the terminal is gone.

    Most terminals end what runs on them when they close; one that is lost ends nothing. Reading
    from it then gives nothing, at once and for ever, which Textual tries again and again; writing
    to it fails, which ends Textual's writer and leaves the app waiting for it.
    """

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.drawn = app
        self._watch: Thread | None = None
        write_through(self, Unfailing)

    def start_application_mode(self) -> None:
        give_size(self.fileno)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        # It starts anew whenever the app was suspended.
        if self._watch is None and self.input_tty:
            self._watch = Thread(target=watch, args=(self.fileno, self._end), daemon=True)
            self._watch.start()

    def _end(self) -> None:
        self.drawn.post_message(messages.ExitApp())


class Unfailing:
    """A stream to a terminal that takes what is written when the terminal is gone, too.

    Args:
        stream: To the terminal.
    """

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write text if there is a terminal."""
        with suppress(OSError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Have what was written shown if there is a terminal."""
        with suppress(OSError):
            self._stream.flush()

    def fileno(self) -> int:
        """That of the terminal."""
        return self._stream.fileno()


def give_size(fileno: int) -> None:
    """Give a terminal without a size the usual one: what Textual and Rich each take for it differs
    by a line, and to make up for that the screen would be drawn again for ever."""
    with suppress(termios.error):
        if 0 in termios.tcgetwinsize(fileno):
            termios.tcsetwinsize(fileno, USUAL_SIZE)


def watch(fileno: int, tell: Callable[[], object]) -> None:
    """Wait until a terminal is gone, then tell it.

    Args:
        fileno: Of the terminal.
        tell: What to call.
    """
    waiting = select.poll()
    # Asked for nothing, the system tells of a terminal that hung up, and of nothing else.
    waiting.register(fileno, 0)
    waiting.poll()
    tell()
