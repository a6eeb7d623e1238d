"""Pictures of the source inbox with questions in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from db.query.model import ClaimQuery
from tests.db.speakers.treaty import treaty
from tests.tui.driving import MEDIUM, NARROW, WIDE
from tests.tui.screens.test_snapshots import keys
from tui.app import ClaimsApp

__all__ = ["treaty"]


@pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["80x24", "120x36", "160x50"])
def test_inbox(treaty: Engine, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    app = ClaimsApp(treaty, ClaimQuery())
    assert snap_compare(app, terminal_size=size, run_before=keys("Q", "j"))
