"""Waiting until something holds."""

from __future__ import annotations

from collections.abc import Callable

from textual.pilot import Pilot


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Let the app work until something holds."""
    for _ in range(1000):
        await pilot.pause(0.01)
        if holds():
            return
    raise AssertionError("it never came to hold")
