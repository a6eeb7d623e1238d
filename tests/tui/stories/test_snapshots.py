"""Pictures of the screen of stories."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from sqlalchemy import Engine

from db.query.model import ClaimQuery
from tests.tui.driving import MEDIUM, NARROW, WIDE
from tests.tui.screens.test_snapshots import keys
from tui.app import ClaimsApp

SCREENS: dict[str, Sequence[str]] = {
    "stories": ("K", "home", "j"),
    "story_articles": ("K", "home", "enter", "j"),
}


@pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["80x24", "120x36", "160x50"])
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(
    shelf: Engine, snap_compare: Callable[..., bool], screen: str, size: tuple[int, int]
) -> None:
    app = ClaimsApp(shelf, ClaimQuery())
    assert snap_compare(app, terminal_size=size, run_before=keys(*SCREENS[screen]))
