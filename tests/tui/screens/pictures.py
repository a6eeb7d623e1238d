"""Pictures of a screen at each size, all taken of one app on a terminal that grows."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, Protocol

import pytest
from textual.pilot import Pilot

from tests.tui.driving import MEDIUM, NARROW, WIDE, Desk
from tui.app import ClaimsApp

Size = tuple[int, int]
Before = Callable[[Pilot[None]], Awaitable[None]]
"""Brings an app to what is to be seen."""


class Picture(Protocol):
    """Whether an app looks as in the picture of a test.

    Where a terminal that grows would scroll it otherwise, each size has an app apart.
    """

    def __call__(self, app: ClaimsApp, before: Before, *, apart: bool = False) -> bool: ...


SIZES: Final = pytest.mark.parametrize(
    "size", [NARROW, MEDIUM, WIDE], ids=["80x24", "120x36", "160x50"]
)
_TAKEN: Final[dict[tuple[str, ...], dict[Size, str]]] = {}


def keys(*pressed: str) -> Before:
    """Presses keys on the app once it is at rest, and lets it rest again."""

    async def press(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, ClaimsApp)
        desk = Desk(pilot.app, pilot)
        await desk.at_rest()
        for key in pressed:
            await desk.press("colon" if key == ":" else key)
        if (line := pilot.app.focused) is not None and hasattr(line, "cursor_blink"):
            line.cursor_blink = False
        await desk.at_rest()

    return press


@pytest.fixture
def picture(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    snap_compare: Callable[..., bool],
    size: Size,
) -> Picture:
    """Compares a screen with its picture at a size; the tests of its other sizes share the app."""
    rest = [str(value) for name, value in request.node.callspec.params.items() if name != "size"]
    of = request.node.nodeid.partition("[")[0], *rest

    def compare(app: ClaimsApp, before: Before, *, apart: bool = False) -> bool:
        if apart:
            return snap_compare(app, terminal_size=size, run_before=before)
        if of not in _TAKEN:
            _TAKEN[of] = asyncio.run(_taken(app, before))
        svg = _TAKEN[of][size]
        monkeypatch.setattr("textual._doc.take_svg_screenshot", lambda **_: svg)
        return snap_compare(app, terminal_size=size)

    return compare


async def _taken(app: ClaimsApp, before: Before) -> dict[Size, str]:
    found = {}
    async with app.run_test(size=NARROW) as pilot:
        await before(pilot)
        for size in (NARROW, MEDIUM, WIDE):
            await pilot.resize_terminal(*size)
            await keys()(pilot)
            found[size] = app.export_screenshot(simplify=True)
    return found
