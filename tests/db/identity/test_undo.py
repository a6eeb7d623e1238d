"""Undoing a decision on who is who."""

from __future__ import annotations

import pytest

from db.identity.decisions import merge
from db.identity.undo import undo
from db.query.model import QueryError
from db.speakers.page import list_acts
from tests.db.archives import Desk
from tests.db.identity.named import names
from tests.db.identity.newsroom import Newsroom


def test_undoing_a_merge_takes_them_apart(desk: Desk, room: Newsroom) -> None:
    done = merge(desk.engine, "Tomas Berg", ["Ana Ruiz"], "ines")

    undo(desk.engine, done.number, "ines")

    assert names(desk) == {"Tomas Berg", "Berg", "Ana Ruiz"}
    [act] = list_acts(desk.engine)
    assert (act.author, act.undone) == ("ines", True)
    with pytest.raises(QueryError, match="undone already"):
        undo(desk.engine, done.number, "ines")
