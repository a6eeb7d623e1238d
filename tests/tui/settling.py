"""Lets an app come to rest by looking at the event loop, where Textual's pilot asks each widget.

For each key the pilot sends a message to every widget of the screen, several times over, and then
watches the clock of the processor: that takes longer than what most keys do. It arranges a screen
each time that it is told the size of the terminal, three times when an app begins, and once more
when a place is asked for after that. And it draws and arranges what has changed sixty times a
second, as terminals show no more: that is what tests of apps would wait for half of their time.
"""

from __future__ import annotations

import asyncio
from time import time
from typing import Any, Final

import textual.app
import textual.pilot
import textual.screen
from rich.console import RenderableType
from textual._compositor import Compositor, ReflowResult
from textual._context import visible_screen_stack
from textual.geometry import Size
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import LoadingIndicator

DRAWS: Final = 0.001
"""Seconds from a change until it is arranged and drawn: not at once, so that those that come
together are drawn together."""
SOON: Final = 0.1
"""Seconds within which what is timed is waited for: drawing, and lists that follow a cursor."""
MOST: Final = 20
"""How often what is timed is waited for before what is timed again and again is let be."""
TOO_LONG: Final = 30.0
"""Seconds after which an app that never rests is let be."""
_draw: Final = Compositor.render_update
_reflow: Final = Compositor.reflow
_resized: Final = Screen._screen_resized


async def settle(*_: object, **__: object) -> bool:
    """Wait until nothing is about to run, be it at once or soon; what threads do may go on."""
    loop: Any = asyncio.get_running_loop()
    began, waits = loop.time(), 0
    while (now := loop.time()) < began + TOO_LONG:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        due = [timer.when() for timer in loop._scheduled if not timer.cancelled()]
        wait = min(due, default=now + TOO_LONG) - now
        if wait > SOON or waits >= MOST:
            break
        waits += 1
        await asyncio.sleep(max(wait, 0))
    return True


def _noted(
    compositor: Compositor,
    full: bool = False,
    screen_stack: list[Screen[Any]] | None = None,
    simplify: bool = False,
) -> RenderableType | None:
    """Draw a picture that is asked for; what goes to no terminal is taken for drawn."""
    if full:
        return _draw(compositor, full, screen_stack, simplify)
    visible_screen_stack.set([] if screen_stack is None else screen_stack)
    compositor._dirty_regions.clear()
    return None


def _reflow_whole(self: Compositor, parent: Widget, size: Size) -> ReflowResult:
    result = _reflow(self, parent, size)
    # All has its place now; Textual would look again for the first one that is asked for.
    self._full_map_invalidated = False
    return result


def _resized_once(self: Screen[Any], size: Size) -> None:
    # What else has changed is arranged soon, as ever.
    if self._compositor.root is None or self._compositor.size != size:
        _resized(self, size)


def _still(self: LoadingIndicator) -> None:
    # The palette has one, unseen for the most part, that is drawn anew sixteen times a second.
    self._start_time = time()


def share() -> None:
    """Have all pilots wait this way, screens be arranged once and soon, and nothing drawn that goes
    to no terminal, or again and again."""
    vars(textual.screen)["UPDATE_PERIOD"] = DRAWS
    LoadingIndicator._on_mount = _still  # type: ignore[assignment, method-assign]
    Compositor.reflow = _reflow_whole  # type: ignore[method-assign]
    Screen._screen_resized = _resized_once  # type: ignore[method-assign]
    Compositor.render_update = _noted  # type: ignore[method-assign, assignment]
    Pilot._wait_for_screen = settle  # type: ignore[method-assign]
    for module in (textual.app, textual.pilot):
        vars(module)["wait_for_idle"] = settle
