"""Pictures of the source inbox with questions in it."""

from __future__ import annotations

from sqlalchemy import Engine

from db.query.model import ClaimQuery
from tests.db.speakers.treaty import treaty
from tests.tui.screens.pictures import SIZES, Picture, keys, picture
from tui.app import ClaimsApp

__all__ = ["picture", "treaty"]


@SIZES
def test_inbox(treaty: Engine, picture: Picture) -> None:
    app = ClaimsApp(treaty, ClaimQuery())
    assert picture(app, keys("Q", "j"))
