"""What the tests of reviewing share."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.db.archives import Desk
from tests.db.stories import FERRY, HARBOUR, ferry_claims, harbour_claims


@pytest.fixture
def engine(desk: Desk) -> Engine:
    """Two articles with six claims."""
    desk.prepare(HARBOUR, *harbour_claims())
    desk.prepare(FERRY, *ferry_claims())
    desk.write("harbour.txt", HARBOUR)
    desk.write("ferry.txt", FERRY)
    desk.ingest()
    return desk.engine
