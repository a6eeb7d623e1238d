"""Pictures of the screens of threads at three sizes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from sqlalchemy import Engine

from db.query.model import ClaimQuery
from tests.tui.driving import MEDIUM, NARROW, WIDE
from tests.tui.test_snapshots import keys
from tui.app import ClaimsApp

SCREENS: dict[str, Sequence[str]] = {
    "threads": ("W", "j"),
    "thread": ("tilde", "j"),
    "thread_copies": ("tilde", "z"),
    "positions": ("m", "o", "o", "right"),
    "aligned": ("C", "down", "down", "down", "down", "enter"),
}


@pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["80x24", "120x36", "160x50"])
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(
    valley: Engine, snap_compare: Callable[..., bool], screen: str, size: tuple[int, int]
) -> None:
    app = ClaimsApp(valley, ClaimQuery())
    assert snap_compare(app, terminal_size=size, run_before=keys(*SCREENS[screen]))
