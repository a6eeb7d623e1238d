"""Pictures of the screens of threads at three sizes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy import Engine

from db.query.line import parse_filter
from db.query.model import ClaimQuery
from tests.tui.screens.pictures import SIZES, Picture, keys, picture
from tui.app import ClaimsApp

__all__ = ["picture"]

SCREENS: dict[str, Sequence[str]] = {
    "threads": ("W", "j"),
    "thread": ("tilde", "j"),
    "thread_copies": ("tilde", "z"),
    "positions": ("m", "o", "o", "right"),
    "aligned": ("C", "down", "down", "down", "down", "enter"),
}


@SIZES
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(valley: Engine, picture: Picture, screen: str) -> None:
    app = ClaimsApp(valley, ClaimQuery())
    assert picture(app, keys(*SCREENS[screen]), apart=screen == "aligned")


@SIZES
def test_quotations(dam: Engine, picture: Picture) -> None:
    app = ClaimsApp(dam, parse_filter("sort:published"))
    assert picture(app, keys("X", "j"))
