"""Pictures of the screen of stories."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy import Engine

from db.query.model import ClaimQuery
from tests.tui.screens.pictures import SIZES, Picture, keys, picture
from tui.app import ClaimsApp

__all__ = ["picture"]

SCREENS: dict[str, Sequence[str]] = {
    "stories": ("K", "home", "j"),
    "story_articles": ("K", "home", "enter", "j"),
}


@SIZES
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(shelf: Engine, picture: Picture, screen: str) -> None:
    app = ClaimsApp(shelf, ClaimQuery())
    assert picture(app, keys(*SCREENS[screen]))
