"""What the tests of comparing share."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.db.archives import Desk


@pytest.fixture
def desk(archive: Engine, desk: Desk) -> Desk:
    """A desk on which articles are compared as they come in."""
    # The archive is named for pytest to see that these tests run on each database.
    desk.compares = True
    return desk
