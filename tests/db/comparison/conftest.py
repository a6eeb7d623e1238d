"""What the tests of comparing share."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.db.archives import Desk
from tests.db.comparison.threaded import ARTICLES, article


@pytest.fixture
def desk(archive: Engine, desk: Desk) -> Desk:
    """A desk on which articles are compared as they come in."""
    # The archive is named for pytest to see that these tests run on each database.
    desk.compares = True
    return desk


@pytest.fixture
def dam(desk: Desk) -> Desk:
    """Five articles on a dam and a school, with what they have in common said in other words."""
    for day in ARTICLES:
        text, *claims = article(day)
        desk.prepare(text, *claims)
        desk.write(f"{day}.txt", text)
    desk.ingest()
    return desk
