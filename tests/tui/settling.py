"""Lets an app come to rest by looking at the event loop, where Textual's pilot asks each widget.

For each key the pilot sends a message to every widget of the screen, several times over, and then
watches the clock of the processor: that takes longer than what most keys do.
"""

from __future__ import annotations

import asyncio
from typing import Any, Final

import textual.app
import textual.pilot
from rich.console import RenderableType
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.pilot import Pilot
from textual.screen import Screen

SOON: Final = 0.1
"""Seconds within which what is timed is waited for: drawing, and lists that follow a cursor."""
MOST: Final = 20
"""How often what is timed is waited for before what is timed again and again is let be."""
TOO_LONG: Final = 30.0
"""Seconds after which an app that never rests is let be."""
_draw: Final = Compositor.render_update


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


def share() -> None:
    """Have all pilots wait this way, and draw nothing that goes to no terminal."""
    Compositor.render_update = _noted  # type: ignore[method-assign, assignment]
    Pilot._wait_for_screen = settle  # type: ignore[method-assign]
    for module in (textual.app, textual.pilot):
        vars(module)["wait_for_idle"] = settle
