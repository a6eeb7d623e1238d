"""What the app needs of Textual and Textual has no public name for; nothing else uses such names.

Checked with Textual 8.2.8. `tests/tui/test_textual_private.py` tries each against the Textual that
is installed, so that an upgrade which changes one of them fails there first. To take in a newer
Textual: run that test, then the snapshots, then widen ``VERSIONS`` of `tui.textual_version`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, Any

from textual._styles_cache import StylesCache as StylesCache
from textual.app import App
from textual.driver import Driver
from textual.drivers.web_driver import WebDriver
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets._select import SelectCurrent as SelectCurrent
from textual.widgets._select import SelectOverlay as SelectOverlay


class EndsQuietly(App[None]):
    """An app that an unforeseen error ends without a traceback over the terminal.

    Textual calls ``_handle_exception`` with each such error and has no event for it; to show
    nothing itself it must find ``_fatal_error`` and ``_print_error_renderables`` changed.
    """

    def on_unforeseen(self, error: Exception) -> None:
        """Learn of an error that is going to end the app."""

    def _handle_exception(self, error: Exception) -> None:
        self.on_unforeseen(error)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()


def calls_after_refresh(screen: Screen[Any]) -> bool:
    """Whether a screen is yet to make calls that wait for it to be drawn, as focusing often does.

    ``message_queue_size`` does not count these: they lie in ``Screen._callbacks``.
    """
    return bool(screen._callbacks)


def write_by(driver: WebDriver, write: Callable[[bytes], object]) -> None:
    """Have all that a driver sends, its greeting too, go through a function.

    It sends by ``WebDriver._write``, which is one ``os.write``: that may leave off the end.
    """
    driver._write = write  # type: ignore[assignment]


def write_through(driver: Driver, made_of: Callable[[IO[str]], object]) -> None:
    """Have a terminal's driver write to what a function makes of the stream that it would write to.

    ``LinuxDriver`` gives its ``_file`` to a thread, which ends with the first error of writing.
    """
    driver._file = made_of(driver._file)  # type: ignore[attr-defined]


def inherits_bindings(kind: type[Any]) -> bool:
    """Whether a class of widgets has the bindings of its ancestors too, as it says where it is
    defined and Textual keeps in ``_inherit_bindings``."""
    return bool(getattr(kind, "_inherit_bindings", True))


def draw_by(widget: Widget, cache: StylesCache) -> None:
    """Have a widget take the lines that go to the screen from a cache of our own.

    ``Widget`` asks its ``_styles_cache`` for them; `tui.widgets.lines.line_cache` says what that
    saves.
    """
    widget._styles_cache = cache


def start_vertical_scrollbar(widget: Widget, bar: ScrollBar) -> None:
    """Give a widget a scroll bar of our own, as ``Widget.vertical_scrollbar`` makes Textual's."""
    widget._vertical_scrollbar = bar
    widget.app._start_widget(widget, bar)


def ring_once(node: MessagePump, seconds: float, act: Callable[[], object]) -> Timer:
    """Have something done once after a while, however late.

    ``set_timer`` may never do it on a busy machine: where the time is over before its timer begins
    to wait, the timer skips it like a tick of a clock (``Timer._skip``), and there is no other.
    """
    timer = node.set_timer(seconds, act)
    timer._skip = False
    return timer


def update_scrollbars(widget: Widget) -> None:
    """Have the scroll bars fit what is to be scrolled over, without laying out the screen.

    To set ``virtual_size`` does both, which makes a key half as dear again, or twice.
    """
    widget._scroll_update(widget.virtual_size)
