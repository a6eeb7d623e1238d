"""Pictures of the screens of threads at three sizes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from sqlalchemy import Engine

from db.query.line import parse_filter
from db.query.model import ClaimQuery
from tests.tui.driving import MEDIUM, NARROW, WIDE
from tests.tui.screens.test_snapshots import keys
from tui.app import ClaimsApp

SIZES = pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["80x24", "120x36", "160x50"])
SCREENS: dict[str, Sequence[str]] = {
    "threads": ("W", "j"),
    "thread": ("tilde", "j"),
    "thread_copies": ("tilde", "z"),
    "positions": ("m", "o", "o", "right"),
    "aligned": ("C", "down", "down", "down", "down", "enter"),
}


@SIZES
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(
    valley: Engine, snap_compare: Callable[..., bool], screen: str, size: tuple[int, int]
) -> None:
    app = ClaimsApp(valley, ClaimQuery())
    assert snap_compare(app, terminal_size=size, run_before=keys(*SCREENS[screen]))


@SIZES
def test_quotations(dam: Engine, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    app = ClaimsApp(dam, parse_filter("sort:published"))
    assert snap_compare(app, terminal_size=size, run_before=keys("X", "j"))
